import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sqlite } from '#main/database/database.ts'
import {
  ageBandOf,
  daysOfMonth,
  daysOfYear,
  type ReportBasis,
  type ReportWay,
  reportBases,
  reportWays,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'

const newest = 2025
const years = [2025, 2024, 2023]
const tasks = ['Spacery', 'ŻYCZLIWE rozmowy', 'pomoc w lekcjach', 'zakupy']

const day = fc.integer({ min: 0, max: 1500 }).map((days) => {
  const at = new Date(Date.UTC(2022, 5, 1) + days * 86_400_000)
  return at.toISOString().slice(0, 10)
})
const which = fc.nat(1000)
const listOfTasks = fc.uniqueArray(fc.constantFrom(...tasks), { maxLength: 3 })
const task = fc.constantFrom('', '  ', 'spacery', ' ŻYCZLIWE ROZMOWY ', 'Zakupy', 'coś innego')

/** What may happen to agreements, people and entries, whoever does it; a number tells to which of them. */
const act = fc.oneof(
  fc.record({ of: fc.constant('entry' as const), which, day, minutes: fc.integer({ min: 1, max: 8 }), task }),
  fc.record({
    of: fc.constant('change' as const),
    which,
    day,
    minutes: fc.integer({ min: 1, max: 8 }),
    task,
  }),
  fc.record({ of: fc.constant('move' as const), which, to: which }),
  fc.record({ of: fc.constant('confirm' as const), which, is: fc.boolean() }),
  fc.record({ of: fc.constant('remove' as const), which }),
  fc.record({ of: fc.constant('tasks' as const), which, tasks: listOfTasks }),
  fc.record({ of: fc.constant('days' as const), which, day, days: fc.option(fc.nat(600), { nil: null }) }),
  fc.record({ of: fc.constant('concluded' as const), which, day }),
  fc.record({ of: fc.constant('unit' as const), which, has: fc.boolean() }),
  fc.record({ of: fc.constant('status' as const), which, is: fc.constantFrom('signed', 'cancelled') }),
  fc.record({ of: fc.constant('volunteer' as const), which, to: which }),
  fc.record({
    of: fc.constant('birth' as const),
    which,
    day: fc.constantFrom('1950-02-01', '2007-12-31', null),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** Does it on the database itself, so that nothing but its own triggers keeps the sums. */
function perform(sqlite: Sqlite, what: Act, unitId: number): void {
  const ids = (table: string) =>
    sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
  const pick = (table: string, place: number) => {
    const all = ids(table)
    return all[place % Math.max(1, all.length)] ?? 0
  }
  const run = (text: string, ...values: unknown[]) => sqlite.prepare(text).run(...values)
  switch (what.of) {
    case 'entry':
      return void run(
        `INSERT INTO hour_entries (agreement_id, volunteer_id, served_on, minutes, place, task, created_at)
         SELECT id, volunteer_id, ?, ?, '', ?, '' FROM agreements WHERE id = ?`,
        ...[what.day, what.minutes * 15, what.task, pick('agreements', what.which)],
      )
    case 'change':
      return void run(
        'UPDATE hour_entries SET served_on = ?, minutes = ?, task = ? WHERE id = ?',
        ...[what.day, what.minutes * 15, what.task, pick('hour_entries', what.which)],
      )
    case 'move':
      return void run(
        'UPDATE hour_entries SET agreement_id = ? WHERE id = ?',
        ...[pick('agreements', what.to), pick('hour_entries', what.which)],
      )
    case 'confirm':
      return void run(
        'UPDATE hour_entries SET confirmed_at = ? WHERE id = ?',
        ...[what.is ? '2026-01-01T00:00:00.000Z' : null, pick('hour_entries', what.which)],
      )
    case 'remove':
      return void run('DELETE FROM hour_entries WHERE id = ?', pick('hour_entries', what.which))
    case 'tasks':
      return void run(
        'UPDATE agreements SET tasks = ? WHERE id = ?',
        ...[JSON.stringify(what.tasks), pick('agreements', what.which)],
      )
    case 'days':
      return void run(
        `UPDATE agreements SET starts_on = ?, ends_on = date(?, '+' || ? || ' days') WHERE id = ?`,
        ...[what.day, what.day, what.days, pick('agreements', what.which)],
      )
    case 'concluded':
      return void run(
        'UPDATE agreements SET concluded_on = ? WHERE id = ?',
        ...[what.day, pick('agreements', what.which)],
      )
    case 'unit':
      return void run(
        'UPDATE agreements SET unit_id = ? WHERE id = ?',
        ...[what.has ? unitId : null, pick('agreements', what.which)],
      )
    case 'status':
      return void run(
        'UPDATE agreements SET status = ? WHERE id = ?',
        what.is,
        pick('agreements', what.which),
      )
    case 'volunteer':
      return void run(
        'UPDATE agreements SET volunteer_id = ? WHERE id = ?',
        ...[pick('volunteers', what.to), pick('agreements', what.which)],
      )
    case 'birth':
      return void run(
        'UPDATE volunteers SET birth_on = ? WHERE id = ?',
        ...[what.day, pick('volunteers', what.which)],
      )
  }
}

interface Rows {
  agreements: {
    id: number
    status: string
    volunteer_id: number
    unit_id: number | null
    tasks: string
    concluded_on: string
    starts_on: string
    ends_on: string | null
  }[]
  entries: {
    agreement_id: number
    served_on: string
    minutes: number
    task: string
    confirmed_at: string | null
  }[]
  volunteers: { id: number; category: string; birth_on: string | null }[]
  activities: { id: number; name: string }[]
}

function readAll(sqlite: Sqlite): Rows {
  const all = (table: string) => sqlite.prepare(`SELECT * FROM ${table}`).all() as never
  return {
    agreements: all('agreements'),
    entries: all('hour_entries'),
    volunteers: all('volunteers'),
    activities: all('activities'),
  }
}

const keyOf = (text: string) => text.trim().toLocaleLowerCase('pl')
type Id = number | string | null

/** The figures of a line (undefined: of the whole) in a year, counted row by row as one would by hand. */
function naively(
  { agreements, entries, volunteers, activities }: Rows,
  { year, basis, unitId }: { year: number; basis: ReportBasis; unitId: number | null },
  way: ReportWay,
  line: Id | undefined,
) {
  const activityOf = (text: string) => activities.find(({ name }) => keyOf(name) === keyOf(text))?.id
  const of = (agreement: Rows['agreements'][number]) => {
    const volunteer = volunteers.find(({ id }) => id === agreement.volunteer_id)
    const own: (Id | undefined)[] = (JSON.parse(agreement.tasks) as string[]).map(activityOf)
    return { volunteer, own: own.length > 0 ? own : [null] }
  }
  const stands = (agreement: Rows['agreements'][number], named?: string): boolean => {
    const { volunteer, own } = of(agreement)
    if (line === undefined || way === 'month') return true
    if (way === 'unit') return agreement.unit_id === line
    if (way === 'category') return volunteer?.category === line
    if (way === 'ageBand') return ageBandOf(volunteer?.birth_on ?? null, year) === line
    const name = named === undefined ? undefined : activityOf(named)
    return name !== undefined && own.includes(name) ? name === line : own.includes(line)
  }
  const days = way === 'month' && line !== undefined ? daysOfMonth(year, Number(line)) : daysOfYear(year)
  const isOfUnit = (agreement: Rows['agreements'][number]) => unitId === null || agreement.unit_id === unitId
  const counted = agreements.filter(
    (agreement) =>
      agreement.status === 'signed' &&
      isOfUnit(agreement) &&
      stands(agreement) &&
      (basis === 'inForce'
        ? agreement.starts_on <= days.to && (agreement.ends_on ?? '9999-12-31') >= days.from
        : agreement.concluded_on >= days.from && agreement.concluded_on <= days.to),
  )
  const served = entries.filter((entry) => {
    const agreement = agreements.find(({ id }) => id === entry.agreement_id)
    return (
      agreement !== undefined &&
      isOfUnit(agreement) &&
      entry.served_on >= days.from &&
      entry.served_on <= days.to &&
      stands(agreement, entry.task) &&
      (basis === 'inForce' || agreement.concluded_on.startsWith(String(year)))
    )
  })
  const minutesOf = (isConfirmed: boolean) =>
    served
      .filter(({ confirmed_at }) => (confirmed_at !== null) === isConfirmed)
      .reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    persons: new Set(counted.map(({ volunteer_id }) => volunteer_id)).size,
    agreements: counted.length,
    minutes: minutesOf(true),
    unconfirmedMinutes: minutesOf(false),
  }
}

async function prepare(api: Api): Promise<number> {
  const unit = await api.units.create({ name: 'Filia nr 7', address: 'ul. Głęboka 11' })
  const other = await api.units.create({ name: 'Klub Seniora', address: 'ul. Świdnicka 12' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  for (const [index, category] of (['adult', 'senior', 'adult', 'senior'] as const).entries()) {
    const { id } = await api.volunteers.create(
      aVolunteer({ pesel: '', birthOn: `19${50 + index * 10}-05-05`, surname: `Żak ${index}`, category }),
    )
    for (const unitId of [unit.id, other.id])
      await api.agreements.sign(
        await api.agreements.create(
          anAgreement({
            volunteerId: id,
            unitId,
            signatoryId: signatory.id,
            tasks: tasks.slice(0, 1 + index),
            concludedOn: `202${3 + (index % 3)}-09-01`,
            startsOn: `202${3 + (index % 3)}-09-10`,
            endsOn: null,
          }),
        ),
      )
  }
  return unit.id
}

test('every figure is what counting row by row gives, whatever happens to agreements, people and entries', async () => {
  const app = await openTestApp()
  try {
    const { api } = app
    const unitId = await prepare(api)
    const file = join(app.folder, 'osrodek.db')
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (acts) => {
        const rows = withSqlite(file, (sqlite) => {
          for (const each of acts) perform(sqlite, each, unitId)
          return readAll(sqlite)
        })
        for (const basis of reportBases)
          for (const of of [null, unitId])
            for (const by of reportWays) {
              const asked = { basis, unitId: of }
              const told = await api.volunteeringReport.table({ year: newest, compared: 2, by, ...asked })
              const counted = (line: Id | undefined) =>
                years.map((year) => naively(rows, { ...asked, year }, by, line))
              expect(told.totals[basis]).toEqual(counted(undefined))
              const lines = new Map(told.lines.map((line) => [line.id, line.years]))
              for (const id of idsOf(rows, by)) {
                const expected = counted(id)
                const isAny =
                  by === 'month' || expected.some((of) => Object.values(of).some((one) => one > 0))
                expect([id, lines.get(id)]).toEqual([id, isAny ? expected : undefined])
                lines.delete(id)
              }
              expect([...lines.keys()]).toEqual([])
            }
      }),
      { numRuns: 25 },
    )
  } finally {
    await app.close()
  }
}, 120_000)

function idsOf({ agreements, volunteers, activities }: Rows, way: ReportWay): Id[] {
  const found: Record<ReportWay, Id[]> = {
    unit: [...agreements.map(({ unit_id }) => unit_id), null],
    activity: [...activities.map(({ id }) => id), null],
    category: volunteers.map(({ category }) => category),
    ageBand: years.flatMap((year) => volunteers.map(({ birth_on }) => ageBandOf(birth_on, year))),
    month: Array.from({ length: 12 }, (_, month) => month + 1),
  }
  return [...new Set(found[way])]
}
