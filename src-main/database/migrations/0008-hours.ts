/** Adds the entry `row` to the sums of its month, or (with `-`) takes it out of them. */
const add = (row: 'NEW' | 'OLD', sign: '' | '-') => `
  INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
    VALUES (${row}.agreement_id, substr(${row}.served_on, 1, 7), ${sign}${row}.minutes,
      ${sign}${row}.minutes * (${row}.confirmed_at IS NOT NULL))
    ON CONFLICT (agreement_id, month) DO UPDATE SET
      minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;`

/** The hours that volunteers worked, and their sums by month, which the report adds up. */
export const hours = `
-- An entry belongs to an agreement. Whose it is stands here as well, so that a person's days are found by an index.
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
) STRICT;
CREATE INDEX hour_entries_day ON hour_entries (served_on, id);
CREATE INDEX hour_entries_agreement ON hour_entries (agreement_id, served_on);
CREATE INDEX hour_entries_volunteer ON hour_entries (volunteer_id, served_on, minutes);
CREATE INDEX hour_entries_unconfirmed ON hour_entries (served_on, id) WHERE confirmed_at IS NULL;
CREATE INDEX hour_entries_import ON hour_entries (import_id);
CREATE INDEX hour_entries_confirmed_by ON hour_entries (confirmed_by);

CREATE TABLE hour_months (
  agreement_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (agreement_id, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX hour_months_month ON hour_months (month, agreement_id, minutes, confirmed_minutes);

CREATE TRIGGER hour_months_insert AFTER INSERT ON hour_entries BEGIN${add('NEW', '')}
END;
CREATE TRIGGER hour_months_delete AFTER DELETE ON hour_entries BEGIN${add('OLD', '-')}
END;
CREATE TRIGGER hour_months_update AFTER UPDATE OF agreement_id, served_on, minutes, confirmed_at ON hour_entries BEGIN${add('OLD', '-')}${add('NEW', '')}
END;
`
