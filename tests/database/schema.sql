-- The schema after all migrations. Renew it with: npx vitest run tests/database/schema.test.ts -u

CREATE TABLE activities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE activity_kinds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  with_minors INTEGER NOT NULL,
  at_home INTEGER NOT NULL,
  with_clients INTEGER NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX activity_kinds_sort ON activity_kinds (sort_key, id);

CREATE TRIGGER hour_activities_delete AFTER DELETE ON agreement_activities BEGIN
  DELETE FROM hour_activities WHERE agreement_id = OLD.agreement_id;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(entry.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), entry.agreement_id, sum(entry.minutes),
      sum(entry.minutes * (entry.confirmed_at IS NOT NULL))
    FROM hour_entries AS entry
    LEFT JOIN agreement_activities AS about ON about.agreement_id = entry.agreement_id
      AND about.activity_id = CASE WHEN entry.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = entry.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(entry.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE entry.agreement_id = OLD.agreement_id GROUP BY 1, 2, 3;
END;

CREATE TRIGGER hour_activities_insert AFTER INSERT ON agreement_activities BEGIN
  DELETE FROM hour_activities WHERE agreement_id = NEW.agreement_id;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(entry.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), entry.agreement_id, sum(entry.minutes),
      sum(entry.minutes * (entry.confirmed_at IS NOT NULL))
    FROM hour_entries AS entry
    LEFT JOIN agreement_activities AS about ON about.agreement_id = entry.agreement_id
      AND about.activity_id = CASE WHEN entry.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = entry.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(entry.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE entry.agreement_id = NEW.agreement_id GROUP BY 1, 2, 3;
END;

CREATE TABLE agreement_activities (
  agreement_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  PRIMARY KEY (agreement_id, activity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_activities_activity ON agreement_activities (activity_id, agreement_id);

CREATE TABLE agreement_annexes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'concluded', 'cancelled')),
  -- Which one to its agreement; never given twice.
  sequence INTEGER,
  concluded_on TEXT NOT NULL,
  concluded_in TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  -- JSON array of codes: which clauses change.
  clauses TEXT NOT NULL,
  -- JSON: the fields that change, as they are to be; a place stands in columns of its own.
  changes TEXT NOT NULL,
  -- JSON: the same fields as they were when it was concluded.
  before TEXT NOT NULL,
  changes_unit INTEGER NOT NULL CHECK (changes_unit IN (0, 1)),
  unit_id INTEGER REFERENCES units (id),
  unit_before_id INTEGER REFERENCES units (id),
  free_text TEXT NOT NULL,
  signatory_id INTEGER REFERENCES signatories (id),
  class_before TEXT CHECK (class_before IN ('nnw', 'state')),
  class_after TEXT CHECK (class_after IN ('nnw', 'state')),
  -- The day on which it came into force; null until then.
  in_force_since TEXT,
  document_id INTEGER REFERENCES documents (id),
  cancel_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((status = 'draft') = (sequence IS NULL)),
  UNIQUE (agreement_id, sequence)
) STRICT;

CREATE INDEX agreement_annexes_document ON agreement_annexes (document_id);

CREATE INDEX agreement_annexes_signatory ON agreement_annexes (signatory_id);

CREATE INDEX agreement_annexes_unit ON agreement_annexes (unit_id);

CREATE INDEX agreement_annexes_unit_before ON agreement_annexes (unit_before_id);

CREATE INDEX agreement_annexes_waiting ON agreement_annexes (valid_from) WHERE status = 'concluded' AND in_force_since IS NULL;

CREATE TABLE agreement_terminations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  status TEXT NOT NULL CHECK (status IN ('concluded', 'cancelled')),
  mode TEXT NOT NULL CHECK (mode IN ('notice', 'mutual', 'atOnce')),
  party TEXT NOT NULL CHECK (party IN ('centre', 'volunteer')),
  -- The day on which the statement reached the other party, or on which both agreed.
  given_on TEXT NOT NULL,
  given_in TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- The last day that the agreement had before; null for an indefinite time.
  ends_before TEXT,
  reason TEXT NOT NULL,
  -- JSON array of texts: what the volunteer gives back.
  returns TEXT NOT NULL,
  signatory_id INTEGER REFERENCES signatories (id),
  document_id INTEGER REFERENCES documents (id),
  cancel_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX agreement_terminations_agreement ON agreement_terminations (agreement_id);

CREATE INDEX agreement_terminations_document ON agreement_terminations (document_id);

CREATE UNIQUE INDEX agreement_terminations_one ON agreement_terminations (agreement_id) WHERE status = 'concluded';

CREATE INDEX agreement_terminations_signatory ON agreement_terminations (signatory_id);

CREATE TRIGGER agreements_activities_delete AFTER DELETE ON agreements BEGIN
  DELETE FROM agreement_activities WHERE agreement_id = OLD.id;
END;

CREATE TRIGGER agreements_activities_insert AFTER INSERT ON agreements BEGIN
  INSERT INTO activities (name, name_key)
    SELECT min(trim(task.value)), replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(task.value)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż') FROM json_each(NEW.tasks) AS task
    WHERE trim(task.value) <> '' GROUP BY 2
    ON CONFLICT (name_key) DO NOTHING;
  INSERT INTO agreement_activities (agreement_id, activity_id)
    SELECT DISTINCT NEW.id, activities.id FROM json_each(NEW.tasks) AS task
    JOIN activities ON activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(task.value)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż');
END;

CREATE TRIGGER agreements_activities_update AFTER UPDATE OF tasks ON agreements WHEN NEW.tasks <> OLD.tasks BEGIN
  DELETE FROM agreement_activities WHERE agreement_id = NEW.id;
  INSERT INTO activities (name, name_key)
    SELECT min(trim(task.value)), replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(task.value)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż') FROM json_each(NEW.tasks) AS task
    WHERE trim(task.value) <> '' GROUP BY 2
    ON CONFLICT (name_key) DO NOTHING;
  INSERT INTO agreement_activities (agreement_id, activity_id)
    SELECT DISTINCT NEW.id, activities.id FROM json_each(NEW.tasks) AS task
    JOIN activities ON activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(task.value)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż');
END;

CREATE TRIGGER hour_entries_volunteer AFTER UPDATE OF volunteer_id ON agreements BEGIN
  UPDATE hour_entries SET volunteer_id = NEW.volunteer_id
    WHERE agreement_id = NEW.id AND volunteer_id <> NEW.volunteer_id;
END;

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
  guardian_phone TEXT NOT NULL,
  notes TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id),
  import_id INTEGER REFERENCES imports (id),
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1, project_id INTEGER REFERENCES projects (id), guardian_relation TEXT NOT NULL DEFAULT ''
  CHECK (guardian_relation IN ('', 'parent', 'legalGuardian', 'fosterParent', 'curator', 'other')), form TEXT NOT NULL DEFAULT 'written' CHECK (form IN ('written', 'oralConfirmed')), form_reason TEXT NOT NULL DEFAULT '', planned_minutes INTEGER, weekdays TEXT NOT NULL DEFAULT '[]', needs TEXT NOT NULL DEFAULT '[]', waiver_percent INTEGER CHECK (waiver_percent BETWEEN 1 AND 99), waiver_amount INTEGER CHECK (waiver_amount > 0), waiver_signed_on TEXT, annex_count INTEGER NOT NULL DEFAULT 0, ended_by TEXT NOT NULL DEFAULT '' CHECK (ended_by IN ('', 'notice', 'mutual', 'atOnce')), activity_kind_id INTEGER REFERENCES activity_kinds (id),
  CHECK ((status = 'draft') = (number IS NULL)),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;

