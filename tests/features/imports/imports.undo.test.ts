import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, importFile, openFile } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function restart() {
  await app.restart()
  api = app.api
  await api.accounts.signIn({ login: 'admin', password })
}

const titles = 'Nazwisko;Imię;Data urodzenia;PESEL;Telefon;Miejscowość'
const people = csv(titles, 'Nowak;Jan;01.02.1980;;;', 'Kos;Ewa;03.04.1990;;;', 'Lis;Adam;05.06.1970;;;')
const volunteerNamed = async (name: string) => {
  const { rows } = await api.volunteers.list({ search: name })
  return api.volunteers.get({ id: rows[0]?.id ?? 0 })
}

describe('undoing an import', () => {
  test('after a restart removes what is as it was, and keeps and names what was edited since', async () => {
    const { id } = await importFile(api, people)
    await restart()
    const kos = await volunteerNamed('kos')
    await api.volunteers.change({ ...kos, town: 'Lublin' })

    const plan = await api.imports.undoPreview({ id })
    expect(plan).toMatchObject({ removed: 2, restored: 0, kept: 1 })
    expect(plan.keptRecords).toEqual([
      { kind: 'volunteers', recordId: kos.id, line: 3, label: 'Kos Ewa', reason: 'edited' },
    ])
    expect(await api.volunteers.count({})).toBe(3)

    app.clock.now = new Date('2026-11-22T10:05:00Z')
    expect(await api.imports.undo({ id })).toMatchObject({ removed: 2, kept: 1, import: { keptRows: 1 } })
    expect((await api.volunteers.list({})).rows).toMatchObject([{ surname: 'Kos' }])
    expect(await api.imports.list()).toMatchObject([
      { id, undoneAt: '2026-11-22T10:05:00.000Z', undoneBy: 'Anna Administrator', keptRows: 1 },
    ])
    await restart()
    expect((await api.imports.undoPreview({ id })).keptRecords).toMatchObject([{ reason: 'edited' }])
  })

  test('of whatever mixture of new and changed people leaves the register as it was', async () => {
    const names = ['Nowak', 'Kos', 'Lis', 'Wilk', 'Żuk', 'Ćma']
    for (const surname of names.slice(0, 3))
      await api.volunteers.create(
        aVolunteer({ surname, firstNames: 'Anna', pesel: '', phone: '', birthOn: '1980-01-01' }),
      )
    const stored = () =>
      withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => ({
        volunteers: sqlite.prepare('SELECT * FROM volunteers ORDER BY id').all() as Record<string, unknown>[],
        words: sqlite.prepare('SELECT * FROM search_words ORDER BY kind, word, record_id').all(),
      }))
    const before = stored()
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(names, { minLength: 1 }),
        fc.constantFrom('fill' as const, 'overwrite' as const),
        fc.constantFrom('Lublin', 'Świdnik', 'Łęczna'),
        async (chosen, repeats, town) => {
          const rows = chosen.map((name) => `${name};Anna;01.01.1980;;601234567;${town}`)
          const { id } = await importFile(api, csv(titles, ...rows), { rules: { repeats } })
          await api.imports.undo({ id })
          const after = stored()
          const still = after.volunteers.map((row, index) => ({
            ...row,
            version: before.volunteers[index]?.version,
          }))
          expect({ ...after, volunteers: still }).toEqual(before)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  test('is refused the second time', async () => {
    const { id } = await importFile(api, people)
    await api.imports.undo({ id })
    expect(await refusalOf(api.imports.undo({ id }))).toEqual(ruleRefusal('imports.errors.alreadyUndone'))
  })

  test('brings changed records back to what they were, with the history', async () => {
    const before = await api.volunteers.create(aVolunteer({ phone: '', town: 'Łęczna' }))
    const file = csv(titles, 'Łukasik;Elżbieta;;65122300348;601234567;Lublin')
    const { id } = await importFile(api, file, { decisions: { 2: { row: 'overwrite' } } })
    expect(await volunteerNamed('lukasik')).toMatchObject({
      phone: '601 234 567',
      town: 'Lublin',
      version: 2,
    })
    expect(await api.imports.undoPreview({ id })).toMatchObject({ removed: 0, restored: 1, kept: 0 })
    await api.imports.undo({ id })
    const { version: _, ...after } = await volunteerNamed('lukasik')
    const { version: __, ...was } = before
    expect(after).toEqual(was)
    const lines = await api.volunteers.history({ recordId: before.id })
    expect(lines.map(({ action }) => action)).toEqual(['importUndone', 'changedByImport', 'created'])
    expect(lines[0]?.changes.fields).toMatchObject({ town: ['Lublin', 'Łęczna'], phone: ['601 234 567', ''] })
  })

  test('of the later import makes the earlier one undoable again', async () => {
    const first = await importFile(api, people)
    const second = await importFile(api, csv(titles, 'Nowak;Jan;01.02.1980;;601234567;'), {
      rules: { repeats: 'fill' },
    })
    expect(await api.imports.undoPreview({ id: first.id })).toMatchObject({ removed: 2, kept: 1 })
    await api.imports.undo({ id: second.id })
    expect(await api.imports.undo({ id: first.id })).toMatchObject({ removed: 3, kept: 0 })
    expect(await api.volunteers.count({})).toBe(0)
  })

  test('keeps those to whom something belongs by now, and units that somebody uses', async () => {
    const volunteers = await importFile(api, people)
    const agreements = csv(
      'Nr;Wolontariusz;Data zawarcia;Od;Do;Miejsce',
      '1/2026;Nowak Jan;01.03.2026;01.03.2026;31.12.2026;Klub',
      '2/2026;Kos Ewa;01.03.2026;01.03.2026;31.12.2026;Świetlica',
    )
    const paper = await importFile(api, agreements, { register: 'agreements' })
    const plan = await api.imports.undoPreview({ id: volunteers.id })
    expect(plan.keptRecords.map(({ label, reason }) => [label, reason])).toEqual([
      ['Nowak Jan', 'agreements'],
      ['Kos Ewa', 'agreements'],
    ])
    const { rows } = await api.agreements.list({ search: '2/2026' })
    const kept = await api.agreements.get({ id: rows[0]?.id ?? 0 })
    await api.agreements.cancel({ id: kept.id, version: kept.version, reason: 'pomyłka' })
    expect(
      (await api.imports.undo({ id: paper.id })).keptRecords.map(({ label, reason }) => [label, reason]),
    ).toEqual([
      ['2/2026, Kos Ewa', 'edited'],
      ['Świetlica', 'agreements'],
    ])
    expect((await api.units.list({})).rows.map(({ name }) => name)).toEqual(['Świetlica'])
    expect(await api.imports.undo({ id: volunteers.id })).toMatchObject({ removed: 2, kept: 1 })
  })

  test('gives numbers of agreements back, where none was given after them', async () => {
    await importFile(api, people)
    const rows = ['1/2007', '2/2007'].map((number) => `${number};Nowak Jan;01.03.2007;01.03.2007;31.12.2007`)
    const file = csv('Nr;Wolontariusz;Data zawarcia;Od;Do', ...rows)
    const { id } = await importFile(api, file, { register: 'agreements' })
    await api.imports.undo({ id })
    const far = await openFile(api, csv('Nr;Wolontariusz;Od', '1001/2007;Nowak Jan;01.03.2007'), 'agreements')
    expect((await dryRun(api, far)).rows[0]?.problems).toContainEqual(
      expect.objectContaining({ key: 'imports.problems.numberFar', params: { lower: 0, next: '1002/2007' } }),
    )
  })

  test('leaves the file known, and says that its import was undone', async () => {
    const { id } = await importFile(api, people)
    expect(await openFile(api, people)).toMatchObject({ undoneAt: null })
    await api.imports.undo({ id })
    const again = await openFile(api, people)
    expect(again.importedAt).not.toBeNull()
    expect(again.undoneAt).not.toBeNull()
    await api.imports.run({ id: again.id, options: again.options, decisions: {} })
    expect(await api.volunteers.count({})).toBe(3)
  })

  test('is for those who may write the register, of an import that was carried out', async () => {
    const { id } = await importFile(api, people)
    const prepared = await openFile(api, csv('Nazwisko;Imię', 'Wilk;Jan'))
    expect(await refusalOf(api.imports.undo({ id: prepared.id }))).toEqual(notFoundRefusal('imports'))
    const viewer = await app.windowOf('viewer')
    expect(await refusalOf(viewer.imports.undo({ id }))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(viewer.imports.undoPreview({ id }))).toMatchObject({ code: 'FORBIDDEN' })
  })
})
