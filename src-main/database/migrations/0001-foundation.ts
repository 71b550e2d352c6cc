/** Accounts, the centre, units, volunteers, agreements, issued documents, imports and the history. */
export const foundation = /* sql */ `
CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  centre_name TEXT NOT NULL,
  street TEXT NOT NULL,
  post_code TEXT NOT NULL,
  town TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  nip TEXT NOT NULL,
  regon TEXT NOT NULL,
  symbol TEXT NOT NULL,
  idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 120),
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  serves_minors INTEGER NOT NULL CHECK (serves_minors IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL,
  login_key TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'clerk', 'hr', 'supervisor', 'head', 'viewer')),
  unit_id INTEGER REFERENCES units (id),
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (role <> 'head' OR unit_id IS NOT NULL)
) STRICT;
CREATE INDEX users_unit ON users (unit_id);

CREATE TABLE sign_in_throttles (
  login_digest TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  kind TEXT NOT NULL,
  record_id INTEGER,
  action TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX history_record ON history (kind, record_id, id);
CREATE INDEX history_user ON history (user_id);

CREATE TABLE signatories (
  id INTEGER PRIMARY KEY,
  full_name TEXT NOT NULL,
  position TEXT NOT NULL,
  authorisation TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE clauses (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  text TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('found', 'foundInPart', 'ownKnowledge', 'notEstablished', 'approved')),
  approved_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (code, valid_from)
) STRICT;

CREATE TABLE number_series (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB,
  status TEXT NOT NULL CHECK (status IN ('prepared', 'done', 'discarded')),
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  finished_at TEXT,
  imported_rows INTEGER NOT NULL,
  skipped_rows INTEGER NOT NULL
) STRICT;
CREATE INDEX imports_user ON imports (created_by);
CREATE INDEX imports_file ON imports (sha256);

CREATE TABLE volunteers (
  id INTEGER PRIMARY KEY,
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
  search_key TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX volunteers_sort ON volunteers (sort_key, id);
CREATE INDEX volunteers_birth ON volunteers (COALESCE(birth_on, ''), id);
CREATE INDEX volunteers_category ON volunteers (category, sort_key, id);
CREATE INDEX volunteers_name ON volunteers (name_key);
CREATE UNIQUE INDEX volunteers_pesel ON volunteers (pesel);
CREATE INDEX volunteers_import ON volunteers (import_id);

CREATE TABLE template_versions (
  version TEXT PRIMARY KEY,
  sources TEXT NOT NULL,
  first_used_at TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  template TEXT NOT NULL,
  template_version TEXT NOT NULL REFERENCES template_versions (version),
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  person_name TEXT NOT NULL,
  data TEXT NOT NULL,
  pdf BLOB,
  sha256 TEXT,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by INTEGER NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX documents_issued ON documents (issued_at, id);
CREATE INDEX documents_record ON documents (record_kind, record_id);
CREATE INDEX documents_unit ON documents (unit_id);
CREATE INDEX documents_user ON documents (issued_by);
CREATE INDEX documents_template ON documents (template_version);
CREATE INDEX documents_unfrozen ON documents (id) WHERE pdf IS NULL;

-- The id of a discarded draft never comes back: its history would become that of another agreement.
CREATE TABLE agreements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'signed', 'cancelled')),
  number TEXT UNIQUE,
  number_key TEXT NOT NULL,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  unit_id INTEGER REFERENCES units (id),
  tasks TEXT NOT NULL,
  weekly_minutes INTEGER,
  schedule TEXT NOT NULL,
  concluded_on TEXT NOT NULL,
  concluded_in TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  works_with_minors INTEGER NOT NULL CHECK (works_with_minors IN (0, 1)),
  is_minors_check_confirmed INTEGER NOT NULL CHECK (is_minors_check_confirmed IN (0, 1)),
  nnw_insurer TEXT NOT NULL,
  nnw_policy TEXT NOT NULL,
  nnw_provider TEXT NOT NULL CHECK (nnw_provider IN ('', 'centre', 'other')),
  nnw_from TEXT,
  nnw_to TEXT,
  travel_costs TEXT NOT NULL CHECK (travel_costs IN ('reimbursed', 'waived', 'partlyWaived', 'notEstablished')),
  waiver_scope TEXT NOT NULL,
  notice_days INTEGER NOT NULL,
  signatory_id INTEGER REFERENCES signatories (id),
  coordinator TEXT NOT NULL,
  guardian_name TEXT NOT NULL,
  guardian_relation TEXT NOT NULL CHECK (guardian_relation IN ('', 'parent', 'legalGuardian', 'fosterParent', 'other')),
  guardian_phone TEXT NOT NULL,
  notes TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id),
  import_id INTEGER REFERENCES imports (id),
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((status = 'draft') = (number IS NULL)),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX agreements_number ON agreements (number_key, id);
-- The agreements of one volunteer or unit lie all over the table, so these indexes alone tell which are in force.
CREATE INDEX agreements_volunteer ON agreements (
  volunteer_id, status, starts_on, COALESCE(ends_on, '9999-12-31'), unit_id
);
CREATE INDEX agreements_unit ON agreements (
  unit_id, COALESCE(ends_on, '9999-12-31'), starts_on, status, volunteer_id, number_key
);
CREATE INDEX agreements_unsigned ON agreements (status) WHERE status <> 'signed';
CREATE INDEX agreements_start ON agreements (starts_on, id);
CREATE INDEX agreements_end ON agreements (COALESCE(ends_on, '9999-12-31'), id);
CREATE INDEX agreements_signatory ON agreements (signatory_id);
CREATE INDEX agreements_document ON agreements (document_id);
CREATE INDEX agreements_import ON agreements (import_id);

CREATE TABLE search_words (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (kind, word, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_words_of ON search_words (kind, record_id, word);
`
