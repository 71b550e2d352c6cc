/** What a centre makes its own: templates, letterheads, projects, authorisations, text blocks, forms of names. */
export const centresOwn = /* sql */ `
-- From whom a case came, the sign and the day of that letter; empty where the office began it.
ALTER TABLE cases ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN sender_sign TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN sender_on TEXT;
ALTER TABLE cases ADD COLUMN notes TEXT NOT NULL DEFAULT '';

-- What a document is made of lies apart, so that a list of documents does not read through it.
CREATE TABLE document_contents (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  data TEXT NOT NULL,
  input TEXT NOT NULL,
  -- Missing only between the commit and the freezing.
  pdf BLOB
) STRICT;
INSERT INTO document_contents (document_id, data, input, pdf) SELECT id, data, input, pdf FROM documents;
DROP INDEX documents_unfrozen;
ALTER TABLE documents DROP COLUMN pdf;
ALTER TABLE documents DROP COLUMN data;
ALTER TABLE documents DROP COLUMN input;
CREATE INDEX documents_unfrozen ON documents (id) WHERE sha256 IS NULL;

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
