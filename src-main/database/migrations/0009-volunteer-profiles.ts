/**
 * Gives a column another set of codes: a CHECK cannot be altered, so a new column takes the place of the old one. Indexes
 * of the column must be gone before.
 */
const withCodes = (table: string, column: string, otherwise: string, codes: readonly string[]) => `
ALTER TABLE ${table} ADD COLUMN new_${column} TEXT NOT NULL DEFAULT '${otherwise}'
  CHECK (new_${column} IN (${codes.map((code) => `'${code}'`).join(', ')}));
UPDATE ${table} SET new_${column} = ${column};
ALTER TABLE ${table} DROP COLUMN ${column};
ALTER TABLE ${table} RENAME COLUMN new_${column} TO ${column};`

const relations = ['', 'parent', 'legalGuardian', 'fosterParent', 'curator', 'other']

/** The whole record of a volunteer: who acts for them, what they can and want, when they have time, what they consent to. */
export const volunteerProfiles = /* sql */ `
DROP INDEX volunteers_category;
${withCodes('volunteers', 'category', 'unknown', ['pupil', 'student', 'adult', 'senior', 'trainee', 'unknown'])}
CREATE INDEX volunteers_category ON volunteers (category, sort_key, id);
${withCodes('agreements', 'guardian_relation', '', relations)}

ALTER TABLE volunteers ADD COLUMN mail_street TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN mail_post_code TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN mail_town TEXT NOT NULL DEFAULT '';
-- Of somebody without a PESEL only.
ALTER TABLE volunteers ADD COLUMN identity_document_kind TEXT NOT NULL DEFAULT ''
  CHECK (identity_document_kind IN ('', 'passport', 'identityCard', 'residenceCard', 'other'));
ALTER TABLE volunteers ADD COLUMN identity_document TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN legal_status TEXT NOT NULL DEFAULT 'byAge'
  CHECK (legal_status IN ('byAge', 'partlyIncapacitated', 'fullyIncapacitated'));
ALTER TABLE volunteers ADD COLUMN engagement TEXT NOT NULL DEFAULT 'volunteering'
  CHECK (engagement IN ('volunteering', 'internship'));
ALTER TABLE volunteers ADD COLUMN institution_kind TEXT NOT NULL DEFAULT ''
  CHECK (institution_kind IN ('', 'school', 'university', 'employer', 'organisation'));
ALTER TABLE volunteers ADD COLUMN institution TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN institution_key TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN conflict_notes TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN anonymised_on TEXT;
-- What the rows of skills say, in one text each, so that a list neither joins nor adds them up.
ALTER TABLE volunteers ADD COLUMN skills_text TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN skills_key TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN languages_text TEXT NOT NULL DEFAULT '';
ALTER TABLE volunteers ADD COLUMN languages_key TEXT NOT NULL DEFAULT '';
CREATE INDEX volunteers_institution ON volunteers (institution_key, id);
CREATE INDEX volunteers_institution_kind ON volunteers (institution_kind, sort_key, id);
CREATE INDEX volunteers_engagement ON volunteers (engagement, sort_key, id);
CREATE INDEX volunteers_skills ON volunteers (skills_key, id);
CREATE INDEX volunteers_languages ON volunteers (languages_key, id);

CREATE TABLE volunteer_guardians (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN (${relations.map((code) => `'${code}'`).join(', ')})),
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  -- The day on the paper of the consent, and where that is kept.
  consent_on TEXT,
  consent_kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_guardians_volunteer ON volunteer_guardians (volunteer_id, place);
INSERT INTO volunteer_guardians (volunteer_id, place, name, relation, phone, address, consent_on, consent_kept_at)
  SELECT id, 0, guardian_name, guardian_relation, guardian_phone, '', NULL, ''
  FROM volunteers WHERE guardian_name <> '' OR guardian_phone <> '';
ALTER TABLE volunteers DROP COLUMN guardian_name;
ALTER TABLE volunteers DROP COLUMN guardian_relation;
ALTER TABLE volunteers DROP COLUMN guardian_phone;

-- A language of signs is named by its code: pjm, sjm, skogn.
CREATE TABLE volunteer_skills (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('skill', 'language', 'signLanguage')),
  name TEXT NOT NULL,
  level TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_skills_volunteer ON volunteer_skills (volunteer_id, kind, place, name);
CREATE INDEX volunteer_skills_name ON volunteer_skills (kind, name, volunteer_id);

CREATE TABLE volunteer_availability (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440)
) STRICT;
CREATE INDEX volunteer_availability_volunteer ON volunteer_availability (volunteer_id, weekday, from_minute, to_minute);
CREATE INDEX volunteer_availability_day ON volunteer_availability (weekday, volunteer_id);

-- What a volunteer would like to do, in own words, or where.
CREATE TABLE volunteer_preferences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  activity TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  CHECK ((activity = '') = (unit_id IS NOT NULL))
) STRICT;
CREATE INDEX volunteer_preferences_volunteer ON volunteer_preferences (volunteer_id, place);
CREATE INDEX volunteer_preferences_unit ON volunteer_preferences (unit_id, volunteer_id);

-- Consents stay when they are withdrawn: that they were given, and until when they held, must be shown.
CREATE TABLE volunteer_consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('photo', 'contact')),
  -- The clause whose text of the day was consented to.
  text_key TEXT NOT NULL,
  given_on TEXT NOT NULL,
  withdrawn_on TEXT,
  kept_at TEXT NOT NULL,
  CHECK (withdrawn_on IS NULL OR withdrawn_on >= given_on)
) STRICT;
CREATE INDEX volunteer_consents_volunteer ON volunteer_consents (volunteer_id, place);

-- For how many full calendar years after the end a volunteer's data are kept.
ALTER TABLE settings ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 10 CHECK (retention_years BETWEEN 1 AND 50);
`
