/** Lets what is asked of volunteers whose guardian consented on paper be looked at again: that consent counts now. */
export const guardiansConsents = /* sql */ `
UPDATE volunteers SET status_next_on = ''
WHERE id IN (SELECT volunteer_id FROM volunteer_guardians WHERE consent_on IS NOT NULL);
`
