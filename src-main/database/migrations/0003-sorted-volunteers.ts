const markedLetters = {
  ą: 'a~',
  ć: 'c~',
  ę: 'e~',
  ł: 'l~',
  ń: 'n~',
  ó: 'o~',
  ś: 's~',
  ź: 'z~',
  ż: 'z~~',
}

/** The sort key of a column as SQL, for the rows that are there already; foreign marks follow at the next saving. */
function sortKeyOf(column: string): string {
  const letters = Object.entries(markedLetters).flatMap(([letter, key]) =>
    [letter, letter.toUpperCase()].map((each) => [each, key]),
  )
  return `trim(lower(${letters.reduce((sql, [letter, key]) => `replace(${sql}, '${letter}', '${key}')`, column)}))`
}

/** Volunteers in every order, and under ids that never come back. */
export const sortedVolunteers = /* sql */ `
CREATE TABLE new_volunteers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  register_number TEXT NOT NULL,
  register_key TEXT NOT NULL UNIQUE,
  surname TEXT NOT NULL,
  first_names TEXT NOT NULL,
  form_of_address TEXT NOT NULL CHECK (form_of_address IN ('pani', 'pan', 'unknown')),
  birth_on TEXT,
  pesel TEXT,
  pesel_note TEXT NOT NULL,
  street TEXT NOT NULL,
  post_code TEXT NOT NULL,
  town TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('pupil', 'student', 'adult', 'senior', 'unknown')),
  guardian_name TEXT NOT NULL,
  guardian_relation TEXT NOT NULL CHECK (guardian_relation IN ('', 'parent', 'legalGuardian', 'fosterParent', 'other')),
  guardian_phone TEXT NOT NULL,
  notes TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  street_key TEXT NOT NULL,
  town_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO new_volunteers SELECT
  id, register_number, register_key, surname, first_names, form_of_address, birth_on, pesel, pesel_note, street,
  post_code, town, phone, email, category, guardian_name, guardian_relation, guardian_phone, notes, name_key, sort_key,
  '', '', search_key, import_id, created_at, version
FROM volunteers;
UPDATE new_volunteers SET street_key = ${sortKeyOf('street')}, town_key = ${sortKeyOf('town')};
DROP TABLE volunteers;
ALTER TABLE new_volunteers RENAME TO volunteers;
CREATE INDEX volunteers_sort ON volunteers (sort_key, id);
CREATE INDEX volunteers_birth ON volunteers (COALESCE(birth_on, ''), id);
CREATE INDEX volunteers_category ON volunteers (category, sort_key, id);
CREATE INDEX volunteers_street ON volunteers (street_key, id);
CREATE INDEX volunteers_post_code ON volunteers (post_code, id);
CREATE INDEX volunteers_town ON volunteers (town_key, id);
CREATE INDEX volunteers_phone ON volunteers (phone, id);
CREATE INDEX volunteers_email ON volunteers (lower(email), id);
CREATE INDEX volunteers_created ON volunteers (created_at, id);
CREATE INDEX volunteers_name ON volunteers (name_key);
CREATE UNIQUE INDEX volunteers_pesel ON volunteers (pesel);
CREATE INDEX volunteers_import ON volunteers (import_id);

CREATE INDEX agreements_concluded ON agreements (concluded_on, id);
`
