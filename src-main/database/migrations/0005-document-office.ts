/** The file plan, cases, numbers given, drafts and states of documents, the print queue, and what a centre made its own. */
export const documentOffice = /* sql */ `
-- The classes of the centre's file plan (jednolity rzeczowy wykaz akt).
CREATE TABLE file_classes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  symbol TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- 'A', 'B5', 'BE10', 'Bc'; empty where the centre has not said.
  category TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A case has a sign of its own; all its letters share it.
CREATE TABLE cases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sign TEXT NOT NULL UNIQUE,
  -- The symbol of the unit (or of the centre) as it stood on the day.
  unit_symbol TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  class_id INTEGER NOT NULL REFERENCES file_classes (id),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  subject TEXT NOT NULL,
  -- From whom it came, the sign and the day of that letter; empty where the office began it.
  sender TEXT NOT NULL,
  sender_sign TEXT NOT NULL,
  sender_on TEXT,
  notes TEXT NOT NULL,
  -- Unit, class, year and number in the order of the list of cases.
  sort_key TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  is_paper INTEGER NOT NULL CHECK (is_paper IN (0, 1)),
  -- Set where the number was given by mistake: it stays, with its reason.
  cancel_reason TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (unit_symbol, class_id, year, number)
) STRICT;
CREATE INDEX cases_sort ON cases (sort_key, id);
CREATE INDEX cases_class ON cases (class_id, year, number);
CREATE INDEX cases_unit ON cases (unit_id);
CREATE INDEX cases_user ON cases (created_by);

-- The numbers of the centre's own registers (zaświadczenia, skierowania …), each given once.
CREATE TABLE given_numbers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id),
  -- Given on paper, before the program or beside it: what for.
  paper_note TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  given_on TEXT NOT NULL,
  given_by INTEGER NOT NULL REFERENCES users (id),
  given_at TEXT NOT NULL,
  UNIQUE (register, year, number),
  UNIQUE (register, text)
) STRICT;
CREATE INDEX given_numbers_document ON given_numbers (document_id);
CREATE INDEX given_numbers_user ON given_numbers (given_by);

-- What the centre has set for a kind of document; a kind without a row is as shipped.
CREATE TABLE document_kinds (
  code TEXT PRIMARY KEY,
  pattern TEXT NOT NULL,
  class_id INTEGER REFERENCES file_classes (id),
  copies INTEGER NOT NULL,
  guard_days INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX document_kinds_class ON document_kinds (class_id);

CREATE TABLE document_drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  volunteer_id INTEGER REFERENCES volunteers (id),
  staff_id INTEGER REFERENCES staff (id),
  input TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX document_drafts_volunteer ON document_drafts (volunteer_id);
CREATE INDEX document_drafts_staff ON document_drafts (staff_id);
CREATE INDEX document_drafts_user ON document_drafts (created_by);

ALTER TABLE documents ADD COLUMN kind TEXT NOT NULL DEFAULT 'agreement';
ALTER TABLE documents ADD COLUMN volunteer_id INTEGER REFERENCES volunteers (id);
ALTER TABLE documents ADD COLUMN staff_id INTEGER REFERENCES staff (id);
ALTER TABLE documents ADD COLUMN state TEXT NOT NULL DEFAULT 'issued'
  CHECK (state IN ('issued', 'signed', 'delivered', 'cancelled'));
ALTER TABLE documents ADD COLUMN signed_on TEXT;
ALTER TABLE documents ADD COLUMN delivered_on TEXT;
ALTER TABLE documents ADD COLUMN delivery TEXT NOT NULL DEFAULT ''
  CHECK (delivery IN ('', 'inPerson', 'post', 'eDelivery', 'email'));
ALTER TABLE documents ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN case_id INTEGER REFERENCES cases (id);
ALTER TABLE documents ADD COLUMN signatory_id INTEGER REFERENCES signatories (id);
ALTER TABLE documents ADD COLUMN signatory_name TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN copies INTEGER NOT NULL DEFAULT 2;
-- Why a rule that stood in the way was set aside, by its key.
ALTER TABLE documents ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}';
-- A duplicate or a correction is a document of its own, linked to the first.
ALTER TABLE documents ADD COLUMN original_id INTEGER REFERENCES documents (id);
ALTER TABLE documents ADD COLUMN relation TEXT NOT NULL DEFAULT '' CHECK (relation IN ('', 'duplicate', 'correction'));
ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- What a document is made of lies apart, so that a list of documents does not read through it.
CREATE TABLE document_contents (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  data TEXT NOT NULL,
  input TEXT NOT NULL,
  -- Missing only between the commit and the freezing.
  pdf BLOB
) STRICT;
INSERT INTO document_contents (document_id, data, input, pdf) SELECT id, data, '{}', pdf FROM documents;
DROP INDEX documents_unfrozen;
ALTER TABLE documents DROP COLUMN pdf;
ALTER TABLE documents DROP COLUMN data;
CREATE INDEX documents_unfrozen ON documents (id) WHERE sha256 IS NULL;
UPDATE documents SET
  volunteer_id = (SELECT volunteer_id FROM agreements WHERE agreements.id = documents.record_id),
  signatory_id = (SELECT signatory_id FROM agreements WHERE agreements.id = documents.record_id),
  signatory_name = coalesce((SELECT signatories.full_name FROM agreements
    JOIN signatories ON signatories.id = agreements.signatory_id WHERE agreements.id = documents.record_id), ''),
  state = CASE WHEN (SELECT status FROM agreements WHERE agreements.id = documents.record_id) = 'cancelled'
    THEN 'cancelled' ELSE 'issued' END,
  cancel_reason = coalesce((SELECT agreements.cancel_reason FROM agreements WHERE agreements.id = documents.record_id), '');
CREATE INDEX documents_volunteer ON documents (volunteer_id, kind, issued_on);
CREATE INDEX documents_staff ON documents (staff_id, kind, issued_on);
CREATE INDEX documents_kind ON documents (kind, issued_on);
CREATE INDEX documents_case ON documents (case_id);
CREATE INDEX documents_original ON documents (original_id);
CREATE INDEX documents_signatory ON documents (signatory_id);

CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  place INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'paused', 'printing', 'printed', 'failed')),
  added_by INTEGER NOT NULL REFERENCES users (id),
  added_at TEXT NOT NULL,
  printed_at TEXT
) STRICT;
CREATE INDEX print_jobs_queue ON print_jobs (added_by, place);
CREATE INDEX print_jobs_document ON print_jobs (document_id);

-- A template that the centre made its own. What was approved never changes: the version is kept in template_versions.
CREATE TABLE centre_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template TEXT NOT NULL,
  -- Given at approval; a draft has none.
  number INTEGER,
  source TEXT NOT NULL,
  template_version TEXT REFERENCES template_versions (version),
  note TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  approved_by TEXT NOT NULL,
  approved_at TEXT,
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (template, number),
  CHECK ((number IS NULL) = (template_version IS NULL) AND (number IS NULL) = (valid_from IS NULL))
) STRICT;
CREATE INDEX centre_templates_version ON centre_templates (template_version);
CREATE INDEX centre_templates_user ON centre_templates (created_by);

-- Logos, by their content: one that stands in an issued document stays for ever.
CREATE TABLE images (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  content BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  added_by INTEGER NOT NULL REFERENCES users (id),
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX images_user ON images (added_by);

-- The head of the centre (unit_id null, one row), or of a unit that has its own.
CREATE TABLE letterheads (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER UNIQUE REFERENCES units (id),
  -- Lines under the name; empty means those of the centre or the unit itself.
  lines TEXT NOT NULL,
  logo TEXT REFERENCES images (sha256),
  logo_text TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX letterheads_logo ON letterheads (logo);

-- Projects whose logos and sentence stand on documents that they pay for.
CREATE TABLE projects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sentence TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE project_logos (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  place INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES images (sha256),
  -- What a reader who does not see it is told.
  text TEXT NOT NULL,
  PRIMARY KEY (project_id, place)
) STRICT;
CREATE INDEX project_logos_image ON project_logos (sha256);
ALTER TABLE documents ADD COLUMN project_id INTEGER REFERENCES projects (id);
CREATE INDEX documents_project ON documents (project_id);
ALTER TABLE agreements ADD COLUMN project_id INTEGER REFERENCES projects (id);
CREATE INDEX agreements_project ON agreements (project_id);

-- By what a person who is not the head of the centre signs for it.
CREATE TABLE authorisations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  signatory_id INTEGER NOT NULL REFERENCES signatories (id),
  number TEXT NOT NULL,
  given_on TEXT,
  -- JSON: the codes of the kinds of documents; empty means all.
  kinds TEXT NOT NULL,
  scope TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  revoked_on TEXT,
  -- Where the paper is kept.
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX authorisations_signatory ON authorisations (signatory_id);
-- One who signs by the office itself (the director) needs no authorisation.
ALTER TABLE signatories ADD COLUMN is_head INTEGER NOT NULL DEFAULT 1 CHECK (is_head IN (0, 1));
INSERT INTO authorisations (signatory_id, number, given_on, kinds, scope, valid_from, valid_to, kept_at)
  SELECT id, authorisation, NULL, '[]', '', valid_from, valid_to, '' FROM signatories WHERE authorisation <> '';
UPDATE signatories SET is_head = 0, valid_from = NULL, valid_to = NULL WHERE authorisation <> '';
ALTER TABLE signatories DROP COLUMN authorisation;

-- Texts that the centre keeps for its letters.
CREATE TABLE text_blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The nightly comparison of stored PDFs with their SHA-256.
CREATE TABLE document_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  checked_at TEXT NOT NULL,
  checked INTEGER NOT NULL,
  -- JSON: the ids of documents that do not match.
  damaged TEXT NOT NULL
) STRICT;

-- A name in the cases in which letters need it, as a clerk confirmed it; used only while the name is still that one.
CREATE TABLE name_forms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER UNIQUE REFERENCES volunteers (id),
  staff_id INTEGER UNIQUE REFERENCES staff (id),
  nominative TEXT NOT NULL,
  genitive TEXT NOT NULL,
  dative TEXT NOT NULL,
  accusative TEXT NOT NULL,
  instrumental TEXT NOT NULL,
  confirmed_by INTEGER NOT NULL REFERENCES users (id),
  confirmed_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((volunteer_id IS NULL) <> (staff_id IS NULL))
) STRICT;
CREATE INDEX name_forms_user ON name_forms (confirmed_by);
`
