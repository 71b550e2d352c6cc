/** How two tasks are told to be the same; see the activities of agreements. */
const keyOf = (text: string) =>
  [...'ĄĆĘŁŃÓŚŹŻ'].reduce(
    (key, letter) => `replace(${key}, '${letter}', '${letter.toLocaleLowerCase('pl')}')`,
    `lower(trim(${text}))`,
  )

const yearOf = (entry: string) => `CAST(substr(${entry}.served_on, 1, 4) AS INTEGER)`
const confirmedOf = (entry: string) => `${entry}.minutes * (${entry}.confirmed_at IS NOT NULL)`
const added = `
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;`

/**
 * The activities under which an entry counts, as `about`: the one of its agreement that it names, or else all of them; none
 * where the agreement has none.
 */
const activitiesOf = (entry: string) => `
    LEFT JOIN agreement_activities AS about ON about.agreement_id = ${entry}.agreement_id
      AND about.activity_id = CASE WHEN ${entry}.task = '' THEN about.activity_id ELSE coalesce((
        SELECT own.activity_id FROM activities
        JOIN agreement_activities AS own ON own.activity_id = activities.id AND own.agreement_id = ${entry}.agreement_id
        WHERE activities.name_key = ${keyOf(`${entry}.task`)}
      ), about.activity_id) END`

/** Adds the entry `row` to the sums of its year, or (with `-`) takes it out of them. */
const add = (row: 'NEW' | 'OLD', sign: '' | '-') => `
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (${yearOf(row)}, ${row}.agreement_id, ${sign}${row}.minutes, ${sign}${confirmedOf(row)})
    ON CONFLICT (year, agreement_id) DO UPDATE SET${added}
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT ${yearOf(row)}, coalesce(about.activity_id, 0), ${row}.agreement_id, ${sign}${row}.minutes,
      ${sign}${confirmedOf(row)}
    FROM (SELECT 1)${activitiesOf(row)}
    WHERE true
    ON CONFLICT (year, activity_id, agreement_id) DO UPDATE SET${added}`

/** Sums up entries by their activities. */
const sumUp = (where: string) => `
  INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
    SELECT ${yearOf('entry')}, coalesce(about.activity_id, 0), entry.agreement_id, sum(entry.minutes),
      sum(${confirmedOf('entry')})
    FROM hour_entries AS entry${activitiesOf('entry')}
    WHERE ${where} GROUP BY 1, 2, 3;`

/** Sums up anew the hours of an agreement whose activities have changed. */
const sumUpAnew = (agreementId: string) => `
  DELETE FROM hour_activities WHERE agreement_id = ${agreementId};${sumUp(`entry.agreement_id = ${agreementId}`)}`

/**
 * The sums of hours by activity, which the report of a year adds up: each entry stands in them under every activity that it
 * counts for, so that no year has to be matched with its tasks for a table. They take the place of the sums by task.
 */
export const hoursByActivity = `
DROP TRIGGER hour_years_insert;
DROP TRIGGER hour_years_delete;
DROP TRIGGER hour_years_update;
DROP TABLE hour_tasks;

-- In the order in which the report groups them: a year by activity is one walk along the key.
CREATE TABLE hour_activities (
  year INTEGER NOT NULL,
  -- 0: the agreement has no activity.
  activity_id INTEGER NOT NULL,
  agreement_id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (year, activity_id, agreement_id)
) STRICT, WITHOUT ROWID;
-- Finds the sums of an agreement whose activities change.
CREATE INDEX hour_activities_agreement ON hour_activities (agreement_id);
${sumUp('true')}

CREATE TRIGGER hour_years_insert AFTER INSERT ON hour_entries BEGIN${add('NEW', '')}
END;
CREATE TRIGGER hour_years_delete AFTER DELETE ON hour_entries BEGIN${add('OLD', '-')}
END;
CREATE TRIGGER hour_years_update AFTER UPDATE OF agreement_id, served_on, minutes, confirmed_at, task ON hour_entries BEGIN${add('OLD', '-')}${add('NEW', '')}
END;
CREATE TRIGGER hour_activities_insert AFTER INSERT ON agreement_activities BEGIN${sumUpAnew('NEW.agreement_id')}
END;
CREATE TRIGGER hour_activities_delete AFTER DELETE ON agreement_activities BEGIN${sumUpAnew('OLD.agreement_id')}
END;
`
