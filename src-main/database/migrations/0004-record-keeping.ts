/** Notes, attachments, the bin, merges, saved views, and what an import wrote. */
export const recordKeeping = /* sql */ `
ALTER TABLE settings ADD COLUMN bin_days INTEGER NOT NULL DEFAULT 90 CHECK (bin_days BETWEEN 7 AND 730);
-- Was something emptied from the bin that can still be read from the file?
ALTER TABLE settings ADD COLUMN is_emptying INTEGER NOT NULL DEFAULT 0 CHECK (is_emptying IN (0, 1));

CREATE TABLE new_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB,
  status TEXT NOT NULL CHECK (status IN ('prepared', 'done', 'discarded', 'undone')),
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  finished_at TEXT,
  imported_rows INTEGER NOT NULL,
  changed_rows INTEGER NOT NULL,
  skipped_rows INTEGER NOT NULL,
  undone_at TEXT,
  undone_by INTEGER REFERENCES users (id),
  kept_rows INTEGER NOT NULL
) STRICT;
INSERT INTO new_imports (
  id, register, file_name, sha256, content, status, created_by, created_at, finished_at, imported_rows, changed_rows,
  skipped_rows, undone_at, undone_by, kept_rows
) SELECT
  id, register, file_name, sha256, content, status, created_by, created_at, finished_at, imported_rows, 0,
  skipped_rows, NULL, NULL, 0
FROM imports;
DROP TABLE imports;
ALTER TABLE new_imports RENAME TO imports;
CREATE INDEX imports_user ON imports (created_by);
CREATE INDEX imports_undoer ON imports (undone_by);
CREATE INDEX imports_file ON imports (sha256);

-- What an import did to each record, so that it can be undone: the version it left, and what was there before.
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  version INTEGER NOT NULL,
  before TEXT,
  PRIMARY KEY (import_id, kind, record_id)
) STRICT, WITHOUT ROWID;

-- The columns that a clerk chose for a header, proposed for the next file with the same one.
CREATE TABLE import_mappings (
  register TEXT NOT NULL,
  header_key TEXT NOT NULL,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL,
  PRIMARY KEY (register, header_key)
) STRICT;

-- Notes, attachments, bin and merges belong to a record of any register, so no foreign key names it.
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  changed_at TEXT,
  changed_by INTEGER REFERENCES users (id),
  -- A removed note stays for a while, so that it can be put back.
  removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX notes_record ON notes (kind, record_id, id);
CREATE INDEX notes_user ON notes (created_by);
CREATE INDEX notes_changer ON notes (changed_by);

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  description TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attachments_record ON attachments (kind, record_id, id);
CREATE INDEX attachments_user ON attachments (created_by);

-- The bytes lie apart, so that a list of attachments does not read through them.
CREATE TABLE attachment_contents (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachments (id),
  content BLOB NOT NULL
) STRICT;

-- What was removed, whole: the rows of all tables that belonged to the record, to be put back as they were.
CREATE TABLE bin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  rows TEXT NOT NULL,
  -- How many records and attachments went along, and which as JSON of text keys with counts.
  contents INTEGER NOT NULL,
  goes TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  removed_by INTEGER NOT NULL REFERENCES users (id),
  -- The day from which it may be removed for good.
  due_on TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX bin_removed ON bin (removed_at, id);
CREATE INDEX bin_due ON bin (due_on, id);
CREATE INDEX bin_sort ON bin (sort_key, id);
CREATE INDEX bin_record ON bin (kind, record_id);
CREATE INDEX bin_user ON bin (removed_by);

-- The units to which the record belonged, so that their heads see it. A unit may be removed itself, so no key names it.
CREATE TABLE bin_units (
  bin_id INTEGER NOT NULL REFERENCES bin (id),
  unit_id INTEGER NOT NULL,
  PRIMARY KEY (bin_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bin_units_unit ON bin_units (unit_id);

-- Bytes that belonged to removed attachments; JSON could not hold them.
CREATE TABLE bin_contents (
  bin_id INTEGER NOT NULL REFERENCES bin (id),
  attachment_id INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (bin_id, attachment_id)
) STRICT;

CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  kept_id INTEGER NOT NULL,
  merged_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- JSON: both records as they were, and what was moved from one to the other.
  changes TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  merged_by INTEGER NOT NULL REFERENCES users (id),
  undone_at TEXT,
  undone_by INTEGER REFERENCES users (id)
) STRICT;
CREATE INDEX merges_kept ON merges (kind, kept_id);
CREATE INDEX merges_merged ON merges (kind, merged_id);
CREATE INDEX merges_user ON merges (merged_by);
CREATE INDEX merges_undoer ON merges (undone_by);

-- Pairs that somebody looked at and found to be two different records.
CREATE TABLE distinct_pairs (
  kind TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  second_id INTEGER NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (kind, first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX distinct_pairs_user ON distinct_pairs (decided_by);

CREATE TABLE views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  owner_id INTEGER NOT NULL REFERENCES users (id),
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  -- JSON: search, filters, sort and columns.
  definition TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (register, owner_id, name_key)
) STRICT;
CREATE INDEX views_owner ON views (owner_id);

-- How a user has a list: columns in their order with their widths, and the view it opens with.
CREATE TABLE list_layouts (
  user_id INTEGER NOT NULL REFERENCES users (id),
  register TEXT NOT NULL,
  columns TEXT NOT NULL,
  default_view_id INTEGER REFERENCES views (id),
  PRIMARY KEY (user_id, register)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_layouts_view ON list_layouts (default_view_id);

-- The list of issued documents in the order of their own date.
CREATE INDEX documents_day ON documents (issued_on, id);

-- Which fields changed, so that the register of the history finds them without reading what they were.
ALTER TABLE history ADD COLUMN fields TEXT NOT NULL DEFAULT '';
-- The entry whose change this one took back or brought again.
ALTER TABLE history ADD COLUMN undoes INTEGER;
UPDATE history SET fields = coalesce((SELECT ' ' || group_concat(key, ' ') || ' ' FROM json_each(history.changes)), '');
CREATE INDEX history_at ON history (at, id);
CREATE INDEX history_kind ON history (kind, at, id);
DROP INDEX history_user;
CREATE INDEX history_user ON history (user_id, at, id);
`
