import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupsKept, listBackups, makeBackup } from '#main/database/backup.ts'
import { DatabaseRefused, migrate } from '#main/database/migrate.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { openStorage, type Storage } from '#main/database/storage.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { damagePageOf, tablesOf, verdictOn, withSqlite } from '#tests/support/databases.ts'
import { hashOf, namesIn, ownFolder } from '#tests/support/folders.ts'
import { password } from '#tests/support/people.ts'
import { openTestApp } from '#tests/support/testApp.ts'

const now = new Date('2026-11-22T10:00:00Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3600_000)

/** Starts and ends the program on a folder at an instant; tells whether the backup at start failed. */
async function startAt(folder: string, at: Date): Promise<{ didBackupFail: boolean }> {
  const storage = await openStorage(folder, 'main', () => at)
  try {
    await storage.backUpIfDue()
  } finally {
    storage.close()
  }
  return storage
}

async function open(folder: string): Promise<Storage> {
  const storage = await openStorage(folder, 'main', () => now)
  onTestFinished(() => storage.close())
  await storage.backUpIfDue()
  return storage
}

describe('a backup at the start', () => {
  test('is made when the last one is older than a day, and not otherwise', async () => {
    const folder = ownFolder()
    const stamps = () => listBackups(join(folder, 'backups')).map(({ madeAt }) => madeAt)
    await startAt(folder, now)
    expect(stamps()).toEqual(['2026-11-22T10:00:00.000Z'])
    await startAt(folder, hoursLater(1))
    await startAt(folder, hoursLater(24))
    expect(stamps()).toHaveLength(1)
    await startAt(folder, hoursLater(24.01))
    expect(stamps()).toEqual(['2026-11-23T10:00:36.000Z', '2026-11-22T10:00:00.000Z'])
  })

  test('is made in spite of one whose time lies in the future, from a clock that was wrong', async () => {
    const folder = ownFolder()
    await startAt(folder, new Date('2031-01-01T00:00:00Z'))
    const stamps = () => listBackups(join(folder, 'backups')).map(({ madeAt }) => madeAt)
    await startAt(folder, now)
    await startAt(folder, hoursLater(1))
    expect(stamps()).toEqual(['2031-01-01T00:00:00.000Z', '2026-11-22T10:00:00.000Z'])
    await startAt(folder, hoursLater(25))
    expect(stamps()).toHaveLength(3)
  })

  test('that cannot be made leaves the data open and says so', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'backups'), 'a file where the folder belongs')
    const storage = await open(folder)
    expect(storage.didBackupFail).toBe(true)
    expect(storage.backups()).toEqual([])
    expect(await storage.current().reader.selectFrom('units').selectAll().execute()).toEqual([])
  })

  test('is made up for after it failed', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'backups'), 'a file where the folder belongs')
    expect(await startAt(folder, now)).toMatchObject({ didBackupFail: true })
    rmSync(join(folder, 'backups'))
    expect(await startAt(folder, hoursLater(1))).toMatchObject({ didBackupFail: false })
    expect(listBackups(join(folder, 'backups'))).toHaveLength(1)
  })

  test('of an older file comes before its migration and has its old version', async () => {
    const folder = ownFolder()
    const file = join(folder, 'osrodek.db')
    await migrate(file)
    withSqlite(file, (fresh) => {
      fresh.exec(`INSERT INTO positions VALUES (1, 'Kierownik', 'kierownik', 'managers', 1, 'kierownik', 1)`)
    })
    const backUp = async () => void (await makeBackup(file, join(folder, 'backups'), now))
    const applied = migrations.map(() => '-- applied already')
    await migrate(file, backUp, [...applied, 'DROP TABLE positions'])
    const [backup] = listBackups(join(folder, 'backups'))
    withSqlite(join(folder, 'backups', backup?.name ?? ''), (copy) => {
      expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length)
      expect(copy.prepare('SELECT name FROM positions').pluck().all()).toEqual(['Kierownik'])
    })
    withSqlite(file, (migrated) => expect(tablesOf(migrated)).not.toContain('positions'))
  })
})

describe('the backups that are kept', () => {
  test('are the newest fourteen', async () => {
    const storage = await open(ownFolder())
    for (let day = 1; day <= 20; day++) await storage.backUp(hoursLater(24 * day))
    const kept = storage.backups().map(({ madeAt }) => madeAt)
    expect(kept).toHaveLength(backupsKept)
    expect(kept[0]).toBe(hoursLater(24 * 20).toISOString())
    expect(kept.at(-1)).toBe(hoursLater(24 * 7).toISOString())
  })

  test('of one second stand in the order in which they were made', async () => {
    const storage = await open(ownFolder())
    const names: string[] = []
    for (let count = 0; count < 12; count++) names.unshift((await storage.backUp(hoursLater(1))).name)
    expect(storage.backups().map(({ name }) => name)).toEqual([...names, 'osrodek-2026-11-22T100000Z.db'])
  })

  test('always include the one just made, even when the clock was set back', async () => {
    const storage = await open(ownFolder())
    for (let day = 1; day <= 14; day++) await storage.backUp(hoursLater(24 * day))
    const made = await storage.backUp(new Date('2020-01-01T00:00:00Z'))
    expect(storage.backups()).toContainEqual(made)
    expect(storage.backups()).toHaveLength(backupsKept)
  })

  test('are counted among other files without touching those', async () => {
    const folder = ownFolder()
    mkdirSync(join(folder, 'backups'))
    const others = ['osrodek-copy.db.part', 'osrodek-copy.db', 'notes.txt', 'osrodek.db']
    for (const name of others) writeFileSync(join(folder, 'backups', name), 'a letter')
    const storage = await open(folder)
    expect(storage.backups()).toHaveLength(1)
    for (let day = 1; day <= 15; day++) await storage.backUp(hoursLater(24 * day))
    expect(namesIn(join(folder, 'backups'))).toEqual(expect.arrayContaining(others))
  })
})

