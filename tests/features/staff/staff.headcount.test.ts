import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountCell } from '#shared/features/staff/staff.headcount.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { aMember } from '#tests/support/builders.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
afterEach(() => app.close())

const start = '2026-01-01'
const dayAt = (days: number) => addDays(start, days)
const post = fc.record({
  position: fc.nat(2),
  unit: fc.option(fc.nat(1)),
  ownGroup: fc.option(fc.constantFrom(...staffGroups)),
})
const person = fc
  .record({
    from: fc.option(fc.integer({ min: 0, max: 8 })),
    length: fc.option(fc.integer({ min: 0, max: 12 })),
    first: post,
    later: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 20 }), post), {
      selector: ([day]) => day,
      maxLength: 3,
    }),
  })
  .map(({ from, length, first, later }) => {
    const begins = from ?? 0
    const ends = length === null ? null : begins + length
    return { from, ends, first, later: later.filter(([day]) => day > begins && day <= (ends ?? 99)) }
  })
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never

/** What somebody is on a day, found by walking over the days one by one. */
function postHeldOn({ from, ends, first, later }: Person, day: number) {
  if (day < (from ?? 0) && from !== null) return undefined
  if (ends !== null && day > ends) return undefined
  let held = first
  for (let at = 0; at <= day; at++) held = later.find(([begins]) => begins === at)?.[1] ?? held
  return held
}

const groupsOfPositions: StaffGroup[] = ['managers', 'socialWorkers', 'administration']
const keyOf = ({ unitId, positionId, staffGroup }: HeadcountCell) => `${unitId}/${positionId}/${staffGroup}`

describe('the headcount', () => {
  test('calls a unit as it was called on the day', async () => {
    app = await openTestApp()
    const { api } = app
    const { id: positionId } = await api.positions.create({ name: 'Referent', staffGroup: 'administration' })
    const unit = await api.units.create({ name: 'Dział Stary' })
    await api.staff.create(aMember({ positionId, unitId: unit.id }))
    await api.units.reorganise({ ...unit, name: 'Dział Nowy', fromOn: '2026-11-01' })
    const nameOn = async (day: string) => (await api.staff.headcount({ day })).map(({ unitName }) => unitName)
    expect(await nameOn('2026-10-31')).toEqual(['Dział Stary'])
    expect(await nameOn('2026-11-01')).toEqual(['Dział Nowy'])
  })

  test('of any day is that of a plain model, and every figure has as many rows behind it', async () => {
    app = await openTestApp({ now: '2026-01-10T10:00:00Z' })
    const { api } = app
    const positions: number[] = []
    for (const staffGroup of groupsOfPositions)
      positions.push((await api.positions.create({ name: `stanowisko ${staffGroup}`, staffGroup })).id)
    const units: number[] = []
    for (const name of ['Filia nr 1', 'Filia nr 2']) units.push((await api.units.create({ name })).id)
    const idsOf = ({ position, unit, ownGroup }: Person['first']) => ({
      positionId: positions[position] ?? 0,
      unitId: unit === null ? null : (units[unit] ?? 0),
      ownGroup,
    })

    const people: Person[] = fc.sample(person, { numRuns: 40, seed: 7 })
    for (const { from, ends, first, later } of people) {
      let member = await api.staff.create(
        aMember({
          ...idsOf(first),
          employedFrom: from === null ? null : dayAt(from),
          employedTo: ends === null ? null : dayAt(ends),
        }),
      )
      for (const [day, held] of later)
        member = await api.staff.changePostFrom({ ...member, ...idsOf(held), fromOn: dayAt(day) })
    }

    for (const day of [0, 3, 8, 9, 10, 14, 25]) {
      const expected = new Map<string, number>()
      for (const each of people) {
        const held = postHeldOn(each, day)
        if (!held) continue
        const { positionId, unitId, ownGroup } = idsOf(held)
        const staffGroup = ownGroup ?? (groupsOfPositions[held.position] as StaffGroup)
        const key = `${unitId}/${positionId}/${staffGroup}`
        expected.set(key, (expected.get(key) ?? 0) + 1)
      }
      const cells = await api.staff.headcount({ day: dayAt(day) })
      expect(new Map(cells.map((cell) => [keyOf(cell), cell.count]))).toEqual(expected)
      for (const cell of cells) {
        const { rows } = await api.staff.list({
          filters: {
            employedOn: { from: dayAt(day), to: dayAt(day) },
            unit: cell.unitId === null ? { empty: true } : { oneOf: [cell.unitId] },
            position: { oneOf: [cell.positionId] },
            staffGroup: { oneOf: [cell.staffGroup] },
          },
        })
        expect(rows).toHaveLength(cell.count)
        expect(rows[0]).toMatchObject({
          state: 'employed',
          staffGroup: cell.staffGroup,
          position: { id: cell.positionId, text: cell.positionName },
          employedOn: dayAt(day),
        })
      }
    }
  })
})

