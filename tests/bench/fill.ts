import type { Sqlite } from '#main/database/database.ts'
import { daysBetween } from '#shared/kit/dates.ts'
import { benchNow } from './generate.ts'

export const today = benchNow.slice(0, 10)
/** Hours before this day are confirmed. */
const openFrom = '2026-11-01'

/** An agreement under which somebody serves. */
export interface Served {
  id: number
  volunteerId: number
  startsOn: string
  endsOn: string | null
  tasks: string
}

/** The concluded agreements that have begun, the oldest first. */
export function listServed(sqlite: Sqlite): Served[] {
  return sqlite
    .prepare(
      `SELECT id, volunteer_id AS volunteerId, starts_on AS startsOn, ends_on AS endsOn, tasks FROM agreements
       WHERE status = 'signed' AND starts_on <= ? ORDER BY id`,
    )
    .all(today) as Served[]
}

/** A day after another for a million entries, where asking a calendar each time takes longer than all the writing. */
function calendar(): (day: string, later: number) => string {
  const days = new Map<number, string>()
  const numbers = new Map<string, number>()
  return (day, later) => {
    let number = numbers.get(day)
    if (number === undefined) {
      number = Date.parse(day) / 86_400_000
      numbers.set(day, number)
    }
    const known = days.get(number + later)
    if (known !== undefined) return known
    const found = new Date((number + later) * 86_400_000).toISOString().slice(0, 10)
    days.set(number + later, found)
    return found
  }
}

/**
 * Writes entries of hours over all concluded agreements by their length, always the same, with the sums that triggers
 * would keep. Of ten entries one names the first task of its agreement.
 */
export function fillHours(sqlite: Sqlite, count: number): void {
  const concluded = listServed(sqlite)
  const lengths = concluded.map(({ startsOn, endsOn }) => {
    const last = endsOn !== null && endsOn < today ? endsOn : today
    return daysBetween(startsOn, last) + 1
  })
  const whole = lengths.reduce((sum, days) => sum + days, 0)
  const dayAfter = calendar()
  // One sum after all of them takes a tenth of the time of a million triggers, and so do indexes made last.
  const made = sqlite
    .prepare(
      `SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'hour_entries' AND sql IS NOT NULL AND type <> 'table'`,
    )
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of made) sqlite.exec(`DROP ${type} ${name}`)
  const insert = sqlite.prepare(
    `INSERT INTO hour_entries (agreement_id, volunteer_id, served_on, minutes, place, task, confirmed_at, confirmed_by,
       created_at) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)`,
  )
  let written = 0
  let due = 0
  sqlite.transaction(() => {
    for (const [index, { id, volunteerId, startsOn, tasks }] of concluded.entries()) {
      const days = lengths[index] ?? 0
      due += (count * days) / whole
      const here = Math.round(due) - written
      const [task = ''] = JSON.parse(tasks) as string[]
      for (let place = 0; place < here; place++) {
        const servedOn = dayAfter(startsOn, Math.floor((place * days) / here))
        const at = `${servedOn}T18:00:00.000Z`
        const isConfirmed = servedOn < openFrom
        insert.run(
          id,
          volunteerId,
          servedOn,
          60 + ((id + place) % 9) * 15,
          place % 10 === 0 ? task : '',
          isConfirmed ? at : null,
          isConfirmed ? 1 : null,
          at,
        )
      }
      written += here
    }
    sqlite.exec(`INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
      SELECT agreement_id, substr(served_on, 1, 7), sum(minutes), sum(minutes * (confirmed_at IS NOT NULL))
      FROM hour_entries GROUP BY 1, 2`)
    sqlite.exec(`INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
      SELECT CAST(substr(month, 1, 4) AS INTEGER), agreement_id, sum(minutes), sum(confirmed_minutes)
      FROM hour_months GROUP BY 1, 2`)
    // The generated tasks have no capitals of our alphabet, so no letters have to be made small one by one.
    sqlite.exec(`INSERT INTO hour_activities (year, activity_id, agreement_id, minutes, confirmed_minutes)
      SELECT CAST(substr(served_on, 1, 4) AS INTEGER), coalesce(about.activity_id, 0), entry.agreement_id, sum(minutes),
        sum(minutes * (confirmed_at IS NOT NULL))
      FROM hour_entries AS entry LEFT JOIN activities AS named ON named.name_key = lower(trim(entry.task))
      LEFT JOIN agreement_activities AS own ON own.agreement_id = entry.agreement_id AND own.activity_id = named.id
      LEFT JOIN agreement_activities AS about
        ON about.agreement_id = entry.agreement_id AND about.activity_id = coalesce(own.activity_id, about.activity_id)
      GROUP BY 1, 2, 3`)
  })()
  for (const { sql } of made) sqlite.exec(sql)
}

/** Writes settlements of one ticket each over the concluded agreements, in all states. */
export function fillSettlements(sqlite: Sqlite, count: number): void {
  const concluded = listServed(sqlite)
  const states = ['draft', 'submitted', 'approved', 'paid', 'paid', 'paid']
  const insert = sqlite.prepare(
    `INSERT INTO cost_settlements (agreement_id, volunteer_id, purpose, starts_on, ends_on, state, has_vehicle_consent,
       is_waiver_considered, travel_amount, per_diem_amount, waived_amount, total, reject_reason, created_at)
     VALUES (?, ?, 'dojazdy na dyżury', ?, ?, ?, 0, 0, ?, 0, 0, ?, '', ?)`,
  )
  const line = sqlite.prepare(
    `INSERT INTO cost_lines (settlement_id, position, kind, entered, amount, parts) VALUES (?, 0, 'ticket', ?, ?, '[]')`,
  )
  sqlite.transaction(() => {
    for (let index = 0; index < count; index++) {
      const agreement = concluded[(index * 7) % concluded.length]
      if (!agreement) continue
      const { id, volunteerId, startsOn } = agreement
      const amount = 440 + (index % 50) * 20
      const state = states[index % states.length]
      const at = `${startsOn}T08:00:00.000Z`
      const { lastInsertRowid } = insert.run(id, volunteerId, startsOn, startsOn, state, amount, amount, at)
      const entered = { kind: 'ticket', days: [startsOn], route: 'dojazd', tickets: 1, price: amount }
      line.run(lastInsertRowid, JSON.stringify(entered), amount)
    }
  })()
}
