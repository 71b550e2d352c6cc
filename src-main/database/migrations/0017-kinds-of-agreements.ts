/** The kind of activity of agreements and of events. */
export const kindsOfAgreements = `
ALTER TABLE agreements ADD COLUMN activity_kind_id INTEGER REFERENCES activity_kinds (id);
CREATE INDEX agreements_activity_kind ON agreements (activity_kind_id);
ALTER TABLE events ADD COLUMN activity_kind_id INTEGER REFERENCES activity_kinds (id);
CREATE INDEX events_activity_kind ON events (activity_kind_id);
`
