import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createServer } from '#main/server.ts'
import { centre } from '../support/builders.ts'
import { buildProgram, clientIn, openProgram, root, startProgram } from '../support/electronProgram.ts'
import { ownFolder } from '../support/folders.ts'
import { password } from '../support/people.ts'
import { resourcesFolder } from '../support/testApp.ts'

// What Electron runs is tested as it is built: the main process, the preload and the server, against a stand-in
// for Electron itself.
beforeAll(buildProgram, 120_000)

const administrator = { login: 'admin', fullName: 'Anna Administrator', password }
const untilQuit = (program: { log: { hasQuit: boolean } }) =>
  vi.waitUntil(() => program.log.hasQuit, { timeout: 15_000 })

describe('a second start', () => {
  test('shows the window of the first', async () => {
    const { window, startAgain, log } = await openProgram()
    startAgain()
    expect(window.calls).toEqual(['show', 'focus'])
    window.minimize()
    startAgain()
    expect(window.calls).toEqual(['show', 'focus', 'restore', 'focus'])
    expect(log.servers).toHaveLength(1)
  })

  test('starts no server and opens no window', async () => {
    const program = await startProgram({ isSecond: true })
    await untilQuit(program)
    expect(program.log.servers).toEqual([])
    expect(program.log.windows).toEqual([])
    expect(program.log.errorBoxes).toEqual([])
  })

  test('on other data is a program of its own: the lock lies in a folder for each data folder', async () => {
    const data = join(ownFolder(), 'data')
    const first = await startProgram({ data })
    const other = await startProgram()
    const same = await startProgram({ data })
    const lockOf = (program: typeof first) => basename(program.module.app.getPath('userData'))
    expect(lockOf(same)).toBe(lockOf(first))
    expect(lockOf(other)).not.toBe(lockOf(first))
  })
})

describe('the end', () => {
  test('waits for running commands, and only then the program quits', async () => {
    const program = await openProgram()
    const api = await clientIn(program.contents)
    // Hashing the password takes a while, so the command is running when the program is told to end.
    const running = api.settings.setUp({ centre, administrator })
    // Calls of one window arrive in order, so the answer to a later one says that the command has begun.
    await api.settings.frame()
    program.module.app.quit()
    expect(program.server.orders.at(-1)).toEqual({ type: 'close' })
    expect(program.log.hasQuit).toBe(false)
    let hadExited = false
    program.server.once('exit', () => {
      hadExited = true
    })
    // Its window may be gone by now, and then nobody hears the answer; what counts is that the work was done.
    await running.catch(() => {})
    await untilQuit(program)
    expect(hadExited).toBe(true)
    expect(program.server.wasKilled).toBe(false)
    expect(program.log.errorBoxes).toEqual([])

    const server = await createServer({ dataFolder: program.data, resourcesFolder })
    await server.close()
    const again = await openProgram({ data: program.data })
    expect(await (await clientIn(again.contents)).settings.frame()).toMatchObject({ state: 'signedOut' })
  })

  test('asks before unsaved changes are lost; then nothing ends', async () => {
    let choice = 0
    const program = await openProgram({ onMessage: () => choice })
    const { contents, window, server, log, module } = program
    contents.page?.window.addEventListener('beforeunload', (event) => event.preventDefault())
    for (const close of [() => window.close(), () => module.app.quit()]) {
      close()
      expect(log.messages.at(-1)?.message).toContain('niezapisane zmiany')
      expect(contents.page).toBeDefined()
    }
    expect(server.orders).toEqual([])
    expect(log.messages).toHaveLength(2)
    choice = 1
    window.close()
    await untilQuit(program)
    expect(server.orders).toEqual([{ type: 'close' }])
  })

  test('comes when the window is closed', async () => {
    const program = await openProgram()
    program.window.close()
    await untilQuit(program)
    expect(program.server.orders.at(-1)).toEqual({ type: 'close' })
    expect(program.log.errorBoxes).toEqual([])
  })

  test('ends a server that is stuck, after ten seconds and not before', async () => {
    const program = await openProgram()
    program.server.hang()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      program.module.app.quit()
      program.module.app.quit()
      expect(program.server.orders).toEqual([{ type: 'close' }])
      vi.advanceTimersByTime(9_900)
      expect(program.server.wasKilled).toBe(false)
      vi.advanceTimersByTime(200)
      expect(program.server.wasKilled).toBe(true)
    } finally {
      vi.useRealTimers()
    }
    await untilQuit(program)
    expect(program.log.errorBoxes).toEqual([])
  })
})

describe('a server that fails', () => {
  test('at work: says that saved data are safe, and ends, without asking about what cannot be saved', async () => {
    const program = await openProgram()
    program.contents.page?.window.addEventListener('beforeunload', (event) => event.preventDefault())
    await program.server.crash()
    await untilQuit(program)
    expect(program.log.errorBoxes).toEqual([expect.stringContaining('Praca programu została przerwana')])
    expect(program.log.messages).toEqual([])
  })

  test('because the folder is in use: says so, and ends without a window', async () => {
    const data = join(ownFolder(), 'data')
    const holder = await createServer({ dataFolder: data, resourcesFolder })
    const program = await startProgram({ data })
    await untilQuit(program)
    expect(program.log.errorBoxes).toEqual([expect.stringContaining('jest już uruchomiony na tym folderze')])
    expect(program.log.windows).toEqual([])
    await holder.close()
  })

  test('for a cause of its own: names the log, where the cause is', async () => {
    vi.stubEnv('OSRODEK_LOG', 'no-such-level')
    const program = await startProgram()
    await untilQuit(program)
    vi.unstubAllEnvs()
    const log = join(program.data, 'osrodek.log')
    expect(program.log.errorBoxes).toEqual([expect.stringContaining(log)])
    expect(readFileSync(log, 'utf8')).toContain('could not start')
    expect(program.log.windows).toEqual([])
  })

  test('before it could say why: says what can be done, and ends', async () => {
    const data = join(ownFolder(), 'data')
    mkdirSync(join(data, 'osrodek.log'), { recursive: true })
    const program = await startProgram({ data })
    await untilQuit(program)
    expect(program.log.errorBoxes).toEqual([expect.stringContaining('nie mógł się uruchomić')])
    expect(program.log.windows).toEqual([])
  })

  test('to open the data shows its screen in the page', async () => {
    const folder = ownFolder()
    writeFileSync(
      join(folder, 'osrodek.db'),
      'This is not a database, and nobody shall touch it. '.repeat(40),
    )
    const { contents } = await openProgram({ data: folder })
    const api = await clientIn(contents)
    expect(await api.settings.frame()).toMatchObject({ state: 'refused' })
  })
})

test('the server is given the data folder, the resources and a name', async () => {
  const { server, data } = await openProgram()
  expect(server.args).toEqual(['--data', data, '--resources', join(root, 'resources')])
  expect(server.options.serviceName).toBe('Ośrodek')
})
