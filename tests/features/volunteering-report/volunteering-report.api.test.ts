import { beforeEach, describe, expect, test } from 'vitest'
import { reportBases, reportWays } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { rowsOf } from './rows.ts'
import { importSamples } from './samples.ts'

let app: TestApp
let api: Api

const noHours = { minutes: 0, unconfirmedMinutes: 0 }

describe('the sample registers of 2007', () => {
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    await importSamples(api)
    return () => app.close()
  })

  test('have 82 persons and 92 agreements in force in 2007, of which 90 were concluded in it', async () => {
    const { totals } = await api.volunteeringReport.table({ year: 2007, by: 'unit' })
    expect(totals.inForce).toEqual([{ persons: 82, agreements: 92, ...noHours }])
    expect(totals.concluded[0]?.agreements).toBe(90)
    const before = await api.volunteeringReport.table({ year: 2006, by: 'unit' })
    expect(before.totals).toEqual({
      inForce: [{ persons: 0, agreements: 0, ...noHours }],
      concluded: [{ persons: 2, agreements: 2, ...noHours }],
    })
  })

  test('every figure of the report has as many rows behind it', async () => {
    for (const basis of reportBases) {
      for (const by of reportWays) {
        const { years, totals, lines } = await api.volunteeringReport.table({
          year: 2008,
          compared: 2,
          basis,
          by,
        })
        expect(years).toEqual([2008, 2007, 2006])
        for (const [index, year] of years.entries()) {
          const asked = { year, basis, unitId: null }
          expect(await rowsOf(api, asked, by, null)).toEqual(totals[basis][index])
          for (const line of lines) expect(await rowsOf(api, asked, by, line)).toEqual(line.years[index])
        }
      }
    }
  }, 60_000)

  test('a head gets the own unit alone, and as many rows behind its figures', async () => {
    const unit = (await api.units.all()).find(({ name }) => name === 'Filia nr 2')
    const head = await app.windowOf('head', unit?.id ?? 0)
    const asked = { year: 2007, basis: 'inForce', unitId: unit?.id ?? 0 } as const
    for (const by of reportWays) {
      const { lines, totals } = await head.volunteeringReport.table({ year: 2007, by })
      expect(totals.inForce[0]?.agreements).toBe(17)
      for (const line of lines) expect(await rowsOf(head, asked, by, line)).toEqual(line.years[0])
    }
    const { lines } = await head.volunteeringReport.table({
      year: 2007,
      by: 'unit',
      unitId: (unit?.id ?? 0) + 1,
    })
    expect(lines.map(({ name }) => name)).toEqual(['Filia nr 2'])
  })
})