CREATE INDEX agreements_activity_kind ON agreements (activity_kind_id);

CREATE INDEX agreements_annexed ON agreements (annex_count, id);

CREATE INDEX agreements_concluded ON agreements (concluded_on, id);

CREATE INDEX agreements_concluded_in ON agreements (concluded_on, unit_id, volunteer_id, id) WHERE status = 'signed';

CREATE INDEX agreements_document ON agreements (document_id);

CREATE INDEX agreements_end ON agreements (COALESCE(ends_on, '9999-12-31'), id);

CREATE INDEX agreements_ended_by ON agreements (ended_by, id) WHERE ended_by <> '';

CREATE INDEX agreements_import ON agreements (import_id);

CREATE INDEX agreements_in_force ON agreements
  (COALESCE(ends_on, '9999-12-31'), starts_on, unit_id, volunteer_id, id) WHERE status = 'signed';

CREATE INDEX agreements_number ON agreements (number_key, id);

CREATE INDEX agreements_oral ON agreements (form, id) WHERE form <> 'written';

CREATE INDEX agreements_project ON agreements (project_id);

CREATE INDEX agreements_signatory ON agreements (signatory_id);

CREATE INDEX agreements_start ON agreements (starts_on, id);

CREATE INDEX agreements_unit ON agreements (
  unit_id, COALESCE(ends_on, '9999-12-31'), starts_on, status, volunteer_id, number_key
);

CREATE INDEX agreements_unsigned ON agreements (status) WHERE status <> 'signed';

CREATE INDEX agreements_unsigned_waiver ON agreements (travel_costs, id)
  WHERE travel_costs IN ('waived', 'partlyWaived') AND waiver_signed_on IS NULL;

CREATE INDEX agreements_volunteer ON agreements (
  volunteer_id, status, starts_on, COALESCE(ends_on, '9999-12-31'), unit_id
);

CREATE TABLE attachment_contents (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachments (id),
  content BLOB NOT NULL
) STRICT;

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

CREATE INDEX bin_due ON bin (due_on, id);

CREATE INDEX bin_record ON bin (kind, record_id);

CREATE INDEX bin_removed ON bin (removed_at, id);

CREATE INDEX bin_sort ON bin (sort_key, id);

CREATE INDEX bin_user ON bin (removed_by);

CREATE TABLE bin_contents (
  bin_id INTEGER NOT NULL REFERENCES bin (id),
  attachment_id INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (bin_id, attachment_id)
) STRICT;

CREATE TABLE bin_units (
  bin_id INTEGER NOT NULL REFERENCES bin (id),
  unit_id INTEGER NOT NULL,
  PRIMARY KEY (bin_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bin_units_unit ON bin_units (unit_id);

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
  version INTEGER NOT NULL DEFAULT 1, sender TEXT NOT NULL DEFAULT '', sender_sign TEXT NOT NULL DEFAULT '', sender_on TEXT, notes TEXT NOT NULL DEFAULT '',
  UNIQUE (unit_symbol, class_id, year, number)
) STRICT;

CREATE INDEX cases_class ON cases (class_id, year, number);

CREATE INDEX cases_sort ON cases (sort_key, id);

CREATE INDEX cases_unit ON cases (unit_id);

CREATE INDEX cases_user ON cases (created_by);

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

CREATE INDEX centre_templates_user ON centre_templates (created_by);

CREATE INDEX centre_templates_version ON centre_templates (template_version);

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

CREATE TABLE cost_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  settlement_id INTEGER NOT NULL REFERENCES cost_settlements (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'vehicle', 'other', 'perDiem')),
  -- JSON: what was entered, as the kind has it.
  entered TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- JSON: how the amount was counted, with the rates of that day; a later change of rates leaves it as it was.
  parts TEXT NOT NULL,
  UNIQUE (settlement_id, position)
) STRICT;

