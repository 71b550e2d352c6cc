/**
 * The status of volunteers, the kinds of activity, what the centre asks of a volunteer before and during the work, and
 * what was done of it.
 */
export const requirements = `
ALTER TABLE volunteers ADD COLUMN status TEXT NOT NULL DEFAULT 'candidate';
ALTER TABLE volunteers ADD COLUMN status_since TEXT NOT NULL DEFAULT '';
-- The next day on which the status may change by itself; empty: it has to be worked out anew.
ALTER TABLE volunteers ADD COLUMN status_next_on TEXT DEFAULT '';
UPDATE volunteers SET status_since = substr(created_at, 1, 10);
CREATE INDEX volunteers_status ON volunteers (status, sort_key, id);
CREATE INDEX volunteers_status_since ON volunteers (status_since, id);
CREATE INDEX volunteers_status_next ON volunteers (status_next_on, id) WHERE status_next_on IS NOT NULL;

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

CREATE TABLE volunteer_activity_kinds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
  activity_kind_id INTEGER NOT NULL REFERENCES activity_kinds (id),
  chosen_on TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_activity_kinds_volunteer ON volunteer_activity_kinds (volunteer_id, activity_kind_id);
CREATE INDEX volunteer_activity_kinds_kind ON volunteer_activity_kinds (activity_kind_id, volunteer_id);

CREATE TABLE requirements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  place INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX requirements_sort ON requirements (sort_key, id);

-- A requirement as it is from a day on. What was completed under an earlier rule keeps its day of lapse.
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

CREATE TABLE requirement_rule_kinds (
  rule_id INTEGER NOT NULL REFERENCES requirement_rules (id),
  activity_kind_id INTEGER NOT NULL REFERENCES activity_kinds (id),
  PRIMARY KEY (rule_id, activity_kind_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX requirement_rule_kinds_kind ON requirement_rule_kinds (activity_kind_id);

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
CREATE INDEX requirement_completions_volunteer ON requirement_completions (volunteer_id, requirement_id, done_on);
CREATE INDEX requirement_completions_requirement ON requirement_completions (requirement_id);
CREATE INDEX requirement_completions_created ON requirement_completions (created_by);
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
CREATE INDEX requirement_exemptions_volunteer ON requirement_exemptions (volunteer_id, requirement_id);
CREATE INDEX requirement_exemptions_requirement ON requirement_exemptions (requirement_id);
CREATE INDEX requirement_exemptions_user ON requirement_exemptions (created_by);

-- What people decided about the status of a volunteer, in the order in which it was entered.
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
CREATE INDEX volunteer_marks_volunteer ON volunteer_marks (volunteer_id, on_day);
CREATE INDEX volunteer_marks_user ON volunteer_marks (created_by);

-- The status as it changed; derived, so it goes with the volunteer.
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
CREATE INDEX volunteer_statuses_volunteer ON volunteer_statuses (volunteer_id, id);
CREATE INDEX volunteer_statuses_requirement ON volunteer_statuses (requirement_id);
CREATE INDEX volunteer_statuses_mark ON volunteer_statuses (mark_id);
CREATE INDEX volunteer_statuses_user ON volunteer_statuses (created_by);

-- What each volunteer lacks, and what will lapse; derived, so it goes with the volunteer.
CREATE TABLE requirement_standings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  state TEXT NOT NULL,
  due_on TEXT,
  remind_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX requirement_standings_volunteer ON requirement_standings (volunteer_id, requirement_id);
CREATE INDEX requirement_standings_requirement ON requirement_standings (requirement_id, state, volunteer_id);
CREATE INDEX requirement_standings_due ON requirement_standings (COALESCE(due_on, '9999-12-31'), id);
CREATE INDEX requirement_standings_remind ON requirement_standings (remind_on, id) WHERE remind_on IS NOT NULL;

-- Reminders that somebody noted as done; days before the due day, 0 after it.
CREATE TABLE requirement_reminders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  volunteer_id INTEGER NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirements (id),
  due_on TEXT NOT NULL,
  days_before INTEGER NOT NULL,
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX requirement_reminders_volunteer ON requirement_reminders (volunteer_id, requirement_id, due_on);
CREATE INDEX requirement_reminders_requirement ON requirement_reminders (requirement_id);
CREATE INDEX requirement_reminders_user ON requirement_reminders (created_by);
`
