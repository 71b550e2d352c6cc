import { beforeEach, describe, expect, test } from 'vitest'
import { doubtsOfPlan, readPlan } from '#shared/features/cases/cases.plan.rules.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { workbook } from '../imports/importing.ts'

test.each([
  ['052\tWolontariat\tB5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['052;Wolontariat;B5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['052   Wolontariat   B5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['\n14\tSzkolenie\n', [{ symbol: '14', title: 'Szkolenie', category: '', line: 2 }]],
])('%j is read as lines of a plan', (text, lines) => expect(readPlan(text)).toEqual({ lines }))

test('a line that is none is named by its number', () => {
  expect(readPlan('052\tWolontariat\tB5\nbez symbolu')).toEqual({ wrongLine: 2 })
  expect(readPlan('052')).toEqual({ wrongLine: 1 })
})

test.each([
  // As the official form has it: a column for each level of the symbol.
  ['\t\t052\t\tWolontariat\tB5\tuwagi', { symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }],
  ['0.5.2\tWolontariat\tBE 10', { symbol: '052', title: 'Wolontariat', category: 'BE 10', line: 1 }],
  ['05 2 ;Wolontariat;B5', { symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }],
  // A title that is itself a letter is no category.
  ['052\tA\tB5', { symbol: '052', title: 'A', category: 'B5', line: 1 }],
])('%j is read', (text, line) => expect(readPlan(text)).toEqual({ lines: [line] }))

test('what is worth a look: missing levels and repeated symbols', () => {
  const plan = readPlan('0\tOgólne\n05\tWspółpraca\n0521\tWolontariat\n05\tWspółpraca z NGO\n9\tInne')
  if ('wrongLine' in plan) throw new Error('not read')
  expect(doubtsOfPlan(plan.lines, new Set())).toEqual({ orphans: ['0521'], repeated: ['05'] })
  expect(doubtsOfPlan(plan.lines, new Set(['052']))).toEqual({ orphans: [], repeated: ['05'] })
})

describe('a file plan in a file', () => {
  let app: TestApp
  let api: Api
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    return () => app.close()
  })

  const planOf = async (bytes: Buffer) =>
    (await api.imports.readTable({ content: bytes.toString('base64') })).rows
      .map((cells) => cells.join('\t'))
      .join('\n')
      .trim()

  test('is read from a workbook with a head, empty rows and a column for each level, and compared', async () => {
    const rows = [['Jednolity rzeczowy wykaz akt'], ['I', 'II', 'III', 'Hasło', 'Kat.', 'Uwagi'], []]
    for (let index = 0; index < 600; index++)
      rows.push(['', '', String(1000 + index), `Hasło ${index}`, index % 2 ? 'B5' : 'BE10', 'uwaga'])
    const text = await planOf(await workbook(rows))
    await api.cases.createClass({ symbol: '1000', title: 'Hasło 0', category: 'BE10' })
    await api.cases.createClass({ symbol: '1001', title: 'Dawne hasło', category: 'B5' })
    expect(await api.cases.checkPlan({ text })).toMatchObject({ created: 598, changed: 1, unchanged: 1 })
    expect(await api.cases.classes()).toHaveLength(2)
    expect(await api.cases.enterPlan({ text })).toEqual({ created: 598, changed: 1 })
    expect((await api.cases.classes()).at(-1)).toMatchObject({
      symbol: '1599',
      title: 'Hasło 599',
      category: 'B5',
    })
  })

  test('is read from a CSV of Windows', async () => {
    // „05;Współpraca;B5” in Windows-1250.
    const bytes = Buffer.from([...Buffer.from('05;Wsp'), 0xf3, 0xb3, ...Buffer.from('praca;B5\r\n')])
    expect(await planOf(bytes)).toBe('05\tWspółpraca\tB5')
  })

  test('is refused as what is no table, and by the line that is no class', async () => {
    expect(
      await refusalOf(api.imports.readTable({ content: Buffer.alloc(0).toString('base64') })),
    ).toMatchObject({ code: 'RULE_BROKEN' })
    const refusal = ruleRefusal('cases.errors.line', { line: 2 })
    expect(await refusalOf(api.cases.checkPlan({ text: '05\tWspółpraca\nDział kadr' }))).toEqual(refusal)
    expect(await refusalOf(api.cases.enterPlan({ text: '05\tWspółpraca\nDział kadr' }))).toEqual(refusal)
    expect(await api.cases.classes()).toEqual([])
  })

  test('the list of cases of a class and year is printed in its order, cancelled numbers with their reason', async () => {
    const { id: classId } = await api.cases.createClass({
      symbol: '0520',
      title: 'Porozumienia',
      category: 'B5',
    })
    const unit = await api.units.create({
      name: 'Świetlica „Promyk”',
      address: 'ul. Głęboka 11',
      symbol: 'SP',
    })
    const open = (subject: string, more: object = {}) =>
      api.cases.open({ classId, unitId: unit.id, subject, openedOn: '2026-03-01', ...more })
    const first = await open('porozumienie z wolontariuszką', {
      sender: 'Fundacja „Przykład”',
      senderSign: 'FP.12.2026',
      senderOn: '2026-02-27',
    })
    const { version: _, ...texts } = first
    await api.cases.change({ ...texts, version: first.version, closedOn: '2026-04-02' })
    const second = await open('pomyłka')
    await api.cases.cancel({ id: second.id, version: second.version, reason: 'założona dwa razy' })
    await api.cases.open({ classId, subject: 'sprawa ośrodka', openedOn: '2026-03-01' })
    await open('z innego roku', { openedOn: '2027-01-04' })
    const list = await api.cases.printList({ classId, unitId: unit.id, year: 2026 })
    expect(list).toMatchObject({ pages: 1, width: expect.closeTo(841.89, 1) })
    const { rows } = await api.history.list({ filters: { kind: { oneOf: ['cases'] } } })
    expect(rows[0]).toMatchObject({ action: 'listPrinted' })
    expect(await refusalOf(api.cases.printList({ classId: 4711, unitId: null, year: 2026 }))).toEqual(
      notFoundRefusal('cases'),
    )
  })
})