CREATE TABLE cost_rates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL CHECK (code IN ('perDiem', 'carLarge', 'carSmall', 'motorcycle', 'moped')),
  valid_from TEXT NOT NULL,
  -- In ten-thousandths of a złoty: rates per kilometre had four decimals until 2023.
  amount INTEGER NOT NULL CHECK (amount > 0),
  source TEXT NOT NULL,
  certainty TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (code, valid_from)
) STRICT;

CREATE TABLE cost_settlements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  purpose TEXT NOT NULL,
  -- The first and last day of its lines.
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'paid', 'rejected')),
  has_vehicle_consent INTEGER NOT NULL,
  is_waiver_considered INTEGER NOT NULL,
  -- In grosze: the lines, what a waiver takes off them, and what is left to be paid.
  travel_amount INTEGER NOT NULL CHECK (travel_amount >= 0),
  per_diem_amount INTEGER NOT NULL CHECK (per_diem_amount >= 0),
  waived_amount INTEGER NOT NULL CHECK (waived_amount >= 0),
  total INTEGER NOT NULL CHECK (total >= 0),
  submitted_at TEXT,
  submitted_by INTEGER REFERENCES users (id),
  approved_at TEXT,
  approved_by INTEGER REFERENCES users (id),
  paid_on TEXT,
  paid_by INTEGER REFERENCES users (id),
  reject_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX cost_settlements_agreement ON cost_settlements (agreement_id, starts_on);

CREATE INDEX cost_settlements_approved_by ON cost_settlements (approved_by);

CREATE INDEX cost_settlements_day ON cost_settlements (starts_on, id);

CREATE INDEX cost_settlements_paid_by ON cost_settlements (paid_by);

CREATE INDEX cost_settlements_state ON cost_settlements (state, starts_on, id);

CREATE INDEX cost_settlements_submitted_by ON cost_settlements (submitted_by);

CREATE INDEX cost_settlements_volunteer ON cost_settlements (volunteer_id, starts_on);

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

CREATE TABLE document_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  checked_at TEXT NOT NULL,
  checked INTEGER NOT NULL,
  -- JSON: the ids of documents that do not match.
  damaged TEXT NOT NULL
) STRICT;

CREATE TABLE document_contents (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  data TEXT NOT NULL,
  input TEXT NOT NULL,
  -- Missing only between the commit and the freezing.
  pdf BLOB
) STRICT;

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

CREATE INDEX document_drafts_staff ON document_drafts (staff_id);

CREATE INDEX document_drafts_user ON document_drafts (created_by);

CREATE INDEX document_drafts_volunteer ON document_drafts (volunteer_id);

CREATE TABLE document_kinds (
  code TEXT PRIMARY KEY,
  pattern TEXT NOT NULL,
  class_id INTEGER REFERENCES file_classes (id),
  copies INTEGER NOT NULL,
  guard_days INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX document_kinds_class ON document_kinds (class_id);

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
  sha256 TEXT,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by INTEGER NOT NULL REFERENCES users (id)
, kind TEXT NOT NULL DEFAULT 'agreement', volunteer_id INTEGER REFERENCES volunteers (id), staff_id INTEGER REFERENCES staff (id), state TEXT NOT NULL DEFAULT 'issued'
  CHECK (state IN ('issued', 'signed', 'delivered', 'cancelled')), signed_on TEXT, delivered_on TEXT, delivery TEXT NOT NULL DEFAULT ''
  CHECK (delivery IN ('', 'inPerson', 'post', 'eDelivery', 'email')), cancel_reason TEXT NOT NULL DEFAULT '', case_id INTEGER REFERENCES cases (id), signatory_id INTEGER REFERENCES signatories (id), signatory_name TEXT NOT NULL DEFAULT '', copies INTEGER NOT NULL DEFAULT 2, overrides TEXT NOT NULL DEFAULT '{}', original_id INTEGER REFERENCES documents (id), relation TEXT NOT NULL DEFAULT '' CHECK (relation IN ('', 'duplicate', 'correction')), version INTEGER NOT NULL DEFAULT 1, project_id INTEGER REFERENCES projects (id)) STRICT;

CREATE INDEX documents_case ON documents (case_id);

CREATE INDEX documents_day ON documents (issued_on, id);

CREATE INDEX documents_issued ON documents (issued_at, id);

CREATE INDEX documents_kind ON documents (kind, issued_on);

CREATE INDEX documents_original ON documents (original_id);

CREATE INDEX documents_project ON documents (project_id);

CREATE INDEX documents_record ON documents (record_kind, record_id);

CREATE INDEX documents_signatory ON documents (signatory_id);

CREATE INDEX documents_staff ON documents (staff_id, kind, issued_on);

CREATE INDEX documents_template ON documents (template_version);

CREATE INDEX documents_unfrozen ON documents (id) WHERE sha256 IS NULL;

CREATE INDEX documents_unit ON documents (unit_id);

CREATE INDEX documents_user ON documents (issued_by);

CREATE INDEX documents_volunteer ON documents (volunteer_id, kind, issued_on);

