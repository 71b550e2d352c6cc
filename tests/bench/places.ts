import type { Sqlite } from '#main/database/database.ts'
import { addDays } from '#shared/kit/dates.ts'
import { type Served, today } from './fill.ts'
import { benchNow } from './generate.ts'

const needs = 4000
const placements = 10_000
const events = 2000
const membersEach = 10

const at = benchNow
const hoursOn = (weekday: number) => JSON.stringify([{ weekday, from: 960, to: 1080 }])

/**
 * Writes what units need, who is placed where, and what is arranged: needs and placements in all states, each active
 * placement with a contact that is due, and events with their members, always the same. Every other volunteer says when
 * there is time, and each chose a kind of activity.
 */
export function fillPlaces(sqlite: Sqlite, served: Served[]): void {
  const idsOf = (table: string) =>
    sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
  const units = idsOf('units')
  const kinds = idsOf('activity_kinds')
  const requirements = idsOf('requirements')
  const of = (ids: number[], index: number) => ids[index % ids.length] ?? null
  const isOver = ({ endsOn }: Served) => endsOn !== null && endsOn < today
  // The youngest agreements first: who serves now is placed now.
  const youngest = served.toReversed()
  sqlite.transaction(() => {
    fillChoices(sqlite, kinds)
    fillCompletions(sqlite)
    fillStandings(sqlite, requirements)
    const need = sqlite.prepare(
      `INSERT INTO needs (unit_id, activity_kind_id, people, starts_on, ends_on, hours, needs_sign_language, note,
         is_closed, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, '', ?, ?)`,
    )
    for (let index = 0; index < needs; index++) {
      const startsOn = addDays(today, -index % 900)
      const endsOn = index % 3 === 0 ? addDays(startsOn, 180) : null
      need.run(
        of(units, index),
        of(kinds, index),
        1 + (index % 4),
        startsOn,
        endsOn,
        hoursOn(3),
        Number(index % 11 === 0),
        at,
      )
    }
    const placement = sqlite.prepare(
      `INSERT INTO placements (agreement_id, volunteer_id, unit_id, activity_kind_id, need_id, task, starts_on, hours,
         note, status, active_on, due_until, ended_on, end_reason, created_at)
       VALUES (?, ?, ?, ?, ?, 'pomoc', ?, ?, '', ?, ?, ?, ?, ?, ?)`,
    )
    const contact = sqlite.prepare(
      `INSERT INTO monitoring_entries (placement_id, purpose, due_on, task, created_at) VALUES (?, 'contact', ?, '', ?)`,
    )
    for (const [index, agreement] of youngest.slice(0, placements).entries()) {
      const { id, volunteerId, startsOn } = agreement
      const status = isOver(agreement) ? 'ended' : index % 5 === 0 ? 'planned' : 'active'
      const begunOn = status === 'planned' ? null : startsOn
      const dueUntil = status === 'active' ? '2027-03-01' : null
      const ended = status === 'ended' ? [agreement.endsOn, 'periodOver'] : [null, null]
      const { lastInsertRowid } = placement.run(
        ...[
          id,
          volunteerId,
          of(units, index),
          of(kinds, index),
          (index % needs) + 1,
          startsOn,
          hoursOn(1 + (index % 7)),
        ],
        ...[status, begunOn, dueUntil, ...ended, at],
      )
      if (status === 'active') contact.run(lastInsertRowid, addDays(today, (index % 60) - 20), at)
    }
    fillEvents(sqlite, { units, people: youngest.map(({ volunteerId }) => volunteerId) })
  })()
}

function fillChoices(sqlite: Sqlite, kinds: number[]): void {
  sqlite.exec(`UPDATE volunteers SET status = 'active' WHERE id IN (
    SELECT volunteer_id FROM agreements WHERE status = 'signed' AND coalesce(ends_on, '9999-12-31') >= '${today}'
  )`)
  sqlite
    .prepare(
      `INSERT INTO volunteer_activity_kinds (volunteer_id, activity_kind_id, chosen_on)
       SELECT volunteers.id, activity_kinds.id, substr(volunteers.created_at, 1, 10)
       FROM volunteers INNER JOIN activity_kinds ON activity_kinds.id = ? + volunteers.id % ?`,
    )
    .run(kinds[0] ?? 1, Math.max(1, kinds.length))
  sqlite.exec(`INSERT INTO volunteer_availability (volunteer_id, weekday, from_minute, to_minute)
    SELECT id, 1 + id % 7, 900, 1200 FROM volunteers WHERE id % 2 = 0
    UNION ALL SELECT id, 3, 900, 1200 FROM volunteers WHERE id % 2 = 0 AND id % 7 <> 2`)
}

/** Two of three volunteers have done all that is asked. */
function fillCompletions(sqlite: Sqlite): void {
  sqlite
    .prepare(
      `INSERT INTO requirement_completions (volunteer_id, requirement_id, done_on, valid_until, until_reason, source,
         paper_place, note, created_at)
       SELECT volunteers.id, requirements.id, '2026-01-10', '2027-12-31', '', 'manual', '', '', ?
       FROM volunteers CROSS JOIN requirements WHERE volunteers.id % 3 <> 0`,
    )
    .run(at)
}

/** Two lines a volunteer of what is missing or will lapse. */
function fillStandings(sqlite: Sqlite, requirements: number[]): void {
  const line = sqlite.prepare(
    `INSERT OR IGNORE INTO requirement_standings (volunteer_id, requirement_id, state, due_on, remind_on)
     SELECT id, ?, CASE WHEN id % 3 = 0 THEN 'missing' ELSE 'lapsed' END,
       date('2026-11-22', (id % 400 - 200) || ' days'), date('2026-11-22', (id % 400 - 230) || ' days')
     FROM volunteers WHERE id % ? = ?`,
  )
  const half = Math.max(1, Math.floor(requirements.length / 2))
  for (const [index, requirement] of requirements.entries()) line.run(requirement, half, index % half)
}

function fillEvents(sqlite: Sqlite, { units, people }: { units: number[]; people: number[] }): void {
  const event = sqlite.prepare(
    `INSERT INTO events (name, status, starts_on, ends_on, place, unit_id, tasks, works_with_minors, nnw_provider,
       nnw_insurer, nnw_policy, organisation, organisation_contact, notes, cancel_reason, sort_key, search_key, created_at)
     VALUES (?, ?, ?, ?, 'świetlica', ?, '["pomoc"]', 0, '', '', '', '', '', '', '', ?, ?, ?)`,
  )
  const member = sqlite.prepare(
    `INSERT INTO event_members (event_id, volunteer_id, created_at) VALUES (?, ?, ?)`,
  )
  const word = sqlite.prepare(`INSERT INTO search_words (kind, word, record_id) VALUES ('events', ?, ?)`)
  for (let index = 0; index < events; index++) {
    const name = `zbiórka ${index + 1}`
    const startsOn = addDays('2026-12-20', -index * 2)
    const status = startsOn > today ? 'planned' : index % 3 === 0 ? 'held' : 'settled'
    const unit = units[index % units.length] ?? null
    const { lastInsertRowid } = event.run(
      name,
      status,
      startsOn,
      startsOn,
      unit,
      name,
      `zbiorka ${index + 1}`,
      at,
    )
    word.run('zbiorka', lastInsertRowid)
    for (let place = 0; place < membersEach; place++)
      member.run(lastInsertRowid, people[(index * membersEach + place) % people.length], at)
  }
}
