import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { importSamples } from './samples.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  await importSamples(api)
  return () => app.close()
})

const lastActions = async (limit: number) => {
  const { rows } = await api.history.list({ sort: 'at', direction: 'descending', limit })
  return rows.map(({ action }) => action)
}

test('a workbook has a line for each category, people and agreements in columns of their own, and the whole', async () => {
  const file = await api.volunteeringReport.export({ year: 2007, by: 'category', format: 'xlsx' })
  expect(file.fileName).toBe('Rok w wolontariacie 2007.xlsx')
  const [titles, ...rows] = await readSheet(Buffer.from(file.content, 'base64'))
  expect(titles).toEqual(['Kategoria', 'Osoby', 'Porozumienia'])
  expect(rows.at(-1)).toEqual(['Cały rok', 82, 92])
  const sum = (column: number) => rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0)
  expect([sum(1), sum(2)]).toEqual([82, 92])
  expect(await lastActions(1)).toEqual(['reportExported'])
})

test('a comparison has a column for each year, the oldest first, and the change', async () => {
  const { content } = await api.volunteeringReport.export({
    year: 2008,
    by: 'unit',
    compared: 1,
    format: 'clipboard',
  })
  const lines = content.split('\r\n')
  expect(lines[0]).toBe(
    'Jednostka\tOsoby 2007\tOsoby 2008\tOsoby: zmiana\tPorozumienia 2007\tPorozumienia 2008\tPorozumienia: zmiana',
  )
  expect(lines.at(-1)).toMatch(/^Cały rok\t82\t\d+\t-\d+\t92\t28\t-64$/)
})

test('a print stands upright on A4 in both audiences, alone and compared, and the history keeps each', async () => {
  for (const audience of ['inside', 'outside'] as const) {
    for (const compared of [0, 4]) {
      const printed = await api.volunteeringReport.print({ year: 2007, compared, audience })
      expect(printed.pages).toBeGreaterThan(0)
      expect(printed.height).toBeGreaterThan(printed.width)
    }
  }
  expect(await lastActions(4)).toEqual(Array(4).fill('reportPrinted'))
})

describe('a frozen report', () => {
  test('stays as it was when agreements are added later, and tells what differs', async () => {
    const { id } = await api.volunteeringReport.freeze({ year: 2007, note: 'do sprawozdania' })
    const { rows } = await api.agreements.list({ filters: { unit: { empty: false } }, limit: 1 })
    await api.agreements.cancel({ ...(rows[0] as { id: number; version: number }), reason: 'omyłka' })

    const opened = await api.volunteeringReport.openFrozen({ id })
    expect(opened).toMatchObject({ year: 2007, frozenOn: '2026-11-22', frozenByName: 'Anna Administrator' })
    expect(opened.content.totals.inForce).toMatchObject([{ persons: 82, agreements: 92 }])
    expect(opened.present.totals.inForce[0]?.agreements).toBe(91)

    const file = await api.volunteeringReport.exportFrozen({ id, by: 'unit', format: 'clipboard' })
    expect(file.fileName).toBe('Rok w wolontariacie 2007 stan na dzień 2026-11-22.clipboard')
    expect(file.content.split('\r\n').at(-1)).toBe('Cały rok\t82\t92')
    expect(await api.volunteeringReport.printFrozen({ id })).toMatchObject({ pages: expect.any(Number) })
    expect(await api.volunteeringReport.frozen()).toMatchObject([{ id, note: 'do sprawozdania' }])
  })

  test('is frozen by those who may, and seen by a head only of the own unit', async () => {
    const [unit, other] = await api.units.all()
    const own = await api.volunteeringReport.freeze({ year: 2007, unitId: unit?.id ?? 0 })
    const foreign = await api.volunteeringReport.freeze({ year: 2007, unitId: other?.id ?? 0 })
    const whole = await api.volunteeringReport.freeze({ year: 2007 })
    const head = await app.windowOf('head', unit?.id ?? 0)
    expect((await head.volunteeringReport.frozen()).map(({ id }) => id)).toEqual([own.id])
    await head.volunteeringReport.openFrozen(own)
    for (const { id } of [foreign, whole]) {
      await expect(head.volunteeringReport.openFrozen({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(head.volunteeringReport.printFrozen({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(
        head.volunteeringReport.exportFrozen({ id, by: 'unit', format: 'csv' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await expect(head.volunteeringReport.freeze({ year: 2007 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