CREATE TABLE event_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES events (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  -- The group with which somebody comes.
  group_id INTEGER REFERENCES volunteer_groups (id),
  -- The day of the consent of a minor's guardian.
  consent_on TEXT,
  -- The agreement that was concluded by the list; one that was cancelled since does not count.
  agreement_id INTEGER REFERENCES agreements (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX event_members_agreement ON event_members (agreement_id);

CREATE INDEX event_members_event ON event_members (event_id, volunteer_id);

CREATE INDEX event_members_group ON event_members (group_id);

CREATE INDEX event_members_volunteer ON event_members (volunteer_id);

CREATE TABLE event_presences (
  member_id INTEGER NOT NULL REFERENCES event_members (id) ON DELETE CASCADE,
  served_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440 AND minutes % 15 = 0),
  PRIMARY KEY (member_id, served_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'settled', 'cancelled')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  -- Minutes of the day, the same on each day of the event.
  from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1425 AND from_minute % 15 = 0),
  to_minute INTEGER CHECK (to_minute BETWEEN 15 AND 1440 AND to_minute % 15 = 0 AND to_minute > from_minute),
  place TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  -- JSON array of texts.
  tasks TEXT NOT NULL,
  coordinator_id INTEGER REFERENCES staff (id),
  expected_count INTEGER CHECK (expected_count > 0),
  works_with_minors INTEGER NOT NULL CHECK (works_with_minors IN (0, 1)),
  nnw_provider TEXT NOT NULL CHECK (nnw_provider IN ('', 'centre', 'other')),
  nnw_insurer TEXT NOT NULL,
  nnw_policy TEXT NOT NULL,
  nnw_from TEXT,
  nnw_to TEXT CHECK (nnw_to >= nnw_from),
  organisation TEXT NOT NULL,
  organisation_contact TEXT NOT NULL,
  notes TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, activity_kind_id INTEGER REFERENCES activity_kinds (id)) STRICT;

CREATE INDEX events_activity_kind ON events (activity_kind_id);

CREATE INDEX events_coordinator ON events (coordinator_id);

CREATE INDEX events_ends ON events (ends_on, id);

CREATE INDEX events_sort ON events (sort_key, id);

CREATE INDEX events_starts ON events (starts_on, id);

CREATE INDEX events_unit ON events (unit_id, starts_on);

CREATE TABLE families (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'closed')),
  district TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  worker_id INTEGER REFERENCES staff (id),
  is_deaf INTEGER NOT NULL,
  communication TEXT NOT NULL,
  children INTEGER,
  has_minors INTEGER NOT NULL,
  needs TEXT NOT NULL,
  notes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX families_sort ON families (sort_key, id);

CREATE INDEX families_unit ON families (unit_id);

CREATE INDEX families_worker ON families (worker_id);

CREATE TABLE file_classes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  symbol TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- 'A', 'B5', 'BE10', 'Bc'; empty where the centre has not said.
  category TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE frozen_reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('inForce', 'concluded')),
  -- The unit that it is about; null: the whole centre. No reference: it tells of a unit that is gone as well.
  unit_id INTEGER,
  note TEXT NOT NULL,
  -- JSON: years, totals and lines.
  content TEXT NOT NULL,
  frozen_on TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  frozen_by INTEGER NOT NULL REFERENCES users (id),
  frozen_by_name TEXT NOT NULL
) STRICT;

CREATE INDEX frozen_reports_unit ON frozen_reports (unit_id);

CREATE INDEX frozen_reports_user ON frozen_reports (frozen_by);

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

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  kind TEXT NOT NULL,
  record_id INTEGER,
  action TEXT NOT NULL,
  changes TEXT NOT NULL
, fields TEXT NOT NULL DEFAULT '', undoes INTEGER) STRICT;

CREATE INDEX history_at ON history (at, id);

CREATE INDEX history_kind ON history (kind, at, id);

CREATE INDEX history_record ON history (kind, record_id, id);

CREATE INDEX history_user ON history (user_id, at, id);

