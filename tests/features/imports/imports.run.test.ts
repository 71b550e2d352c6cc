import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, outcomeOf, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, importFile, openFile, sample } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const file = () => join(app.folder, 'osrodek.db')
const inDatabase = (work: string) => withSqlite(file(), (sqlite) => sqlite.exec(work))

/** Every row of every table, but for what any call may leave (who was active when). */
function everything(): Record<string, unknown[]> {
  return withSqlite(file(), (sqlite) =>
    Object.fromEntries(
      tablesOf(sqlite).map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all()]),
    ),
  )
}

const people = (count: number) =>
  csv(
    'Nazwisko;Imię;Telefon',
    ...Array.from({ length: count }, (_, index) => `Nowak-${index};Anna;601234567`),
  )

/** Counts the calls of others that are answered before this one is. */
async function answeredMeanwhile(work: Promise<unknown>): Promise<number> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  void work.then(over, over)
  let answered = 0
  while (!isOver) {
    await api.volunteers.count({})
    if (!isOver) answered++
    await setImmediate()
  }
  return answered
}

/** Waits until an import has written its first rows. */
async function underWay(id: number): Promise<void> {
  for (;;) {
    const progress = await api.imports.progress({ id })
    if (progress?.phase === 'writing' && progress.done > 0) return
    await setImmediate()
  }
}

