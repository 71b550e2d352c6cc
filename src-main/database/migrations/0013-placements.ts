/** Families by code, what units and families need, placements of volunteers there, and how they are looked after. */
export const placements = `
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
CREATE INDEX needs_start ON needs (starts_on, id);
CREATE INDEX needs_unit ON needs (unit_id);
CREATE INDEX needs_family ON needs (family_id);
CREATE INDEX needs_activity_kind ON needs (activity_kind_id);

-- The rhythm in which placements are looked after. A version holds for those that become active from its day on.
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
INSERT INTO monitoring_rules (kind, valid_from, stages, talk_every_months, created_at)
  SELECT kind, '2000-01-01',
    '[{"every":2,"unit":"day","times":1},{"every":1,"unit":"week","times":4},{"every":1,"unit":"month","times":null}]',
    3, '2026-11-30T00:00:00.000Z'
  FROM (SELECT 'unit' AS kind UNION ALL SELECT 'family');

-- To a unit or to a family. Whose it is stands here as well as in the agreement, so that a person's are found by an index.
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
CREATE INDEX placements_start ON placements (starts_on, id);
CREATE INDEX placements_end ON placements (COALESCE(ends_on, '9999-12-31'), id);
CREATE INDEX placements_status ON placements (status, starts_on, id);
CREATE INDEX placements_due ON placements (due_until) WHERE status = 'active';
CREATE INDEX placements_agreement ON placements (agreement_id);
CREATE INDEX placements_volunteer ON placements (volunteer_id, starts_on);
CREATE INDEX placements_unit ON placements (unit_id, starts_on);
CREATE INDEX placements_family ON placements (family_id, starts_on);
CREATE INDEX placements_activity_kind ON placements (activity_kind_id);
CREATE INDEX placements_need ON placements (need_id);
CREATE INDEX placements_coordinator ON placements (coordinator_id);
CREATE INDEX placements_rule ON placements (rule_id);

-- The meetings of volunteer, family (or unit) and social worker, with the consents given at them.
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
CREATE INDEX monitoring_entries_open ON monitoring_entries (due_on, id) WHERE done_on IS NULL AND skipped_on IS NULL;
CREATE INDEX monitoring_entries_waiting ON monitoring_entries (placement_id, due_on) WHERE done_on IS NULL AND skipped_on IS NULL;
CREATE INDEX monitoring_entries_placement ON monitoring_entries (placement_id, due_on);
CREATE INDEX monitoring_entries_done_by ON monitoring_entries (done_by);
CREATE INDEX monitoring_entries_from ON monitoring_entries (from_id);
`