CREATE TABLE hour_activities (
  year INTEGER NOT NULL,
  -- 0: the agreement has no activity.
  activity_id INTEGER NOT NULL,
  agreement_id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (year, activity_id, agreement_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX hour_activities_agreement ON hour_activities (agreement_id);

CREATE TRIGGER hour_months_delete AFTER DELETE ON hour_entries BEGIN
  INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
    VALUES (OLD.agreement_id, substr(OLD.served_on, 1, 7), -OLD.minutes,
      -OLD.minutes * (OLD.confirmed_at IS NOT NULL))
    ON CONFLICT (agreement_id, month) DO UPDATE SET
      minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TRIGGER hour_months_insert AFTER INSERT ON hour_entries BEGIN
  INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
    VALUES (NEW.agreement_id, substr(NEW.served_on, 1, 7), NEW.minutes,
      NEW.minutes * (NEW.confirmed_at IS NOT NULL))
    ON CONFLICT (agreement_id, month) DO UPDATE SET
      minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TRIGGER hour_months_update AFTER UPDATE OF agreement_id, served_on, minutes, confirmed_at ON hour_entries BEGIN
  INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
    VALUES (OLD.agreement_id, substr(OLD.served_on, 1, 7), -OLD.minutes,
      -OLD.minutes * (OLD.confirmed_at IS NOT NULL))
    ON CONFLICT (agreement_id, month) DO UPDATE SET
      minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
    VALUES (NEW.agreement_id, substr(NEW.served_on, 1, 7), NEW.minutes,
      NEW.minutes * (NEW.confirmed_at IS NOT NULL))
    ON CONFLICT (agreement_id, month) DO UPDATE SET
      minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TRIGGER hour_years_delete AFTER DELETE ON hour_entries BEGIN
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (CAST(substr(OLD.served_on, 1, 4) AS INTEGER), OLD.agreement_id, -OLD.minutes, -OLD.minutes * (OLD.confirmed_at IS NOT NULL))
    ON CONFLICT (year, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(OLD.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), OLD.agreement_id, -OLD.minutes,
      -OLD.minutes * (OLD.confirmed_at IS NOT NULL)
    FROM (SELECT 1)
    LEFT JOIN agreement_activities AS about ON about.agreement_id = OLD.agreement_id
      AND about.activity_id = CASE WHEN OLD.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = OLD.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(OLD.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE true
    ON CONFLICT (year, activity_id, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TRIGGER hour_years_insert AFTER INSERT ON hour_entries BEGIN
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (CAST(substr(NEW.served_on, 1, 4) AS INTEGER), NEW.agreement_id, NEW.minutes, NEW.minutes * (NEW.confirmed_at IS NOT NULL))
    ON CONFLICT (year, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(NEW.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), NEW.agreement_id, NEW.minutes,
      NEW.minutes * (NEW.confirmed_at IS NOT NULL)
    FROM (SELECT 1)
    LEFT JOIN agreement_activities AS about ON about.agreement_id = NEW.agreement_id
      AND about.activity_id = CASE WHEN NEW.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = NEW.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(NEW.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE true
    ON CONFLICT (year, activity_id, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TRIGGER hour_years_update AFTER UPDATE OF agreement_id, served_on, minutes, confirmed_at, task ON hour_entries BEGIN
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (CAST(substr(OLD.served_on, 1, 4) AS INTEGER), OLD.agreement_id, -OLD.minutes, -OLD.minutes * (OLD.confirmed_at IS NOT NULL))
    ON CONFLICT (year, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(OLD.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), OLD.agreement_id, -OLD.minutes,
      -OLD.minutes * (OLD.confirmed_at IS NOT NULL)
    FROM (SELECT 1)
    LEFT JOIN agreement_activities AS about ON about.agreement_id = OLD.agreement_id
      AND about.activity_id = CASE WHEN OLD.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = OLD.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(OLD.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE true
    ON CONFLICT (year, activity_id, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (CAST(substr(NEW.served_on, 1, 4) AS INTEGER), NEW.agreement_id, NEW.minutes, NEW.minutes * (NEW.confirmed_at IS NOT NULL))
    ON CONFLICT (year, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT CAST(substr(NEW.served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), NEW.agreement_id, NEW.minutes,
      NEW.minutes * (NEW.confirmed_at IS NOT NULL)
    FROM (SELECT 1)
    LEFT JOIN agreement_activities AS about ON about.agreement_id = NEW.agreement_id
      AND about.activity_id = CASE WHEN NEW.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = NEW.agreement_id
        WHERE activities.name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(NEW.task)), 'Ą', 'ą'), 'Ć', 'ć'), 'Ę', 'ę'), 'Ł', 'ł'), 'Ń', 'ń'), 'Ó', 'ó'), 'Ś', 'ś'), 'Ź', 'ź'), 'Ż', 'ż')
      ), about.activity_id) END
    WHERE true
    ON CONFLICT (year, activity_id, agreement_id) DO UPDATE SET
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;
END;

CREATE TABLE hour_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  served_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 1440 AND minutes % 15 = 0),
  place TEXT NOT NULL,
  task TEXT NOT NULL,
  confirmed_at TEXT,
  confirmed_by INTEGER REFERENCES users (id),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1425), to_minute INTEGER
  CHECK ((from_minute IS NULL) = (to_minute IS NULL) AND (to_minute IS NULL OR to_minute - from_minute = minutes)
    AND to_minute <= 1440)) STRICT;

CREATE INDEX hour_entries_agreement ON hour_entries (agreement_id, served_on);

CREATE INDEX hour_entries_confirmed ON hour_entries (served_on, id) WHERE confirmed_at IS NOT NULL;

CREATE INDEX hour_entries_confirmed_by ON hour_entries (confirmed_by);

CREATE INDEX hour_entries_day ON hour_entries (served_on, id);

CREATE INDEX hour_entries_import ON hour_entries (import_id);

CREATE INDEX hour_entries_unconfirmed ON hour_entries (served_on, id) WHERE confirmed_at IS NULL;

CREATE INDEX hour_entries_volunteer ON hour_entries (volunteer_id, served_on, minutes);

CREATE TABLE hour_months (
  agreement_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX hour_months_month ON hour_months (month, agreement_id, minutes, confirmed_minutes);

CREATE TABLE hour_years (
  year INTEGER NOT NULL,
  agreement_id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (year, agreement_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE import_mappings (
  register TEXT NOT NULL,
  header_key TEXT NOT NULL,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL,
  PRIMARY KEY (register, header_key)
) STRICT;

CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  version INTEGER NOT NULL,
  before TEXT,
  PRIMARY KEY (import_id, kind, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "imports" (
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

CREATE INDEX imports_file ON imports (sha256);

CREATE INDEX imports_undoer ON imports (undone_by);

CREATE INDEX imports_user ON imports (created_by);

CREATE TABLE introductions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  introduced_on TEXT NOT NULL,
  worker_id INTEGER REFERENCES staff (id),
  participants TEXT NOT NULL,
  place_consent_on TEXT,
  place_consent_form TEXT NOT NULL,
  volunteer_consent_on TEXT,
  withdrawn_on TEXT,
  withdrawn_by TEXT
) STRICT;

CREATE INDEX introductions_placement ON introductions (placement_id);

CREATE INDEX introductions_worker ON introductions (worker_id);

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

CREATE TABLE list_layouts (
  user_id INTEGER NOT NULL REFERENCES users (id),
  register TEXT NOT NULL,
  columns TEXT NOT NULL,
  default_view_id INTEGER REFERENCES views (id),
  PRIMARY KEY (user_id, register)
) STRICT, WITHOUT ROWID;

CREATE INDEX list_layouts_view ON list_layouts (default_view_id);

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

CREATE INDEX merges_undoer ON merges (undone_by);

CREATE INDEX merges_user ON merges (merged_by);

CREATE TABLE monitoring_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('contact', 'talk', 'nextStep')),
  due_on TEXT NOT NULL,
  task TEXT NOT NULL,
  -- The entry that left this as its next step.
  from_id INTEGER REFERENCES monitoring_entries (id),
  done_on TEXT,
  done_by INTEGER REFERENCES staff (id),
  way TEXT,
  result TEXT,
  sentence TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '',
  next_step_on TEXT,
  skipped_on TEXT,
  skip_reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX monitoring_entries_day ON monitoring_entries (due_on, id);

CREATE INDEX monitoring_entries_done_by ON monitoring_entries (done_by);

CREATE INDEX monitoring_entries_from ON monitoring_entries (from_id);

CREATE INDEX monitoring_entries_open ON monitoring_entries (due_on, id) WHERE done_on IS NULL AND skipped_on IS NULL;

CREATE INDEX monitoring_entries_placement ON monitoring_entries (placement_id, due_on);

CREATE INDEX monitoring_entries_waiting ON monitoring_entries (placement_id, due_on) WHERE done_on IS NULL AND skipped_on IS NULL;

CREATE TABLE monitoring_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'family')),
  valid_from TEXT NOT NULL,
  stages TEXT NOT NULL,
  talk_every_months INTEGER,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (kind, valid_from)
) STRICT;

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

