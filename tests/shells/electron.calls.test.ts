import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { channels } from '../../src-main/electron-channels.ts'
import { centre } from '../support/builders.ts'
import { acrossTheBridge, type Frame } from '../support/electronPage.ts'
import { buildProgram, clientIn, openProgram, portOf, root } from '../support/electronProgram.ts'
import { ownFolder } from '../support/folders.ts'
import { password } from '../support/people.ts'

// What Electron runs is tested as it is built: the main process, the preload and the server, against a stand-in
// for Electron itself.
beforeAll(buildProgram, 120_000)

const administrator = { login: 'admin', fullName: 'Anna Administrator', password }
const mainFrame: Frame = { url: 'app://osrodek/', parent: null }

describe('the preload', () => {
  test('exposes the two functions of the shell and nothing else', async () => {
    const { contents, shell } = await openProgram()
    const exposed = Object.keys(contents.page?.window ?? {})
    expect(exposed.sort()).toEqual(['location', 'osrodekShell', 'postMessage'])
    expect(Object.keys(shell).sort()).toEqual(['requestPort', 'saveFile'])
    expect(Object.isFrozen(shell)).toBe(true)
    expect((shell.requestPort as () => unknown)()).toBeUndefined()
  })

  test('is CommonJS that asks for nothing but electron', () => {
    const code = readFileSync(join(root, 'out/preload/electron-preload.cjs'), 'utf8')
    expect(code).not.toMatch(/^\s*(import|export)\b/m)
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
  })

  test('the bridge of the stand-in clones, freezes and refuses as the real one', async () => {
    const over = acrossTheBridge({
      deep: { list: [1] },
      late: async () => new Uint8Array([7]),
    }) as { deep: object; late: () => Promise<Uint8Array> }
    expect(Object.isFrozen(over.deep)).toBe(true)
    expect(await over.late()).toEqual(new Uint8Array([7]))
    class Thing {
      act() {}
    }
    expect(Object.keys(acrossTheBridge(new Thing()) as object)).toEqual([])
    expect((acrossTheBridge(new Thing()) as Thing).act).toBeUndefined()
    expect(() => acrossTheBridge(new WeakMap())).toThrow('could not be cloned')
  })
})

