/** The day of birth in the order of volunteers' names, so that minors are found on a walk that reads no rows. */
export const birthdaysBesideNames = /* sql */ `
DROP INDEX volunteers_sort;
CREATE INDEX volunteers_sort ON volunteers (sort_key, id, birth_on);
`
