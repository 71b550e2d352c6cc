import { beforeEach, describe, expect, test } from 'vitest'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const aClass = (over: object = {}) =>
  api.cases.createClass({ symbol: '052', title: 'Wolontariat', category: 'B5', ...over })

describe('case signs', () => {
  test('run by unit, class and calendar year, from 1 each', async () => {
    const [first, second] = [await aClass(), await aClass({ symbol: '14', title: 'Szkolenie' })]
    const unit = await api.units.create({ name: 'Dział Pomocy', symbol: 'DP' })
    const open = async (classId: number, unitId: number | null, openedOn: string) =>
      (await api.cases.open({ classId, unitId, openedOn, subject: 'Sprawa' })).sign
    expect(await open(first.id, unit.id, '2026-11-22')).toBe('DP.052.1.2026')
    expect(await open(first.id, unit.id, '2026-11-22')).toBe('DP.052.2.2026')
    expect(await open(first.id, null, '2026-11-22')).toBe('MOPS.052.1.2026')
    expect(await open(second.id, unit.id, '2026-11-22')).toBe('DP.14.1.2026')
    expect(await open(first.id, unit.id, '2027-01-02')).toBe('DP.052.1.2027')
    expect((await api.cases.list({ filters: { fileClass: { oneOf: [first.id] } } })).rows).toHaveLength(4)
  })

  test('of twenty cases opened at once are consecutive', async () => {
    const { id: classId } = await aClass()
    const opened = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.cases.open({ classId, subject: 'Sprawa', openedOn: '2026-11-22' }),
      ),
    )
    expect(opened.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('given on paper are entered, and not given again', async () => {
    const { id: classId } = await aClass()
    const paper = { classId, subject: 'Z papieru', openedOn: '2026-02-01', number: 7 }
    expect(await api.cases.enter(paper)).toMatchObject({ sign: 'MOPS.052.7.2026', isPaper: true })
    expect(await refusalOf(api.cases.enter(paper))).toEqual(
      fieldRefusal('number', 'cases.errors.numberTaken', { sign: 'MOPS.052.7.2026' }),
    )
    expect(await api.cases.open({ classId, subject: 'Dalej', openedOn: '2026-11-22' })).toMatchObject({
      sign: 'MOPS.052.8.2026',
    })
  })

  test('of a mistake stay with their reason, and the number is not given again', async () => {
    const { id: classId } = await aClass()
    const opened = await api.cases.open({ classId, subject: 'Pomyłka', openedOn: '2026-11-22' })
    const cancelled = await api.cases.cancel({ id: opened.id, version: opened.version, reason: 'dwa razy' })
    expect(cancelled).toMatchObject({ cancelReason: 'dwa razy', sign: 'MOPS.052.1.2026' })
    expect(await api.cases.open({ classId, subject: 'Druga', openedOn: '2026-11-22' })).toMatchObject({
      number: 2,
    })
    expect(await api.cases.choices({ contains: '' })).toHaveLength(1)
  })

  test('need a symbol of the unit', async () => {
    const { id: classId } = await aClass()
    const unit = await api.units.create({ name: 'Bez symbolu' })
    const opening = api.cases.open({ classId, unitId: unit.id, subject: 'x', openedOn: '2026-11-22' })
    expect(await refusalOf(opening)).toEqual(fieldRefusal('unitId', 'cases.errors.unitWithoutSymbol'))
  })
})

describe('the file plan', () => {
  test('is taken over from the lines of a spreadsheet, all or nothing', async () => {
    const text =
      'Symbol\tHasło\tKategoria\n052\tWolontariat\tB-5\n0520\tPorozumienia; inne\tbe10\n14\tSzkolenie\n'
    expect(await api.cases.enterPlan({ text })).toEqual({ created: 3, changed: 0 })
    expect((await api.cases.classes()).map(({ symbol, category }) => `${symbol} ${category}`)).toEqual([
      '052 B5',
      '0520 BE10',
      '14 ',
    ])
    expect(await api.cases.enterPlan({ text: '052\tWolontariat\tB10\n15\tNagrody\tB5' })).toEqual({
      created: 1,
      changed: 1,
    })
    expect(await refusalOf(api.cases.enterPlan({ text: '16\tInne\tB5\nxyz\tnic' }))).toEqual(
      ruleRefusal('cases.errors.line', { line: 2 }),
    )
    expect(await api.cases.classes()).toHaveLength(4)
  })

  test('keeps a class that has cases, and its symbol', async () => {
    const fileClass = await aClass()
    await api.cases.open({ classId: fileClass.id, subject: 'Sprawa', openedOn: '2026-11-22' })
    expect(await refusalOf(api.cases.removeClass(fileClass))).toEqual(ruleRefusal('cases.errors.classInUse'))
    expect(await refusalOf(api.cases.changeClass({ ...fileClass, symbol: '053' }))).toEqual(
      fieldRefusal('symbol', 'cases.errors.symbolInUse'),
    )
    expect(await refusalOf(aClass())).toEqual(fieldRefusal('symbol', 'cases.errors.symbolTaken'))
  })
})
