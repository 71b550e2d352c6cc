import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createRouterClient } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DatabaseRefused } from '#main/database/migrate.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { openStorage, type Storage } from '#main/database/storage.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import { aVolunteer, centre } from '#tests/support/builders.ts'
import { damagePageOf, makeFileOfVersion } from '#tests/support/databases.ts'
import { hashOf, namesIn, ownFolder } from '#tests/support/folders.ts'
import { password } from '#tests/support/people.ts'
import { type Api, openTestApp, resourcesFolder } from '#tests/support/testApp.ts'

const start = new Date('2026-11-22T10:00:00Z')
const now = () => start

async function open(folder: string, name: 'main' | 'demo' = 'main'): Promise<Storage> {
  const storage = await openStorage(folder, name, now)
  onTestFinished(() => storage.close())
  return storage
}

function reasonOf(opening: Promise<Storage>): Promise<string> {
  return opening.then(
    (storage) => {
      storage.close()
      return 'opened'
    },
    (error: unknown) => (error instanceof DatabaseRefused ? error.reason : `not a refusal: ${error}`),
  )
}

/** Starts another process on a folder; resolves with its first line when it holds the folder or was refused. */
async function holdInAnotherProcess(folder: string) {
  const script = join(import.meta.dirname, '../support/holdFolder.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, said: line as string }
}

describe('a data folder', () => {
  test('is opened by one at a time, and by the next when the first is done', async () => {
    const folder = ownFolder()
    const first = await openStorage(folder, 'main', now)
    expect(await reasonOf(openStorage(folder, 'main', now))).toBe('inUse')
    expect(await reasonOf(openStorage(folder, 'demo', now))).toBe('inUse')
    first.close()
    expect(await reasonOf(openStorage(folder, 'main', now))).toBe('opened')
  })

  test('that another process holds is in use, and free the moment that process is killed', async () => {
    const folder = ownFolder()
    const { child, said } = await holdInAnotherProcess(folder)
    expect(said).toBe('held')
    expect(await reasonOf(openStorage(folder, 'main', now))).toBe('inUse')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await reasonOf(openStorage(folder, 'main', now))).toBe('opened')
  })

  test('that this process holds is in use for another process', async () => {
    const folder = ownFolder()
    await open(folder)
    expect((await holdInAnotherProcess(folder)).said).toBe('inUse')
  })

  test('is created where it is missing, for its owner alone', async () => {
    const folder = join(ownFolder(), 'new', 'deep')
    await open(folder)
    expect(namesIn(folder)).toContain('osrodek.db')
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('is free again after its database was refused', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'osrodek.db'), 'a letter')
    expect(await reasonOf(openStorage(folder, 'main', now))).toBe('broken')
    expect(await reasonOf(openStorage(folder, 'demo', now))).toBe('opened')
  })
})

describe('a folder that cannot be written', () => {
  test('because its path leads through a file is unwritable', async () => {
    const file = join(ownFolder(), 'letter.txt')
    writeFileSync(file, 'a letter')
    expect(await reasonOf(openStorage(join(file, 'data'), 'main', now))).toBe('unwritable')
    expect(await reasonOf(openStorage(file, 'main', now))).toBe('unwritable')
  })

  test('because something stands where the lock belongs is unwritable, not in use', async () => {
    const blocked = ownFolder()
    mkdirSync(join(blocked, 'in-use.lock'))
    expect(await reasonOf(openStorage(blocked, 'main', now))).toBe('unwritable')
    const text = ownFolder()
    writeFileSync(join(text, 'in-use.lock'), 'a letter '.repeat(100))
    expect(await reasonOf(openStorage(text, 'main', now))).toBe('unwritable')
  })
})

