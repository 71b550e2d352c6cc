import { mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { whyNoBackup } from '#main/database/backup.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { verdictOn, withSqlite } from '#tests/support/databases.ts'
import { namesIn } from '#tests/support/folders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const folder = () => join(app.folder, 'backups')

/** Starts the program again at another time and signs in. */
async function startAt(instant: string) {
  app.clock.now = new Date(instant)
  await app.restart()
  api = app.api
  await api.accounts.signIn({ login: 'admin', password })
}

/** What the history says of backups: who made which. */
function recorded(): unknown[] {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    sqlite
      .prepare(
        "SELECT full_name || ': ' || action || ' ' || changes FROM history JOIN users ON users.id = user_id WHERE kind = 'backups'",
      )
      .pluck()
      .all(),
  )
}

describe('a backup on demand', () => {
  test('is listed first, with its time and size, and recorded', async () => {
    app.clock.now = new Date('2026-11-22T10:05:07Z')
    const made = await api.backups.make()
    expect(made).toEqual({
      name: 'osrodek-2026-11-22T100507Z.db',
      madeAt: '2026-11-22T10:05:07.000Z',
      bytes: statSync(join(folder(), made.name)).size,
    })
    const list = await api.backups.list()
    expect(list).toMatchObject({ folder: folder(), didLastFail: false })
    expect(list.backups.map(({ madeAt }) => madeAt)).toEqual([made.madeAt, '2026-11-22T10:00:00.000Z'])
    expect(recorded()).toEqual([`Anna Administrator: made {"name":[null,"${made.name}"]}`])
  })

  test('has everything that was saved before it, and nothing after', async () => {
    await api.volunteers.create(aVolunteer())
    const { name } = await api.backups.make()
    await api.volunteers.create(aVolunteer({ pesel: '' }))
    withSqlite(join(folder(), name), (sqlite) => {
      expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] })
      expect(sqlite.prepare('SELECT count(*) FROM volunteers').pluck().get()).toBe(1)
    })
  })

  test('asked for in several windows at the same moment is made as often, each whole', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => api.backups.make()))
    expect(new Set(made.map(({ name }) => name)).size).toBe(5)
    const { backups } = await api.backups.list()
    expect(new Set(backups.map(({ name }) => name))).toEqual(new Set(namesIn(folder())))
    expect(backups).toHaveLength(6)
    for (const { name } of backups)
      withSqlite(join(folder(), name), (sqlite) =>
        expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] }),
      )
  })

  test('does not keep commands waiting that come while it is made', async () => {
    const [backup, volunteer] = await Promise.all([api.backups.make(), api.volunteers.create(aVolunteer())])
    expect(backup.bytes).toBeGreaterThan(0)
    expect(await api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
  })

  test('pushes the oldest out beyond fourteen', async () => {
    for (let minute = 1; minute <= 20; minute++) {
      app.clock.now = new Date(Date.UTC(2026, 10, 22, 10, 0, minute))
      await api.backups.make()
    }
    const { backups } = await api.backups.list()
    expect(backups.map(({ madeAt }) => madeAt.slice(17, 19))).toEqual(
      Array.from({ length: 14 }, (_, index) => String(20 - index).padStart(2, '0')),
    )
    expect(namesIn(folder())).toHaveLength(14)
  })
})

describe('a backup at the start', () => {
  test('is made when the last is older than a day', async () => {
    await startAt('2026-11-23T10:00:00Z')
    expect((await api.backups.list()).backups).toHaveLength(1)
    await startAt('2026-11-23T10:00:01Z')
    expect((await api.backups.list()).backups.map(({ madeAt }) => madeAt)).toEqual([
      '2026-11-23T10:00:01.000Z',
      '2026-11-22T10:00:00.000Z',
    ])
  })

  test('that fails lets everybody work and says so, until one succeeds', async () => {
    rmSync(folder(), { recursive: true })
    writeFileSync(folder(), 'a file where the folder belongs')
    await startAt('2026-11-24T10:00:00Z')
    expect(await api.backups.list()).toMatchObject({ backups: [], didLastFail: true })
    expect(await api.settings.frame()).toMatchObject({ state: 'ready', didBackupFail: true })
    await expect(api.volunteers.create(aVolunteer())).resolves.toBeDefined()
    rmSync(folder())
    await api.backups.make()
    expect(await api.backups.list()).toMatchObject({ didLastFail: false })
    expect(await api.settings.frame()).toMatchObject({ didBackupFail: false })
  })
})

describe('a place that cannot take a backup', () => {
  test('because a file stands there is named, and nothing is recorded', async () => {
    rmSync(folder(), { recursive: true })
    writeFileSync(folder(), 'a file where the folder belongs')
    expect(await refusalOf(api.backups.make())).toEqual(ruleRefusal('backups.errors.notWritable'))
    expect((await api.backups.list()).backups).toEqual([])
    expect(recorded()).toEqual([])
  })

  test.runIf(process.platform === 'linux')('because nobody may write there is named', async () => {
    rmSync(folder(), { recursive: true })
    symlinkSync('/proc/self', folder())
    expect(await refusalOf(api.backups.make())).toEqual(ruleRefusal('backups.errors.notWritable'))
  })

  test('because something stands in the way of the unfinished file leaves no half of one', async () => {
    const unfinished = join(folder(), 'osrodek-2026-11-22T100000Z-2.db.part')
    mkdirSync(join(unfinished, 'in the way'), { recursive: true })
    expect(await refusalOf(api.backups.make())).toEqual(ruleRefusal('backups.errors.notWritable'))
    rmSync(unfinished, { recursive: true })
    await expect(api.backups.make()).resolves.toMatchObject({ name: 'osrodek-2026-11-22T100000Z-2.db' })
  })
})

test.each([
  [{ code: 'ENOSPC' }, 'noSpace'],
  [{ code: 'EDQUOT' }, 'noSpace'],
  [{ code: 'SQLITE_FULL' }, 'noSpace'],
  [{ code: 'EROFS' }, 'notWritable'],
  [{ code: 'EACCES' }, 'notWritable'],
  [{ code: 'SQLITE_IOERR_WRITE' }, 'notWritable'],
  [{ code: 'SQLITE_CANTOPEN' }, 'notWritable'],
  [{ code: 'SQLITE_CONSTRAINT' }, undefined],
  [{ code: 'ERR_INVALID_ARG_TYPE' }, undefined],
  [new TypeError('our mistake'), undefined],
  [null, undefined],
])('%j says of the place of backups: %s', (error, reason) => {
  expect(whyNoBackup(error)).toBe(reason)
})

test('backups are seen and made by the administrator alone', async () => {
  const unit = await api.units.create({ name: 'Klub' })
  for (const role of ['clerk', 'hr', 'supervisor', 'head', 'viewer'] as const) {
    const window = await app.windowOf(role, unit.id)
    for (const call of [window.backups.list(), window.backups.make()])
      expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', data: { permission: 'backups.manage' } })
  }
  expect((await api.backups.list()).backups).toHaveLength(1)
})