describe('a backup', () => {
  test('clears away what a program that was ended left of another', async () => {
    const folder = ownFolder()
    mkdirSync(join(folder, 'backups'))
    for (const suffix of ['', '-wal', '-journal'])
      writeFileSync(join(folder, 'backups', `osrodek-2020-01-01T000000Z-2.db.part${suffix}`), 'half')
    await open(folder)
    expect(namesIn(join(folder, 'backups'))).toEqual(['osrodek-2026-11-22T100000Z.db'])
  })

  test('is one whole file that opens in the place of the lost one, with everything in it', async () => {
    const app = await openTestApp()
    onTestFinished(() => app.close())
    const volunteer = await app.api.volunteers.create(aVolunteer())
    const { name, bytes } = await app.api.backups.make()
    await app.api.volunteers.create(aVolunteer({ surname: 'Późniejsza', pesel: '' }))
    const backups = join(app.folder, 'backups')
    expect(namesIn(backups).filter((file) => file.startsWith(name))).toEqual([name])
    expect(readFileSync(join(backups, name)).length).toBe(bytes)

    const folder = ownFolder()
    copyFileSync(join(backups, name), join(folder, 'osrodek.db'))
    withSqlite(join(folder, 'osrodek.db'), (sqlite) =>
      expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] }),
    )
    const restored = await openTestApp({ folder, setUp: false })
    onTestFinished(() => restored.close())
    await restored.api.accounts.signIn({ login: 'admin', password })
    expect((await restored.api.volunteers.list({})).rows.map(({ id }) => id)).toEqual([volunteer.id])
    expect(await restored.api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
  })

  test('made while a command runs has nothing of it, and does not wait for it', async () => {
    const storage = await open(ownFolder())
    const { writer } = storage.current()
    const position = (name: string) => ({
      name,
      name_key: name,
      staff_group: 'managers',
      is_active: 1,
      sort_key: name,
    })
    await writer
      .transaction()
      .execute((tx) => tx.insertInto('positions').values(position('before')).execute())
    const { name } = await writer.transaction().execute(async (tx) => {
      await tx.insertInto('positions').values(position('half')).execute()
      return storage.backUp(hoursLater(1))
    })
    const positions = withSqlite(join(storage.folder, 'backups', name), (sqlite) =>
      sqlite.prepare('SELECT name FROM positions ORDER BY id').pluck().all(),
    )
    expect(positions).toEqual(['before'])
  })

  test('of a file with a damaged page is refused as broken, wherever the page lies, and leaves no file', async () => {
    const sound = await openTestApp()
    await sound.api.volunteers.create(aVolunteer())
    await sound.server.close()
    const bytes = readFileSync(join(sound.folder, 'osrodek.db'))
    await sound.close()
    const pages = bytes.length / 4096
    expect(pages).toBeGreaterThan(20)
    const folder = ownFolder()
    const file = join(folder, 'osrodek.db')
    for (let page = 0; page < pages; page += 7) {
      const damaged = Buffer.from(bytes)
      // The first hundred bytes are the header, which says whose file it is.
      damaged.fill(0xab, page === 0 ? 100 : page * 4096, (page + 1) * 4096)
      writeFileSync(file, damaged)
      const before = hashOf(file)
      const error = await startAt(folder, now).catch((caught: unknown) => caught)
      expect(error, `page ${page + 1}`).toBeInstanceOf(DatabaseRefused)
      expect(error, `page ${page + 1}`).toMatchObject({ reason: 'broken' })
      expect(hashOf(file), `page ${page + 1}`).toBe(before)
      expect(listBackups(join(folder, 'backups'))).toEqual([])
    }
    expect(namesIn(folder).filter((name) => !name.startsWith('in-use.lock'))).toEqual([
      'backups',
      'osrodek.db',
    ])
    expect(namesIn(join(folder, 'backups'))).toEqual([])
  })

  test('that shows the damage only when it is asked for tells so in words, not as an error of the program', async () => {
    const first = await openTestApp()
    await first.server.close()
    damagePageOf(join(first.folder, 'osrodek.db'), 'documents_record')
    const app = await openTestApp({ folder: first.folder, setUp: false })
    onTestFinished(() => app.close())
    await app.api.accounts.signIn({ login: 'admin', password })
    await expect(app.api.backups.make()).rejects.toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'settings.refused.broken' },
    })
    expect((await app.api.backups.list()).backups).toHaveLength(1)
  })
})