describe('the way to the server', () => {
  test('a call goes from the page through the preload and the main process to the server and back', async () => {
    const { contents, server } = await openProgram()
    const api = await clientIn(contents)
    expect(await api.settings.frame()).toMatchObject({ state: 'needsSetUp', user: null, isDemo: false })
    await api.settings.setUp({ centre, administrator })
    expect(await api.settings.frame()).toMatchObject({
      state: 'ready',
      centreName: centre.name,
      user: { login: 'admin', role: 'administrator' },
    })
    expect(server.orders).toEqual([{ type: 'port' }])
  })

  test('errors arrive typed', async () => {
    const { contents } = await openProgram()
    const api = await clientIn(contents)
    const refused = await api.volunteers.list({}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ORPCError)
    expect(refused).toMatchObject({
      code: 'UNAUTHENTICATED',
      defined: true,
      data: { reason: 'signedOut' },
    })
    const wrong = await api.settings
      .setUp({ centre: { ...centre, nip: '1234563219' }, administrator })
      .catch((error: unknown) => error)
    expect(wrong).toMatchObject({
      code: 'VALIDATION',
      defined: true,
      data: { fields: { 'centre.nip': { key: expect.any(String) } } },
    })
  })

  test('each page has a session of its own, which ends with it', async () => {
    const { contents, window } = await openProgram()
    const api = await clientIn(contents)
    await api.settings.setUp({ centre, administrator })
    const before = contents.page
    window.reload()
    await vi.waitUntil(() => contents.page && contents.page !== before)
    const again = await clientIn(contents)
    expect(await again.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
  })

  test('a message that makes no sense harms nobody', async () => {
    const { contents, server, data } = await openProgram()
    const api = await clientIn(contents)
    const port = await portOf(contents)
    for (const message of [
      '{',
      'null',
      '{"i":"1"}',
      5,
      null,
      { i: '1' },
      new Uint8Array([255, 0]),
      undefined,
    ]) {
      port.postMessage(message)
    }
    let hasExited = false
    server.once('exit', () => {
      hasExited = true
    })
    const log = join(data, 'osrodek.log')
    await vi.waitUntil(() => readFileSync(log, 'utf8').split('unforeseen rejection').length > 5)
    expect(await api.settings.frame()).toMatchObject({ state: 'needsSetUp' })
    expect(hasExited).toBe(false)
  })

  test('nobody but our own page gets a port or a file', async () => {
    const { contents, server, log } = await openProgram()
    const strangers: Record<string, Frame | null> = {
      'a foreign page': { url: 'https://example.org/', parent: null },
      'a page whose address only begins like ours': { url: 'app://osrodek.example.org/', parent: null },
      'a frame within our page': { url: 'app://osrodek/', parent: mainFrame as never },
      'a blank page': { url: 'about:blank', parent: null },
      'a frame that is gone': null,
    }
    for (const [who, frame] of Object.entries(strangers)) {
      const stranger = contents.wireOf(frame)
      stranger.send(channels.port, [])
      expect(await stranger.invoke(channels.saveFile, ['a.pdf', new Uint8Array(1)]), who).toBe(null)
      expect(server.orders, who).toEqual([])
      expect(contents.received, who).toEqual([])
      expect(log.saveDialogs, who).toEqual([])
    }
    contents.wireOf(mainFrame).send(channels.port, [])
    await vi.waitUntil(() => server.orders.length === 1)
    expect(contents.received).toEqual([channels.port])
    await contents.wireOf(mainFrame).invoke(channels.saveFile, ['a.pdf', new Uint8Array(1)])
    expect(log.saveDialogs).toHaveLength(1)
  })
})

describe('saving a file', () => {
  type Save = (name: unknown, bytes: unknown) => Promise<string | null>
  async function opened(filePath = '', canceled = filePath === '') {
    const program = await openProgram({ onSave: () => ({ canceled, filePath }) })
    const { saveFile } = program.shell as { saveFile: Save }
    return { ...program, saveFile, documents: program.module.app.getPath('documents') }
  }

  test('writes the bytes where the user says, and answers with the path', async () => {
    const target = join(ownFolder(), 'Porozumienie nr 1.pdf')
    const { saveFile, log, documents } = await opened(target)
    expect(await saveFile('Porozumienie nr 1-2026 – Łukasik.pdf', new Uint8Array([37, 80, 68, 70]))).toBe(
      target,
    )
    expect(readFileSync(target, 'utf8')).toBe('%PDF')
    expect(log.saveDialogs[0]?.defaultPath).toBe(join(documents, 'Porozumienie nr 1-2026 – Łukasik.pdf'))
  })

  test('proposes no more than a name', async () => {
    const { saveFile, log, documents } = await opened()
    const names = { '/etc/passwd': 'passwd', '../../.bashrc': 'bashrc', '..': '', '': '' }
    for (const [name, proposed] of Object.entries(names)) {
      await saveFile(name, new Uint8Array(1))
      expect(log.saveDialogs.at(-1)?.defaultPath, name).toBe(join(documents, proposed))
    }
    expect(log.saveDialogs).toHaveLength(4)
  })

  test('answers null where the user changed their mind', async () => {
    const target = join(ownFolder(), 'not-written.pdf')
    const { saveFile } = await opened(target, true)
    expect(await saveFile('a.pdf', new Uint8Array(1))).toBe(null)
    expect(existsSync(target)).toBe(false)
  })

  test('says so where the file cannot be written', async () => {
    const folder = ownFolder()
    const { saveFile, log } = await opened(folder)
    expect(await saveFile('a.pdf', new Uint8Array(1))).toBe(null)
    expect(log.errorBoxes[0]).toContain(`Nie udało się zapisać pliku ${folder}`)
  })

  test('asks for nothing and answers null where the page sends something else', async () => {
    const { saveFile, log } = await opened(join(ownFolder(), 'a.pdf'))
    const bytes = new Uint8Array(1)
    for (const [name, content] of [
      [5, bytes],
      [undefined, bytes],
      [{ name: 'a.pdf' }, bytes],
      ['a.pdf', 'text'],
      ['a.pdf', [1, 2]],
      ['a.pdf', undefined],
    ]) {
      expect(await saveFile(name, content), `${name}, ${content}`).toBe(null)
    }
    expect(log.saveDialogs).toEqual([])
  })
})
