/** Rates as shipped, each from the day on which its regulation came into force; amounts in ten-thousandths of a złoty. */
const shippedRates: [code: string, validFrom: string, amount: number, source: string][] = [
  ['perDiem', '2013-03-01', 300_000, 'Rozporządzenie MPiPS z 29 stycznia 2013 r., § 7 (Dz.U. poz. 167)'],
  [
    'perDiem',
    '2022-07-28',
    380_000,
    'Rozporządzenie MPiPS z 29 stycznia 2013 r., § 7, po zmianie z 2022 r. (Dz.U. poz. 1481)',
  ],
  [
    'perDiem',
    '2023-01-01',
    450_000,
    'Rozporządzenie MPiPS z 29 stycznia 2013 r., § 7, po zmianie z 2022 r. (Dz.U. poz. 2302)',
  ],
  ...kilometres('2007-11-14', 'po zmianie z 2007 r. (Dz.U. nr 201, poz. 1462)', [8358, 5214, 2302, 1382]),
  ...kilometres('2023-01-17', 'po zmianie z 2022 r. (Dz.U. z 2023 r. poz. 5)', [11_500, 8900, 6900, 4200]),
]

function kilometres(
  validFrom: string,
  change: string,
  amounts: [number, number, number, number],
): typeof shippedRates {
  return (['carLarge', 'carSmall', 'motorcycle', 'moped'] as const).map((code, index) => [
    code,
    validFrom,
    amounts[index] as number,
    `Rozporządzenie MI z 25 marca 2002 r., § 2, ${change}`,
  ])
}

/** How two tasks are told to be the same; see the activities of agreements. */
const keyOf = (text: string) =>
  [...'ĄĆĘŁŃÓŚŹŻ'].reduce(
    (key, letter) => `replace(${key}, '${letter}', '${letter.toLocaleLowerCase('pl')}')`,
    `lower(trim(${text}))`,
  )

const yearOf = (row: string) => `CAST(substr(${row}served_on, 1, 4) AS INTEGER)`
const confirmedOf = (row: string) => `${row}minutes * (${row}confirmed_at IS NOT NULL)`
const added = `
    minutes = minutes + excluded.minutes, confirmed_minutes = confirmed_minutes + excluded.confirmed_minutes;`

/** Adds the entry `row` to the sums of its year and of what it names, or (with `-`) takes it out of them. */
const add = (row: 'NEW.' | 'OLD.', sign: '' | '-') => `
  INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
    VALUES (${yearOf(row)}, ${row}agreement_id, ${sign}${row}minutes, ${sign}${confirmedOf(row)})
    ON CONFLICT (year, agreement_id) DO UPDATE SET${added}
  INSERT INTO hour_tasks (year, agreement_id, task_key, minutes, confirmed_minutes)
    SELECT ${yearOf(row)}, ${row}agreement_id, ${keyOf(`${row}task`)}, ${sign}${row}minutes, ${sign}${confirmedOf(row)}
    WHERE trim(${row}task) <> ''
    ON CONFLICT (year, agreement_id, task_key) DO UPDATE SET${added}`

/**
 * What volunteers are paid back for travel and per-diems, and the dated rates by which it is counted; and the sums of hours
 * that the report of a year adds up: of each agreement, and of the entries that name their task, which count under it alone.
 */
export const costSettlements = `
-- Rates from a day on, until the next of the same code. The law has the highest; a centre may set its own below.
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

INSERT INTO cost_rates (code, valid_from, amount, source, certainty, approved_by) VALUES
  ${shippedRates
    .map(
      ([code, validFrom, amount, source]) =>
        `('${code}', '${validFrom}', ${amount}, '${source}', 'ownKnowledge', '')`,
    )
    .join(',\n  ')};

-- A settlement is of one agreement. Whose it is stands here as well, so that a person's are found by an index.
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
CREATE INDEX cost_settlements_day ON cost_settlements (starts_on, id);
CREATE INDEX cost_settlements_agreement ON cost_settlements (agreement_id, starts_on);
CREATE INDEX cost_settlements_volunteer ON cost_settlements (volunteer_id, starts_on);
CREATE INDEX cost_settlements_state ON cost_settlements (state, starts_on, id);
CREATE INDEX cost_settlements_submitted_by ON cost_settlements (submitted_by);
CREATE INDEX cost_settlements_approved_by ON cost_settlements (approved_by);
CREATE INDEX cost_settlements_paid_by ON cost_settlements (paid_by);

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

-- The sums of the entries of an agreement in a year, and of those that name a task, by what they name. Triggers keep them,
-- like those of the months, which are ten times as many.
CREATE TABLE hour_years (
  year INTEGER NOT NULL,
  agreement_id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (year, agreement_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE hour_tasks (
  year INTEGER NOT NULL,
  agreement_id INTEGER NOT NULL,
  task_key TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  confirmed_minutes INTEGER NOT NULL,
  PRIMARY KEY (year, agreement_id, task_key)
) STRICT, WITHOUT ROWID;

INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
  SELECT ${yearOf('')}, agreement_id, sum(minutes), sum(${confirmedOf('')}) FROM hour_entries GROUP BY 1, 2;
INSERT INTO hour_tasks (year, agreement_id, task_key, minutes, confirmed_minutes)
  SELECT ${yearOf('')}, agreement_id, ${keyOf('task')}, sum(minutes), sum(${confirmedOf('')})
  FROM hour_entries WHERE trim(task) <> '' GROUP BY 1, 2, 3;

CREATE TRIGGER hour_years_insert AFTER INSERT ON hour_entries BEGIN${add('NEW.', '')}
END;
CREATE TRIGGER hour_years_delete AFTER DELETE ON hour_entries BEGIN${add('OLD.', '-')}
END;
CREATE TRIGGER hour_years_update AFTER UPDATE OF agreement_id, served_on, minutes, confirmed_at, task ON hour_entries BEGIN${add('OLD.', '-')}${add('NEW.', '')}
END;
`