describe('all or nothing', () => {
  test('a failure in the middle leaves the database as it was, and the import may be run again', async () => {
    const { id, options } = await openFile(api, people(120))
    inDatabase(`CREATE TRIGGER full BEFORE INSERT ON volunteers WHEN NEW.surname = 'Nowak-77'
      BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    const before = everything()
    expect(await refusalOf(api.imports.run({ id, options, decisions: {} }))).toMatchObject({
      code: 'INTERNAL',
    })
    expect(everything()).toEqual(before)
    expect(await api.imports.progress({ id })).toBeNull()
    inDatabase('DROP TRIGGER full')
    expect(await api.imports.run({ id, options, decisions: {} })).toMatchObject({ importedRows: 120 })
    expect(await api.volunteers.count({})).toBe(120)
  })

  test('a row that waits for a decision keeps all others from being written', async () => {
    const { id, options } = await openFile(api, csv('Nazwisko;Imię;PESEL', 'Nowak;Jan;', 'Kos;Ewa;123'))
    const before = everything()
    const run = api.imports.run({ id, options, decisions: {} })
    expect(await refusalOf(run)).toEqual(ruleRefusal('imports.errors.undecided'))
    expect(everything()).toEqual(before)
  })

  test('what somebody else entered since the dry run is found when it is written', async () => {
    const opened = await openFile(api, csv('Nazwisko;Imię;PESEL', 'Kos;Ewa;', 'Łukasik;Elżbieta;65122300348'))
    expect((await dryRun(api, opened)).totals).toMatchObject({ create: 2, undecided: 0 })
    const clerk = await app.windowOf('clerk')
    const { id } = await clerk.volunteers.create(aVolunteer())
    const run = api.imports.run({ id: opened.id, options: opened.options, decisions: {} })
    expect(await refusalOf(run)).toEqual(ruleRefusal('imports.errors.undecided'))
    expect(await api.volunteers.count({})).toBe(1)
    const again = await dryRun(api, opened)
    expect(again.rows[1]?.problems[0]?.candidates).toMatchObject([{ id }])
  })

  test('a number of an agreement that somebody gave meanwhile is found as well', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const unit = await api.units.create({ name: 'Klub' })
    const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
    const titles = 'Nr porozumienia;Wolontariusz;Data zawarcia;Od;Do'
    const opened = await openFile(
      api,
      csv(titles, '1/2026;Łukasik Elżbieta;01.09.2026;01.09.2026;'),
      'agreements',
    )
    expect((await dryRun(api, opened)).totals).toMatchObject({ create: 1 })
    const draft = await api.agreements.create({
      volunteerId: volunteer.id,
      unitId: unit.id,
      signatoryId: signatory.id,
      tasks: ['zajęcia'],
      weeklyMinutes: 60,
      concludedOn: '2026-11-22',
      concludedIn: 'Przykładowo',
      startsOn: '2026-12-01',
    })
    expect(await api.agreements.sign(draft)).toMatchObject({ number: '1/2026' })
    const run = api.imports.run({ id: opened.id, options: opened.options, decisions: {} })
    expect(await refusalOf(run)).toEqual(ruleRefusal('imports.errors.undecided'))
  })

  test('two runs of the same import at the same moment write it once', async () => {
    const { id, options } = await openFile(api, people(60))
    const run = () => outcomeOf(api.imports.run({ id, options, decisions: {} }))
    expect(await Promise.all([run(), run()])).toEqual(['ok', notFoundRefusal('imports')])
    expect(await api.volunteers.count({})).toBe(60)
    expect(await api.imports.progress({ id })).toBeNull()
  })

  test('outlives a program that is closed before it is written', async () => {
    const { id, options } = await openFile(api, people(30))
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect(await api.volunteers.count({})).toBe(0)
    expect(await api.imports.run({ id, options, decisions: {} })).toMatchObject({ importedRows: 30 })
  })
})

describe('an import that runs', () => {
  test('tells how far it is, and may be stopped: nothing was written then, and it may be run again', async () => {
    const { id, options } = await openFile(api, people(2000))
    const before = everything()
    expect(await api.imports.progress({ id })).toBeNull()
    const run = outcomeOf(api.imports.run({ id, options, decisions: {} }))
    await underWay(id)
    const progress = await api.imports.progress({ id })
    expect(progress?.total).toBe(2000)
    await api.imports.cancel({ id })
    expect(await run).toEqual(ruleRefusal('imports.errors.cancelled'))
    expect(everything()).toEqual(before)
    expect(await api.imports.progress({ id })).toBeNull()
    expect(await api.imports.run({ id, options, decisions: {} })).toMatchObject({ importedRows: 2000 })
  })

  test('shows nobody a part of what it writes', async () => {
    const { id, options } = await openFile(api, people(500))
    const run = api.imports.run({ id, options, decisions: {} })
    await underWay(id)
    expect(await api.volunteers.count({})).toBe(0)
    await run
    expect(await api.volunteers.count({})).toBe(500)
  })

  test('cannot be stopped or watched by anybody else', async () => {
    const other = await app.windowOf('clerk')
    const { id, options } = await openFile(api, people(1000))
    const run = api.imports.run({ id, options, decisions: {} })
    await underWay(id)
    expect(await other.imports.progress({ id })).toBeNull()
    await other.imports.cancel({ id })
    expect(await run).toMatchObject({ importedRows: 1000 })
  })

  test('of 20,000 rows lets others be served while it is read, looked at and written', async () => {
    const content = people(20_000)
    const opening = openFile(api, content)
    const { id, options } = await opening
    const looking = dryRun(api, await opening)
    expect(await answeredMeanwhile(looking)).toBeGreaterThan(50)
    expect((await looking).totals).toMatchObject({ rows: 20_000, create: 20_000 })
    const writing = api.imports.run({ id, options, decisions: {} })
    expect(await answeredMeanwhile(writing)).toBeGreaterThan(100)
    expect(await writing).toMatchObject({ importedRows: 20_000 })
    const again = openFile(api, content)
    expect((await again).importedAt).not.toBeNull()
    const duplicates = dryRun(api, await again)
    expect(await answeredMeanwhile(duplicates)).toBeGreaterThan(50)
    expect((await duplicates).totals).toMatchObject({ undecided: 20_000 })
  }, 120_000)

  test('of 5,000 people of the same name asks about each but the first', async () => {
    const opened = await openFile(api, csv('Nazwisko;Imię', ...Array<string>(5000).fill('Nowak;Anna')))
    expect((await dryRun(api, opened)).totals).toMatchObject({ create: 1, undecided: 4999 })
  })
})

describe('whose import it is', () => {
  test.each([
    ['clerk', true],
    ['hr', false],
    ['supervisor', false],
    ['head', false],
    ['viewer', false],
  ] as const)('may be imported by %s: %s', async (role, may) => {
    const unit = await api.units.create({ name: 'Klub' })
    const window = await app.windowOf(role, unit.id)
    const opening = openFile(window, people(1))
    if (may) expect(await opening).toMatchObject({ fileName: 'plik.csv' })
    else {
      // HR imports staff and units, and no volunteers.
      const missing = role === 'hr' ? 'volunteers.write' : 'imports.run'
      expect(await refusalOf(opening)).toEqual({ code: 'FORBIDDEN', data: { permission: missing } })
      if (role === 'hr') return
      const forbidden = { code: 'FORBIDDEN', data: { permission: 'imports.run' } }
      expect(await refusalOf(window.imports.list())).toEqual(forbidden)
      expect(await refusalOf(window.imports.cancel({ id: 1 }))).toEqual(forbidden)
    }
  })

  test('nobody else sees the file, looks at it, writes it or gives it up', async () => {
    const { id, options } = await openFile(api, people(2))
    const { mapping: _, ...reading } = options
    const other = await app.windowOf('clerk')
    const none = notFoundRefusal('imports')
    expect(await refusalOf(other.imports.guess({ id, options: reading }))).toEqual(none)
    expect(await refusalOf(other.imports.preview({ id, options, decisions: {} }))).toEqual(none)
    expect(await refusalOf(other.imports.run({ id, options, decisions: {} }))).toEqual(none)
    expect(await refusalOf(other.imports.discard({ id }))).toEqual(none)
    expect(await api.imports.run({ id, options, decisions: {} })).toMatchObject({ importedRows: 2 })
  })

  test('what was carried out is listed with who did it, newest first, for all who may import', async () => {
    const clerk = await app.windowOf('clerk')
    await importFile(api, people(2))
    app.clock.now = new Date('2026-11-22T10:05:00Z')
    await importFile(clerk, csv('Nazwisko;Imię', 'Kos;Ewa', 'Kos;Jan'), { decisions: { 3: { row: 'skip' } } })
    await openFile(api, people(3))
    const lines = await clerk.imports.list()
    expect(lines).toMatchObject([
      { register: 'volunteers', userName: 'Osoba clerk', importedRows: 1, skippedRows: 1 },
      { register: 'volunteers', userName: 'Anna Administrator', importedRows: 2, skippedRows: 0 },
    ])
    expect(lines[0]?.finishedAt).toBe('2026-11-22T10:05:00.000Z')
  })
})

describe('the file', () => {
  const kept = () =>
    withSqlite(file(), (sqlite) =>
      sqlite.prepare('SELECT status, content IS NOT NULL AS kept FROM imports').all(),
    )

  test('is forgotten once it is carried out, and cannot be carried out again', async () => {
    const { id, options } = await openFile(api, sample('wolontariusze-2007.csv'))
    const decisions = Object.fromEntries([11, 23, 86, 87].map((line) => [line, { row: 'skip' } as const]))
    await api.imports.run({ id, options, decisions })
    expect(kept()).toEqual([{ status: 'done', kept: 0 }])
    const none = notFoundRefusal('imports')
    expect(await refusalOf(api.imports.run({ id, options, decisions }))).toEqual(none)
    expect(await refusalOf(api.imports.discard({ id }))).toEqual(none)
  })

  test('is forgotten when it is given up', async () => {
    const { id, options } = await openFile(api, people(1))
    await api.imports.discard({ id })
    expect(kept()).toEqual([{ status: 'discarded', kept: 0 }])
    expect(await refusalOf(api.imports.preview({ id, options, decisions: {} }))).toEqual(
      notFoundRefusal('imports'),
    )
  })

  test('that nobody came back to is forgotten when the program starts a day later', async () => {
    await openFile(api, people(1))
    app.clock.now = new Date('2026-11-23T09:59:59Z')
    await app.restart()
    expect(kept()).toEqual([{ status: 'prepared', kept: 1 }])
    app.clock.now = new Date('2026-11-23T10:00:01Z')
    await app.restart()
    expect(kept()).toEqual([{ status: 'discarded', kept: 0 }])
  })

  test('that nobody came back to is forgotten a day later', async () => {
    await openFile(api, people(1))
    app.clock.now = new Date('2026-11-23T10:00:01Z')
    await api.accounts.signIn({ login: 'admin', password })
    await openFile(api, people(2))
    expect(kept()).toEqual([
      { status: 'discarded', kept: 0 },
      { status: 'prepared', kept: 1 },
    ])
  })
})
