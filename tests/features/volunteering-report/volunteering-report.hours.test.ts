import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  repeats,
  reportBases,
  reportWays,
  saySame,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { confirmMonth } from '#tests/support/confirming.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { rowsOf } from './rows.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const lessons = 'pomoc dzieciom w odrabianiu lekcji'
const dayRoom = 'prowadzenie zajęć świetlicowych'
const period = { concludedOn: '2025-09-01', startsOn: '2025-09-10', endsOn: '2026-12-31' }

/**
 * Two people: one with lessons and the day room, 6 h of which 1 h names the lessons, 2 h in 2025, 1 h not confirmed; the
 * other, a senior of another unit, with the day room alone, 3 h.
 */
async function aYear() {
  const { draft, unit } = await aSignableDraft(api, period)
  const both = await api.agreements.sign(draft)
  const other = await api.volunteers.create(
    aVolunteer({ pesel: '', birthOn: '1950-05-05', surname: 'Żak', category: 'senior' }),
  )
  const place = await api.units.create({ name: 'Klub Seniora', address: 'ul. Świdnicka 12' })
  const later = { ...period, concludedOn: '2026-01-05', startsOn: '2026-01-10' }
  const second = await api.agreements.sign(
    await api.agreements.create(
      anAgreement({
        volunteerId: other.id,
        unitId: place.id,
        signatoryId: both.signatoryId,
        tasks: [dayRoom.toUpperCase()],
        ...later,
      }),
    ),
  )
  const enter = (agreementId: number, servedOn: string, minutes: number, task = '') =>
    api.hours.create({ agreementId, servedOn, minutes, task })
  await enter(both.id, '2025-12-30', 120)
  await enter(both.id, '2026-01-20', 120)
  await enter(both.id, '2026-02-03', 60, ` ${lessons.toUpperCase()} `)
  await enter(both.id, '2026-02-10', 60)
  await enter(second.id, '2026-02-03', 180, 'spacer')
  for (const month of ['2025-12', '2026-01']) await confirmMonth(api, month, [both.id, second.id])
  await confirmMonth(api, '2026-02', [second.id])
  return { unit, place, both, second }
}

const linesBy = async (by: 'activity' | 'unit' | 'month' | 'category', basis?: 'concluded') => {
  const { lines } = await api.volunteeringReport.table({ year: 2026, by, ...(basis && { basis }) })
  return lines.map(({ id, name, years: [figures] }) => [
    name ?? id,
    figures?.minutes,
    figures?.unconfirmedMinutes,
  ])
}

