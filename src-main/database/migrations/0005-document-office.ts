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
ALTER TABLE documents ADD COLUMN input TEXT NOT NULL DEFAULT '{}';
-- Why a rule that stood in the way was set aside, by its key.
ALTER TABLE documents ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}';
-- A duplicate or a correction is a document of its own, linked to the first.
ALTER TABLE documents ADD COLUMN original_id INTEGER REFERENCES documents (id);
ALTER TABLE documents ADD COLUMN relation TEXT NOT NULL DEFAULT '' CHECK (relation IN ('', 'duplicate', 'correction'));
ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
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
`