describe('a database that is refused', () => {
  /** What a window on this folder shows, and what it answers to somebody who tries to sign in nevertheless. */
  async function windowOn(dataFolder: string) {
    const logTo = join(ownFolder(), 'log')
    const server = await createServer({ dataFolder, resourcesFolder, now, logTo })
    onTestFinished(() => server.close())
    const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
    const signIn = await api.accounts.signIn({ login: 'admin', password }).catch((error: unknown) => error)
    return { frame: await api.settings.frame(), signIn }
  }

  test('still gives a window, which says why and serves nothing else', async () => {
    const file = join(ownFolder(), 'letter.txt')
    writeFileSync(file, 'a letter')
    const { frame, signIn } = await windowOn(join(file, 'data'))
    expect(frame).toMatchObject({ state: 'refused', reason: 'unwritable' })
    expect(signIn).toMatchObject({ code: 'BUSY' })
    expect(namesIn(join(file, '..'))).toEqual(['letter.txt'])
  })

  test('gives the same window where the damage shows only when the program reads', async () => {
    const app = await openTestApp()
    onTestFinished(() => app.close())
    await app.server.close()
    damagePageOf(join(app.folder, 'osrodek.db'), 'settings')
    const { frame, signIn } = await windowOn(app.folder)
    expect(frame).toMatchObject({ state: 'refused', reason: 'broken' })
    expect(signIn).toMatchObject({ code: 'BUSY' })
  })

  test('gives the same window once the daily backup finds the damage, after the first answers', async () => {
    const app = await openTestApp()
    onTestFinished(() => app.close())
    await app.server.close()
    damagePageOf(join(app.folder, 'osrodek.db'), 'documents_record')
    app.clock.now = new Date('2026-11-24T10:00:00Z')
    const logTo = join(ownFolder(), 'log')
    const server = await createServer({
      dataFolder: app.folder,
      resourcesFolder,
      now: () => app.clock.now,
      logTo,
    })
    onTestFinished(() => server.close())
    const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
    expect(await api.settings.frame()).toMatchObject({ state: 'signedOut' })
    await server.settled()
    expect(await api.settings.frame()).toMatchObject({ state: 'refused', reason: 'broken' })
    expect(namesIn(join(app.folder, 'backups'))).toHaveLength(1)
  })
})

describe('the example', () => {
  test('never touches the file of the centre', async () => {
    const app = await openTestApp()
    onTestFinished(() => app.close())
    await app.api.volunteers.create(aVolunteer())
    await app.server.close()
    const before = hashOf(join(app.folder, 'osrodek.db'))
    const backups = namesIn(join(app.folder, 'backups'))

    const example = await openTestApp({ folder: app.folder, setUp: false, demo: true })
    await example.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    await example.api.volunteers.create(aVolunteer({ surname: 'Przykładowa', pesel: '' }))
    await example.api.backups.make()
    await example.server.close()
    expect(hashOf(join(app.folder, 'osrodek.db'))).toBe(before)
    expect(namesIn(join(app.folder, 'backups'))).toEqual(backups)

    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.volunteers.count({})).toBe(1)
  })

  test('never pushes backups of the centre out of their folder', async () => {
    const folder = ownFolder()
    const main = await openStorage(folder, 'main', now)
    await main.backUpIfDue()
    main.close()
    const kept = namesIn(join(folder, 'backups'))
    const example = await open(folder, 'demo')
    expect(example.backups()).toEqual([])
    for (let minute = 1; minute <= 20; minute++)
      await example.backUp(new Date(start.getTime() + minute * 60_000))
    expect(namesIn(join(folder, 'backups'))).toEqual(kept)
    expect(example.backups()).toHaveLength(14)
    await example.switchTo('main')
    expect(example.backups().map(({ name }) => name)).toEqual(kept)
  })

  test('signs everybody out when it is closed, in every window', async () => {
    const app = await openTestApp({ setUp: false })
    onTestFinished(() => app.close())
    const other = app.newWindow()
    await app.api.settings.openDemo()
    for (const { api } of [app, other]) {
      await api.accounts.signIn({ login: 'administrator', password: demoPassword })
      expect(await api.volunteers.count({})).toBeGreaterThan(50)
    }
    await app.api.settings.closeDemo()
    // The same user id now exists in the centre's own data, and is somebody else.
    await app.api.settings.setUp({
      centre,
      administrator: { login: 'admin', fullName: 'Anna Administrator', password },
    })
    await expect(other.api.volunteers.count({})).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
    expect(await other.api.settings.frame()).toMatchObject({ state: 'signedOut', user: null, isDemo: false })
    expect(await app.api.volunteers.count({})).toBe(0)
  })

  test('starts from nothing each time it is opened from the set-up', async () => {
    const app = await openTestApp({ setUp: false })
    onTestFinished(() => app.close())
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    const atFirst = await app.api.volunteers.count({})
    await app.api.volunteers.create(aVolunteer({ pesel: '' }))
    await app.api.settings.closeDemo()
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    expect(await app.api.volunteers.count({})).toBe(atFirst)
  })

  test('stays open where the centre’s own data cannot be opened', async () => {
    const app = await openTestApp({ setUp: false, demo: true })
    onTestFinished(() => app.close())
    makeFileOfVersion(join(app.folder, 'osrodek.db'), migrations.length + 1)
    await expect(app.api.settings.closeDemo()).rejects.toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'settings.refused.newer' },
    })
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    expect(await app.api.volunteers.count({})).toBeGreaterThan(50)
  })
})