describe('hours of a year', () => {
  test('are those of its days, confirmed and not, apart', async () => {
    await aYear()
    const { totals } = await api.volunteeringReport.table({ year: 2026, compared: 1, by: 'unit' })
    expect(totals.inForce).toMatchObject([
      { persons: 2, agreements: 2, minutes: 300, unconfirmedMinutes: 120 },
      { persons: 1, agreements: 1, minutes: 120, unconfirmedMinutes: 0 },
    ])
    expect(totals.concluded[0]).toMatchObject({ persons: 1, minutes: 180, unconfirmedMinutes: 0 })
  })

  test('stand under the activity that the entry names, or else under each of its agreement', async () => {
    await aYear()
    expect(await linesBy('activity')).toEqual([
      [lessons, 120, 120],
      [dayRoom, 300, 60],
    ])
  })

  test('follow the tasks of the agreement, whatever was entered before', async () => {
    const { both } = await aYear()
    const { draft } = await aSignableDraft(api, { ...period, tasks: [lessons, 'wycieczki'] })
    const third = await api.agreements.sign(draft)
    await api.hours.create({
      agreementId: third.id,
      servedOn: '2026-03-03',
      minutes: 60,
      task: 'WYCIECZKI',
    })
    const entry = (await api.hours.list({ filters: { agreement: { oneOf: [both.id] } } })).rows
    expect(entry).toHaveLength(4)
    expect(await linesBy('activity')).toEqual([
      [lessons, 120, 120],
      [dayRoom, 300, 60],
      ['wycieczki', 0, 60],
    ])
  })

  test('stand in the month in which they were served, in the unit of the agreement, with the category of the person', async () => {
    await aYear()
    const served = (await linesBy('month')).filter(([, minutes, open]) => Number(minutes) + Number(open) > 0)
    expect(served).toEqual([
      [1, 120, 0],
      [2, 180, 120],
    ])
    expect((await linesBy('unit')).map(([, ...figures]) => figures).sort()).toEqual([
      [120, 120],
      [180, 0],
    ])
    expect(await linesBy('category')).toEqual([
      ['adult', 120, 120],
      ['senior', 180, 0],
    ])
  })

  test('every figure has entries of as many hours behind it, and lines add up where they say so', async () => {
    const { unit } = await aYear()
    for (const basis of reportBases) {
      for (const by of reportWays) {
        for (const unitId of [null, unit.id]) {
          const { years, totals, lines } = await api.volunteeringReport.table({
            year: 2026,
            compared: 1,
            basis,
            by,
            unitId,
          })
          for (const [index, year] of years.entries()) {
            const asked = { year, basis, unitId }
            const whole = totals[basis][index]
            expect(await rowsOf(api, asked, by, null)).toEqual(whole)
            for (const line of lines) expect(await rowsOf(api, asked, by, line)).toEqual(line.years[index])
            const sum = (measure: 'minutes' | 'unconfirmedMinutes') =>
              lines.reduce((all, line) => all + (line.years[index]?.[measure] ?? 0), 0)
            if (by !== 'activity')
              expect([sum('minutes'), sum('unconfirmedMinutes')]).toEqual([
                whole?.minutes,
                whole?.unconfirmedMinutes,
              ])
            else expect(repeats(by)).toBe(true)
          }
        }
      }
    }
  }, 60_000)

  test('a corrected entry, one that is taken out, and a confirmation change the sums with it', async () => {
    const { both } = await aYear()
    const { rows } = await api.hours.list({
      filters: { agreement: { oneOf: [both.id] }, servedOn: { from: '2026-02-03', to: '2026-02-03' } },
    })
    const entry = await api.hours.get({ id: rows[0]?.id ?? 0 })
    const changed = await api.hours.change({ ...entry, task: dayRoom, minutes: 90 })
    expect(await linesBy('activity')).toEqual([
      [lessons, 120, 60],
      [dayRoom, 300, 150],
    ])
    await confirmMonth(api, '2026-02', [both.id])
    expect(await linesBy('activity')).toEqual([
      [lessons, 180, 0],
      [dayRoom, 450, 0],
    ])
    await api.hours.reopen({ month: '2026-02', agreementIds: [both.id] })
    await api.hours.remove({ id: changed.id, version: changed.version + 2 })
    expect(await linesBy('activity')).toEqual([
      [lessons, 120, 60],
      [dayRoom, 300, 60],
    ])
  })
})

describe('hours that leave the program', () => {
  test('are a table of their own, in hours', async () => {
    await aYear()
    const asked = { year: 2026, by: 'category', format: 'clipboard' } as const
    const hours = await api.volunteeringReport.export({ ...asked, show: 'hours' })
    expect(hours.content.split('\r\n')).toEqual([
      'Kategoria\tGodziny potwierdzone\tGodziny niepotwierdzone',
      'osoba dorosła\t2\t2',
      'senior / seniorka\t3\t0',
      'Cały rok\t5\t2',
    ])
    const people = await api.volunteeringReport.export(asked)
    expect(people.content.split('\r\n').at(-1)).toBe('Cały rok\t2\t2')
    for (const audience of ['inside', 'outside'] as const)
      expect(await api.volunteeringReport.print({ year: 2026, audience })).toMatchObject({
        pages: expect.any(Number),
      })
  })

  test('are frozen with the report; one that was frozen before they were counted says so', async () => {
    const { both } = await aYear()
    const { id } = await api.volunteeringReport.freeze({ year: 2026 })
    await confirmMonth(api, '2026-02', [both.id])
    const opened = await api.volunteeringReport.openFrozen({ id })
    expect(opened.content).toMatchObject({ hasHours: true, totals: { inForce: [{ minutes: 300 }] } })
    expect(opened.present.totals.inForce[0]).toMatchObject({ minutes: 420 })
    expect(saySame(opened.content, opened.present)).toBe(false)

    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => {
      const { content } = sqlite.prepare('SELECT content FROM frozen_reports').get() as { content: string }
      const older = JSON.parse(content, (key, value) =>
        ['minutes', 'unconfirmedMinutes', 'hasHours'].includes(key) ? undefined : value,
      )
      sqlite.prepare('UPDATE frozen_reports SET content = ?').run(JSON.stringify(older))
    })
    const older = await api.volunteeringReport.openFrozen({ id })
    expect(older.content).toMatchObject({
      hasHours: false,
      totals: { inForce: [{ persons: 2, minutes: 0 }] },
    })
    expect(saySame(older.content, older.present)).toBe(true)
    expect(await api.volunteeringReport.printFrozen({ id })).toMatchObject({ pages: expect.any(Number) })
  })
})
