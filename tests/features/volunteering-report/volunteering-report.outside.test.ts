import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  fewestTold,
  isWholeTold,
  reportOutside,
  toldOutside,
} from '#shared/features/volunteering-report/volunteering-report.outside.rules.ts'
import {
  type ReportContent,
  type ReportWay,
  reportWays,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { aSignableDraft } from '#tests/support/builders.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

const people = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })),
)
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

describe('the lines of a column for outside', () => {
  test.each([
    ['none small', [9, 0, 8], true, [true, true, true]],
    ['one small, so the smallest other too', [3, 9, 0, 8], true, [false, true, true, false]],
    ['two small of four people', [2, 2, 9, 8], true, [false, false, true, false]],
    ['two small of five people', [2, 3, 9, 8], true, [false, false, true, true]],
    ['five small of one person each', [1, 1, 1, 1, 1, 7], true, [false, false, false, false, false, false]],
    ['two small that may be the same people', [2, 3, 9, 8], false, [false, false, true, false]],
  ] as const)('%s', (_, counts, addUp, expected) => {
    expect(toldOutside(counts, addUp)).toEqual(expected)
  })

  test('tell no figure of one to four people, and none can be reckoned from the whole', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (counts, addUp) => {
        const told = toldOutside(counts, addUp)
        for (const [index, count] of counts.entries())
          if (told[index]) expect(count === 0 || count >= fewestTold).toBe(true)
          else expect(count).toBeGreaterThan(0)
        const hidden = counts.filter((_, index) => !told[index])
        const whole = sum(counts)
        if (hidden.length === 0 || !isWholeTold(whole, counts, addUp)) return
        const all = counts.filter((count) => count > 0)
        // Where all is left out, what the whole tells is the whole alone.
        if (hidden.length === all.length && !addUp) return
        expect(hidden.length).toBeGreaterThanOrEqual(2)
        expect(sum(hidden)).toBeGreaterThanOrEqual(fewestTold)
        if (addUp) expect(sum(hidden)).toBeGreaterThan(hidden.length)
        else expect(Math.max(...hidden)).toBeGreaterThanOrEqual(fewestTold)
      }),
      { numRuns: 1000 },
    )
  })
})

/** A report of one year whose only way with lines is that by units. */
function aReport(lines: { persons: number; hours: [number, number]; people: [number, number] }[]) {
  const figures = lines.map(({ persons, hours: [minutes, unconfirmedMinutes] }) => ({
    persons,
    agreements: persons,
    minutes,
    unconfirmedMinutes,
  }))
  const none = Object.fromEntries(reportWays.map((way) => [way, []])) as unknown as Record<ReportWay, []>
  const content: Pick<ReportContent, 'lines' | 'served'> = {
    lines: { ...none, unit: figures.map((of, id) => ({ id, name: `jednostka ${id}`, years: [of] })) },
    served: {
      totals: { inForce: [], concluded: [] },
      lines: {
        ...none,
        unit: lines.map(({ people: [minutes, unconfirmedMinutes] }) => [{ minutes, unconfirmedMinutes }]),
      },
    },
  }
  const whole = { persons: 20, agreements: 20, minutes: 4000, unconfirmedMinutes: 4000 }
  return { content, whole: { figures: [whole], served: [{ minutes: 12, unconfirmedMinutes: 12 }] } }
}

describe('a report for outside', () => {
  test('judges hours by the people who served them, not by those who have agreements', () => {
    const { content, whole } = aReport([
      { persons: 2, hours: [0, 120], people: [0, 1] },
      { persons: 11, hours: [2160, 2370], people: [8, 8] },
      { persons: 6, hours: [1740, 780], people: [1, 1] },
      { persons: 9, hours: [600, 600], people: [6, 6] },
    ])
    const { unit } = reportOutside(content, whole).lines
    expect(unit.map(([of]) => [of?.persons, of?.minutes, of?.unconfirmedMinutes])).toEqual([
      [null, 0, null],
      [11, 2160, 2370],
      [null, null, null],
      [9, null, null],
    ])
  })

  test('tells no hours where nobody counted the people behind them', () => {
    const { content, whole } = aReport([{ persons: 9, hours: [600, 0], people: [9, 0] }])
    const told = reportOutside({ ...content, served: null }, { ...whole, served: undefined })
    expect(told.lines.unit[0]?.[0]).toMatchObject({ persons: 9, minutes: null, unconfirmedMinutes: 0 })
    expect(told.totals[0]).toMatchObject({ persons: 20, minutes: null, unconfirmedMinutes: null })
  })
})

describe('the people behind hours', () => {
  let app: TestApp
  let api: Api
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    return () => app.close()
  })

  test('are counted once in each line and in the whole, however many entries and agreements they have', async () => {
    const period = { concludedOn: '2025-09-01', startsOn: '2025-09-10', endsOn: '2026-12-31' }
    const { draft, volunteer, unit } = await aSignableDraft(api, period)
    const first = await api.agreements.sign(draft)
    const again = await api.agreements.sign(
      (await aSignableDraft(api, { ...period, volunteerId: volunteer.id, unitId: unit.id })).draft,
    )
    for (const { id } of [first, again])
      for (const servedOn of ['2026-02-03', '2026-02-10', '2026-04-10'])
        await api.hours.create({ agreementId: id, servedOn, minutes: 60 })
    const frozen = await api.volunteeringReport.freeze({ year: 2026, compared: 1 })
    const { content } = await api.volunteeringReport.openFrozen(frozen)
    const [one, none] = [
      { minutes: 0, unconfirmedMinutes: 1 },
      { minutes: 0, unconfirmedMinutes: 0 },
    ]
    expect(content.served?.totals).toEqual({ inForce: [one, none], concluded: [none, none] })
    expect(content.served?.lines.unit).toEqual([[one, none]])
    expect(content.served?.lines.category).toEqual([[one, none]])
    expect(content.served?.lines.ageBand).toEqual([[one, none]])
    expect(content.served?.lines.month.map(([of]) => of?.unconfirmedMinutes)).toEqual([
      ...[0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(content.served?.lines.activity).toHaveLength(content.lines.activity.length)
    for (const [of] of content.served?.lines.activity ?? []) expect(of).toEqual(one)
  })
})