describe('what leaves the program', () => {
  const day = '2026-11-22'
  beforeEach(async () => {
    app = await openTestApp()
    const { api } = app
    const manager = (await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })).id
    const worker = (await api.positions.create({ name: 'pracownik socjalny', staffGroup: 'socialWorkers' }))
      .id
    const tenth = (await api.units.create({ name: 'Zespół nr 10' })).id
    const second = (await api.units.create({ name: 'Zespół nr 2' })).id
    for (const over of [
      { positionId: manager, unitId: tenth },
      { positionId: worker, unitId: second },
      { positionId: worker, unitId: second },
      { positionId: worker, unitId: null },
      { positionId: worker, unitId: second, employedTo: '2026-11-21' },
    ])
      await api.staff.create(aMember(over))
  })

  test('as a workbook has a line for each unit, numbers as numbers, and the sum', async () => {
    const file = await app.api.staff.exportHeadcount({ day, by: 'unit', format: 'xlsx' })
    expect(file).toMatchObject({ fileName: 'Stan zatrudnienia 2026-11-22.xlsx', rows: 4 })
    expect(await readSheet(Buffer.from(file.content, 'base64'))).toEqual([
      [
        'Jednostka',
        'kadra kierownicza i nadzorująca',
        'pracownicy socjalni',
        'kadra wyspecjalizowana',
        'administracja',
        'Razem',
      ],
      ['Zespół nr 2', 0, 2, 0, 0, 2],
      ['Zespół nr 10', 1, 0, 0, 0, 1],
      ['bez jednostki', 0, 1, 0, 0, 1],
      ['Razem', 1, 3, 0, 0, 4],
    ])
  })

  test('tells positions and groups in the language of the window', async () => {
    const { content } = await app.api.staff.exportHeadcount({ day, by: 'position', format: 'csv' })
    expect(Buffer.from(content, 'base64').toString().split('\r\n').slice(1, 4)).toEqual([
      '"kierownik";"1";"0";"0";"0";"1"',
      '"pracownik socjalny";"0";"3";"0";"0";"3"',
      '"Razem";"1";"3";"0";"0";"4"',
    ])
    const copied = await app.api.staff.exportHeadcount({
      day,
      by: 'group',
      format: 'clipboard',
      language: 'en',
    })
    expect(copied.content).toBe(
      'Group\tPeople\r\nmanagers and supervisors\t1\r\nsocial workers\t3\r\nTotal\t4',
    )
  })

  test('is of the own unit alone for a head', async () => {
    const unitId = (await app.api.units.all()).find(({ name }) => name === 'Zespół nr 2')?.id ?? 0
    const head = await app.windowOf('head', unitId)
    const { content } = await head.staff.exportHeadcount({ day, by: 'group', format: 'clipboard' })
    expect(content).toBe('Grupa\tLiczba osób\r\npracownicy socjalni\t2\r\nRazem\t2')
  })

  test('stands upright on A4, and the history tells who took it out and of which day', async () => {
    const printed = await app.api.staff.printHeadcount({ day })
    expect(printed).toMatchObject({ pages: 1 })
    expect(printed.height).toBeGreaterThan(printed.width)
    expect(await app.api.staff.printHeadcount({ day: '1990-01-01' })).toMatchObject({ pages: 1 })
    await app.api.staff.exportHeadcount({ day, by: 'unit', format: 'csv' })
    const { rows } = await app.api.history.list({ sort: 'at', direction: 'descending', limit: 3 })
    expect(rows.map(({ action }) => action)).toEqual([
      'headcountExported',
      'headcountPrinted',
      'headcountPrinted',
    ])
  })
})