CREATE TABLE needs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER REFERENCES units (id),
  family_id INTEGER REFERENCES families (id),
  activity_kind_id INTEGER REFERENCES activity_kinds (id),
  people INTEGER NOT NULL CHECK (people > 0),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  hours TEXT NOT NULL,
  needs_sign_language INTEGER NOT NULL,
  note TEXT NOT NULL,
  is_closed INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((unit_id IS NULL) <> (family_id IS NULL))
) STRICT;

CREATE INDEX needs_activity_kind ON needs (activity_kind_id);

CREATE INDEX needs_family ON needs (family_id);

CREATE INDEX needs_start ON needs (starts_on, id);

CREATE INDEX needs_unit ON needs (unit_id);

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

CREATE INDEX notes_changer ON notes (changed_by);

CREATE INDEX notes_record ON notes (kind, record_id, id);

CREATE INDEX notes_user ON notes (created_by);

CREATE TABLE number_series (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) STRICT;

CREATE TABLE placements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreements (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  unit_id INTEGER REFERENCES units (id),
  family_id INTEGER REFERENCES families (id),
  activity_kind_id INTEGER REFERENCES activity_kinds (id),
  need_id INTEGER REFERENCES needs (id),
  coordinator_id INTEGER REFERENCES staff (id),
  rule_id INTEGER REFERENCES monitoring_rules (id),
  task TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  hours TEXT NOT NULL,
  note TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'introduced', 'active', 'suspended', 'ended')),
  active_on TEXT,
  -- The day up to which what is due has been laid out.
  due_until TEXT,
  suspended_on TEXT,
  suspend_reason TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  end_note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((unit_id IS NULL) <> (family_id IS NULL))
) STRICT;

CREATE INDEX placements_activity_kind ON placements (activity_kind_id);

CREATE INDEX placements_agreement ON placements (agreement_id);

CREATE INDEX placements_coordinator ON placements (coordinator_id);

CREATE INDEX placements_due ON placements (due_until) WHERE status = 'active';

CREATE INDEX placements_end ON placements (COALESCE(ends_on, '9999-12-31'), id);

CREATE INDEX placements_family ON placements (family_id, starts_on);

CREATE INDEX placements_need ON placements (need_id);

CREATE INDEX placements_rule ON placements (rule_id);

CREATE INDEX placements_start ON placements (starts_on, id);

CREATE INDEX placements_status ON placements (status, starts_on, id);

CREATE INDEX placements_unit ON placements (unit_id, starts_on);

CREATE INDEX placements_volunteer ON placements (volunteer_id, starts_on);

CREATE TABLE position_groups (
  position_id INTEGER NOT NULL REFERENCES positions (id),
  from_on TEXT NOT NULL,
  staff_group TEXT NOT NULL CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  PRIMARY KEY (position_id, from_on)
) STRICT;

CREATE TABLE positions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  staff_group TEXT NOT NULL CHECK (staff_group IN ('managers', 'socialWorkers', 'specialists', 'administration')),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE INDEX print_jobs_document ON print_jobs (document_id);

CREATE INDEX print_jobs_queue ON print_jobs (added_by, place);

CREATE TABLE project_logos (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  place INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES images (sha256),
  -- What a reader who does not see it is told.
  text TEXT NOT NULL,
  PRIMARY KEY (project_id, place)
) STRICT;

CREATE INDEX project_logos_image ON project_logos (sha256);

CREATE TABLE projects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sentence TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE protection_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  kind TEXT NOT NULL CHECK (kind IN ('restrictedRegister', 'commissionRegister', 'criminalRecord', 'declaration',
    'foreignRecord', 'foreignStatement', 'standards')),
  done_on TEXT NOT NULL,
  issued_on TEXT,
  result TEXT NOT NULL CHECK (result IN ('clear', 'listed')),
  state TEXT NOT NULL,
  citizenships TEXT NOT NULL,
  residences TEXT NOT NULL,
  standards_from TEXT,
  filed_in TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  superseded_on TEXT,
  noted_by INTEGER NOT NULL REFERENCES users (id),
  noted_at TEXT NOT NULL,
  cancelled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX protection_checks_noted_by ON protection_checks (noted_by);

CREATE INDEX protection_checks_volunteer ON protection_checks (volunteer_id, id);

CREATE TABLE protection_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  recheck_months INTEGER NOT NULL CHECK (recheck_months BETWEEN 0 AND 60),
  standards_from TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE requirement_completions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  done_on TEXT NOT NULL,
  valid_until TEXT,
  until_reason TEXT NOT NULL,
  source TEXT NOT NULL,
  paper_place TEXT NOT NULL,
  note TEXT NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by INTEGER REFERENCES users (id),
  withdraw_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX requirement_completions_created ON requirement_completions (created_by);

