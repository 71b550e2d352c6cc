/**
 * From when to when somebody served, where that was noted; and the person of an entry always the one of its agreement,
 * also when a merge of two people (or its undoing) moves the agreement after the entry was written. A year of confirmed hours is counted by its index alone, and so are the agreements in
 * force in a recent year: few have ended since, while nearly all had begun by then.
 */
export const hoursOfTheClock = `
ALTER TABLE hour_entries ADD COLUMN from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1425);
ALTER TABLE hour_entries ADD COLUMN to_minute INTEGER
  CHECK ((from_minute IS NULL) = (to_minute IS NULL) AND (to_minute IS NULL OR to_minute - from_minute = minutes)
    AND to_minute <= 1440);
CREATE TRIGGER hour_entries_volunteer AFTER UPDATE OF volunteer_id ON agreements BEGIN
  UPDATE hour_entries SET volunteer_id = NEW.volunteer_id
    WHERE agreement_id = NEW.id AND volunteer_id <> NEW.volunteer_id;
END;
CREATE INDEX hour_entries_confirmed ON hour_entries (served_on, id) WHERE confirmed_at IS NOT NULL;
DROP INDEX agreements_in_force;
CREATE INDEX agreements_in_force ON agreements
  (COALESCE(ends_on, '9999-12-31'), starts_on, unit_id, volunteer_id, id) WHERE status = 'signed';
`
