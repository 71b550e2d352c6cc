/** How two tasks are told to be the same: whatever blanks stand around them and whichever letters are capitals. */
const keyOf = (text: string) =>
  [...'ĄĆĘŁŃÓŚŹŻ'].reduce(
    (key, letter) => `replace(${key}, '${letter}', '${letter.toLocaleLowerCase('pl')}')`,
    `lower(trim(${text}))`,
  )

/** Enters the activities of agreements: those whose tasks stand in `tasks`, of the agreement `id`. */
const enterActivities = (id: string, tasks: string, from: string) => `
  INSERT INTO activities (name, name_key)
    SELECT min(trim(task.value)), ${keyOf('task.value')} FROM ${from}json_each(${tasks}) AS task
    WHERE trim(task.value) <> '' GROUP BY 2
    ON CONFLICT (name_key) DO NOTHING;
  INSERT INTO agreement_activities (agreement_id, activity_id)
    SELECT DISTINCT ${id}, activities.id FROM ${from}json_each(${tasks}) AS task
    JOIN activities ON activities.name_key = ${keyOf('task.value')};`

const ofRow = enterActivities('NEW.id', 'NEW.tasks', '')

/**
 * The yearly report of volunteering: what agreements are about as rows, so that figures can be added up and opened by
 * them, and reports frozen as of a day.
 */
export const frozenReports = `
-- What volunteers do: the tasks of agreements, each wording once.
CREATE TABLE activities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- Which agreement is about what. Triggers keep it, because agreements are written in several ways (forms, imports, the
-- bin, undo). It says nothing that the agreement does not, so it refers to it without holding it.
CREATE TABLE agreement_activities (
  agreement_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  PRIMARY KEY (agreement_id, activity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_activities_activity ON agreement_activities (activity_id, agreement_id);

${enterActivities('agreements.id', 'agreements.tasks', 'agreements, ')}

CREATE TRIGGER agreements_activities_insert AFTER INSERT ON agreements BEGIN${ofRow}
END;
CREATE TRIGGER agreements_activities_update AFTER UPDATE OF tasks ON agreements WHEN NEW.tasks <> OLD.tasks BEGIN
  DELETE FROM agreement_activities WHERE agreement_id = NEW.id;${ofRow}
END;
CREATE TRIGGER agreements_activities_delete AFTER DELETE ON agreements BEGIN
  DELETE FROM agreement_activities WHERE agreement_id = OLD.id;
END;

-- All that a year is counted by lies in the index; no row of the table has to be fetched for it. Partial, because whole
-- ones would be walked to count the list, which meets the volunteers in no order then and takes three times as long.
CREATE INDEX agreements_in_force ON agreements
  (starts_on, COALESCE(ends_on, '9999-12-31'), unit_id, volunteer_id, id) WHERE status = 'signed';
CREATE INDEX agreements_concluded_in ON agreements (concluded_on, unit_id, volunteer_id, id) WHERE status = 'signed';

-- A report as it stood on a day. Names are kept as they were, so nothing that happens later alters it.
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
`