CREATE INDEX requirement_completions_requirement ON requirement_completions (requirement_id);

CREATE INDEX requirement_completions_volunteer ON requirement_completions (volunteer_id, requirement_id, done_on);

CREATE INDEX requirement_completions_withdrawn ON requirement_completions (withdrawn_by);

CREATE TABLE requirement_exemptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  from_on TEXT NOT NULL,
  until_on TEXT,
  reason TEXT NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX requirement_exemptions_requirement ON requirement_exemptions (requirement_id);

CREATE INDEX requirement_exemptions_user ON requirement_exemptions (created_by);

CREATE INDEX requirement_exemptions_volunteer ON requirement_exemptions (volunteer_id, requirement_id);

CREATE TABLE requirement_reminders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  due_on TEXT NOT NULL,
  days_before INTEGER NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX requirement_reminders_requirement ON requirement_reminders (requirement_id);

CREATE INDEX requirement_reminders_user ON requirement_reminders (created_by);

CREATE INDEX requirement_reminders_volunteer ON requirement_reminders (volunteer_id, requirement_id, due_on);

CREATE TABLE requirement_rule_kinds (
  rule_id INTEGER NOT NULL REFERENCES requirement_rules (id),
  activity_kind_id INTEGER NOT NULL REFERENCES activity_kinds (id),
  PRIMARY KEY (rule_id, activity_kind_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX requirement_rule_kinds_kind ON requirement_rule_kinds (activity_kind_id);

CREATE TABLE requirement_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  valid_from TEXT NOT NULL,
  ends_on TEXT,
  for_all_from TEXT,
  applies_to TEXT NOT NULL,
  audience TEXT NOT NULL,
  blocks TEXT NOT NULL,
  source TEXT NOT NULL,
  source_detail TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  validity_months INTEGER,
  reminder_days TEXT NOT NULL,
  basis TEXT NOT NULL,
  certainty TEXT NOT NULL,
  explanation TEXT NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (requirement_id, valid_from)
) STRICT;

CREATE INDEX requirement_rules_user ON requirement_rules (created_by);

CREATE TABLE requirement_standings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  state TEXT NOT NULL,
  due_on TEXT,
  remind_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX requirement_standings_due ON requirement_standings (COALESCE(due_on, '9999-12-31'), id);

CREATE INDEX requirement_standings_remind ON requirement_standings (remind_on, id) WHERE remind_on IS NOT NULL;

CREATE INDEX requirement_standings_requirement ON requirement_standings (requirement_id, state, volunteer_id);

CREATE INDEX requirement_standings_volunteer ON requirement_standings (volunteer_id, requirement_id);

CREATE TABLE requirements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  place INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX requirements_sort ON requirements (sort_key, id);

CREATE TABLE search_words (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (kind, word, record_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_words_of ON search_words (kind, record_id, word);

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
, bin_days INTEGER NOT NULL DEFAULT 90 CHECK (bin_days BETWEEN 7 AND 730), is_emptying INTEGER NOT NULL DEFAULT 0 CHECK (is_emptying IN (0, 1)), retention_years INTEGER NOT NULL DEFAULT 10 CHECK (retention_years BETWEEN 1 AND 50)) STRICT;

CREATE TABLE sign_in_throttles (
  login_digest TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until TEXT NOT NULL
) STRICT;

CREATE TABLE signatories (
  id INTEGER PRIMARY KEY,
  full_name TEXT NOT NULL,
  position TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, is_head INTEGER NOT NULL DEFAULT 1 CHECK (is_head IN (0, 1))) STRICT;

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

CREATE INDEX staff_import ON staff (import_id);

CREATE INDEX staff_name ON staff (name_key);

CREATE INDEX staff_position ON staff (position_id);

CREATE INDEX staff_sort ON staff (sort_key, id);

CREATE INDEX staff_unit ON staff (unit_id);

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

CREATE TABLE template_versions (
  version TEXT PRIMARY KEY,
  sources TEXT NOT NULL,
  first_used_at TEXT NOT NULL
) STRICT;

CREATE TABLE text_blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, theme TEXT NOT NULL DEFAULT '') STRICT;

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

CREATE INDEX unit_versions_head ON unit_versions (head_id);

CREATE INDEX unit_versions_parent ON unit_versions (parent_id);

CREATE TABLE "units" (
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

CREATE INDEX units_head ON units (head_id);

CREATE INDEX units_import ON units (import_id);

CREATE INDEX units_name ON units (name_key);

CREATE INDEX units_parent ON units (parent_id);

CREATE INDEX units_sort ON units (sort_key, id);

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
  version INTEGER NOT NULL DEFAULT 1, ends_on TEXT, verification TEXT NOT NULL DEFAULT 'none'
  CHECK (verification IN ('none', 'log', 'full')),
  CHECK (role <> 'head' OR unit_id IS NOT NULL)
) STRICT;

CREATE INDEX users_unit ON users (unit_id);

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

CREATE TABLE volunteer_activity_kinds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  activity_kind_id INTEGER NOT NULL REFERENCES activity_kinds (id),
  chosen_on TEXT NOT NULL
) STRICT;

CREATE INDEX volunteer_activity_kinds_kind ON volunteer_activity_kinds (activity_kind_id, volunteer_id);

CREATE INDEX volunteer_activity_kinds_volunteer ON volunteer_activity_kinds (volunteer_id, activity_kind_id);

CREATE TABLE volunteer_availability (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440)
) STRICT;

CREATE INDEX volunteer_availability_day ON volunteer_availability (weekday, volunteer_id);

CREATE INDEX volunteer_availability_volunteer ON volunteer_availability (volunteer_id, weekday, from_minute, to_minute);

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

