/**
 * Units as a tree with a history, positions and staff. Ids of registers never come back: the history of a removed
 * record would become that of another. Nor do those of rows that go into the bin: they are put back under them.
 */
export const unitsAndStaff = /* sql */ `
CREATE TABLE new_units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN (
    'directorate', 'division', 'department', 'branch', 'team', 'section', 'facility', 'point', 'post', 'other'
  )),
  number_label TEXT NOT NULL,
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  parent_id INTEGER REFERENCES units (id),
  head_id INTEGER REFERENCES staff (id),
  address TEXT NOT NULL,
  phones TEXT NOT NULL,
  email TEXT NOT NULL,
  district TEXT NOT NULL,
  serves_minors INTEGER NOT NULL CHECK (serves_minors IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
) STRICT;
INSERT INTO new_units (
  id, kind, number_label, name, symbol, parent_id, head_id, address, phones, email, district, serves_minors,
  is_active, valid_from, valid_to, name_key, sort_key, search_key, import_id, created_at, version
) SELECT
  id, 'other', '', name, '', NULL, NULL, address, '[]', '', '', serves_minors,
  is_active, NULL, CASE is_active WHEN 0 THEN date('now', '-1 day') END, name_key, sort_key, name_key, NULL, '', version
FROM units;
DROP TABLE units;
ALTER TABLE new_units RENAME TO units;
CREATE INDEX units_sort ON units (sort_key, id);
CREATE INDEX units_name ON units (name_key);
CREATE INDEX units_parent ON units (parent_id);
CREATE INDEX units_head ON units (head_id);
CREATE INDEX units_import ON units (import_id);

-- What a unit was from a day on, until its next version; the row in force today is repeated in units.
CREATE TABLE unit_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  from_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  number_label TEXT NOT NULL,
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  parent_id INTEGER REFERENCES units (id),
  head_id INTEGER REFERENCES staff (id),
  address TEXT NOT NULL,
  phones TEXT NOT NULL,
  email TEXT NOT NULL,
  district TEXT NOT NULL,
  serves_minors INTEGER NOT NULL CHECK (serves_minors IN (0, 1)),
  UNIQUE (unit_id, from_on)
) STRICT;
CREATE INDEX unit_versions_parent ON unit_versions (parent_id);
CREATE INDEX unit_versions_head ON unit_versions (head_id);
INSERT INTO unit_versions (
  unit_id, from_on, kind, number_label, name, symbol, parent_id, head_id, address, phones, email, district, serves_minors
) SELECT
  id, '', kind, number_label, name, symbol, parent_id, head_id, address, phones, email, district, serves_minors
FROM units;

CREATE TABLE positions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  staff_group TEXT NOT NULL CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The group of a position from a day on (the first one: from the beginning); the row above repeats the last.
CREATE TABLE position_groups (
  position_id INTEGER NOT NULL REFERENCES positions (id),
  from_on TEXT NOT NULL,
  staff_group TEXT NOT NULL CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  PRIMARY KEY (position_id, from_on)
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  personal_number TEXT NOT NULL,
  number_key TEXT NOT NULL UNIQUE,
  surname TEXT NOT NULL,
  first_names TEXT NOT NULL,
  form_of_address TEXT NOT NULL CHECK (form_of_address IN ('pani', 'pan', 'unknown')),
  -- The post held today (or last, or first to come), repeated from staff_posts.
  position_id INTEGER NOT NULL REFERENCES positions (id),
  unit_id INTEGER REFERENCES units (id),
  staff_group TEXT CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  specialisation TEXT NOT NULL CHECK (specialisation IN ('none', 'first', 'second')),
  is_field_worker INTEGER NOT NULL CHECK (is_field_worker IN (0, 1)),
  employed_from TEXT,
  employed_to TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  roles TEXT NOT NULL,
  user_id INTEGER UNIQUE REFERENCES users (id),
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (employed_to IS NULL OR employed_from IS NULL OR employed_to >= employed_from)
) STRICT;
CREATE INDEX staff_sort ON staff (sort_key, id);
CREATE INDEX staff_name ON staff (name_key);
CREATE INDEX staff_position ON staff (position_id);
CREATE INDEX staff_unit ON staff (unit_id);
CREATE INDEX staff_import ON staff (import_id);

-- The post held from a day on (the first one: from the beginning), until the next one or the end of employment.
CREATE TABLE staff_posts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  from_on TEXT NOT NULL,
  position_id INTEGER NOT NULL REFERENCES positions (id),
  unit_id INTEGER REFERENCES units (id),
  -- Set where the group differs from the position's.
  staff_group TEXT CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  UNIQUE (staff_id, from_on)
) STRICT;
CREATE INDEX staff_posts_position ON staff_posts (position_id);
CREATE INDEX staff_posts_unit ON staff_posts (unit_id);

ALTER TABLE users ADD COLUMN ends_on TEXT;
`