CREATE TABLE volunteer_group_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES volunteer_groups (id),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  joined_on TEXT NOT NULL,
  left_on TEXT CHECK (left_on >= joined_on)
) STRICT;

CREATE INDEX volunteer_group_members_group ON volunteer_group_members (group_id);

CREATE INDEX volunteer_group_members_volunteer ON volunteer_group_members (volunteer_id);

CREATE TABLE volunteer_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- Who brings them: a school, an association; empty for a group of the centre's own.
  organisation TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  notes TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  sort_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE volunteer_guardians (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('', 'parent', 'legalGuardian', 'fosterParent', 'curator', 'other')),
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  -- The day on the paper of the consent, and where that is kept.
  consent_on TEXT,
  consent_kept_at TEXT NOT NULL
) STRICT;

CREATE INDEX volunteer_guardians_volunteer ON volunteer_guardians (volunteer_id, place);

CREATE TABLE volunteer_marks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  mark TEXT NOT NULL,
  on_day TEXT NOT NULL,
  until_on TEXT,
  reason TEXT NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX volunteer_marks_user ON volunteer_marks (created_by);

CREATE INDEX volunteer_marks_volunteer ON volunteer_marks (volunteer_id, on_day);

CREATE TABLE volunteer_preferences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  activity TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  CHECK ((activity = '') = (unit_id IS NOT NULL))
) STRICT;

CREATE INDEX volunteer_preferences_unit ON volunteer_preferences (unit_id, volunteer_id);

CREATE INDEX volunteer_preferences_volunteer ON volunteer_preferences (volunteer_id, place);

CREATE TABLE volunteer_skills (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('skill', 'language', 'signLanguage')),
  name TEXT NOT NULL,
  level TEXT NOT NULL
) STRICT;

CREATE INDEX volunteer_skills_name ON volunteer_skills (kind, name, volunteer_id);

CREATE INDEX volunteer_skills_volunteer ON volunteer_skills (volunteer_id, kind, place, name);

CREATE TABLE volunteer_statuses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  since_on TEXT NOT NULL,
  reason_key TEXT NOT NULL,
  requirement_id INTEGER REFERENCES requirements (id),
  mark_id INTEGER REFERENCES volunteer_marks (id) ON DELETE SET NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX volunteer_statuses_mark ON volunteer_statuses (mark_id);

CREATE INDEX volunteer_statuses_requirement ON volunteer_statuses (requirement_id);

CREATE INDEX volunteer_statuses_user ON volunteer_statuses (created_by);

CREATE INDEX volunteer_statuses_volunteer ON volunteer_statuses (volunteer_id, id);

CREATE TABLE "volunteers" (
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
  notes TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  street_key TEXT NOT NULL,
  town_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, category TEXT NOT NULL DEFAULT 'unknown'
  CHECK (category IN ('pupil', 'student', 'adult', 'senior', 'trainee', 'unknown')), mail_street TEXT NOT NULL DEFAULT '', mail_post_code TEXT NOT NULL DEFAULT '', mail_town TEXT NOT NULL DEFAULT '', identity_document_kind TEXT NOT NULL DEFAULT ''
  CHECK (identity_document_kind IN ('', 'passport', 'identityCard', 'residenceCard', 'other')), identity_document TEXT NOT NULL DEFAULT '', legal_status TEXT NOT NULL DEFAULT 'byAge'
  CHECK (legal_status IN ('byAge', 'partlyIncapacitated', 'fullyIncapacitated')), engagement TEXT NOT NULL DEFAULT 'volunteering'
  CHECK (engagement IN ('volunteering', 'internship')), institution_kind TEXT NOT NULL DEFAULT ''
  CHECK (institution_kind IN ('', 'school', 'university', 'employer', 'organisation')), institution TEXT NOT NULL DEFAULT '', institution_key TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '', conflict_notes TEXT NOT NULL DEFAULT '', anonymised_on TEXT, skills_text TEXT NOT NULL DEFAULT '', skills_key TEXT NOT NULL DEFAULT '', languages_text TEXT NOT NULL DEFAULT '', languages_key TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'candidate', status_since TEXT NOT NULL DEFAULT '', status_next_on TEXT DEFAULT '') STRICT;

CREATE INDEX volunteers_birth ON volunteers (COALESCE(birth_on, ''), id);

CREATE INDEX volunteers_category ON volunteers (category, sort_key, id);

CREATE INDEX volunteers_created ON volunteers (created_at, id);

CREATE INDEX volunteers_email ON volunteers (lower(email), id);

CREATE INDEX volunteers_engagement ON volunteers (engagement, sort_key, id);

CREATE INDEX volunteers_import ON volunteers (import_id);

CREATE INDEX volunteers_institution ON volunteers (institution_key, id);

CREATE INDEX volunteers_institution_kind ON volunteers (institution_kind, sort_key, id);

CREATE INDEX volunteers_languages ON volunteers (languages_key, id);

CREATE INDEX volunteers_name ON volunteers (name_key);

CREATE UNIQUE INDEX volunteers_pesel ON volunteers (pesel);

CREATE INDEX volunteers_phone ON volunteers (phone, id);

CREATE INDEX volunteers_post_code ON volunteers (post_code, id);

CREATE INDEX volunteers_skills ON volunteers (skills_key, id);

CREATE INDEX volunteers_sort ON volunteers (sort_key, id, birth_on);

CREATE INDEX volunteers_status ON volunteers (status, sort_key, id);

CREATE INDEX volunteers_status_next ON volunteers (status_next_on, id) WHERE status_next_on IS NOT NULL;

CREATE INDEX volunteers_status_since ON volunteers (status_since, id);

CREATE INDEX volunteers_street ON volunteers (street_key, id);

CREATE INDEX volunteers_town ON volunteers (town_key, id);

