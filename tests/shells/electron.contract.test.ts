import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createServer } from '#main/server.ts'
import { channels } from '../../src-main/electron-channels.ts'
import { centre } from '../support/builders.ts'
import { acrossTheBridge, type Frame } from '../support/electronPage.ts'
import {
  buildProgram,
  clientIn,
  openProgram,
  portOf,
  root,
  startProgram,
} from '../support/electronProgram.ts'
import { ownFolder } from '../support/folders.ts'
import { password } from '../support/people.ts'
import { resourcesFolder } from '../support/testApp.ts'

// What Electron runs is tested as it is built: the main process, the preload and the server, against a stand-in
// for Electron itself.
beforeAll(buildProgram, 120_000)

const administrator = { login: 'admin', fullName: 'Anna Administrator', password }
const mainFrame: Frame = { url: 'app://osrodek/', parent: null }
const untilQuit = (program: { log: { hasQuit: boolean } }) =>
  vi.waitUntil(() => program.log.hasQuit, { timeout: 15_000 })

describe('the window', () => {
  test('is sandboxed, isolated, and loads our preload', async () => {
    const { window, log } = await openProgram()
    expect(window.url).toBe('app://osrodek/')
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    })
    const { preload = '' } = window.options.webPreferences ?? {}
    expect(extname(preload)).toBe('.cjs')
    expect(existsSync(preload)).toBe(true)
    expect(existsSync(String(window.options.icon))).toBe(true)
    expect(log.isSandboxEnforced).toBe(true)
    expect(log.isSpellCheckerEnabled).toBe(false)
    expect(log.switches).toContain('disable-background-networking')
  })

  test('has the tools of developers only where the program is not installed', async () => {
    const { window, log } = await openProgram()
    expect(window.options.webPreferences?.devTools).toBe(true)
    expect(JSON.stringify(log.menu)).toContain('toggleDevTools')
    const data = join(ownFolder(), 'data')
    const installed = await openProgram({ isPackaged: true, words: ['Ośrodek.exe', '--data', data] })
    expect(installed.window.options.webPreferences?.devTools).toBe(false)
    expect(JSON.stringify(installed.log.menu)).not.toContain('toggleDevTools')
    expect(installed.server.args).toContain(data)
  })

  test('fits a small screen, shows no menu and keeps the keys for the size of letters', async () => {
    const { window, contents, log } = await openProgram({ workArea: { width: 1366, height: 728 } })
    expect(window.options).toMatchObject({ width: 1366, height: 728, show: false })
    expect(window.isMenuShown).toBe(false)
    expect(JSON.stringify(log.menu)).toMatch(/zoomIn.*zoomOut.*resetZoom/)
    contents.emit('zoom-changed', {}, 'in')
    expect(contents.zoomLevel).toBe(0.5)
  })

  test('offers to cut, copy and paste where that means something', async () => {
    const { contents, log } = await openProgram()
    const editFlags = { canCut: false, canCopy: true, canPaste: false }
    contents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags })
    expect(log.popups).toEqual([])
    contents.emit('context-menu', {}, { isEditable: false, selectionText: 'Łukasik', editFlags })
    expect(log.popups[0]?.map(({ label, enabled }) => [label, enabled])).toEqual([
      ['Wytnij', false],
      ['Kopiuj', true],
      ['Wklej', false],
    ])
  })

  test('opens the page again, or ends, when the page has died', async () => {
    let choice = 0
    const program = await openProgram({ onMessage: () => choice })
    program.contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(program.log.messages).toEqual([])
    program.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(program.log.messages[0]?.message).toContain('Okno programu przestało działać')
    expect(program.window.calls).toContain('reload')
    expect(program.log.hasQuit).toBe(false)
    choice = 1
    program.contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    await untilQuit(program)
  })
})

describe('app://', () => {
  test('serves the page with the policy and a nonce of its own', async () => {
    const { load } = await openProgram()
    const answer = await load('app://osrodek/volunteers/5')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce).toHaveLength(24)
    const html = await answer.text()
    expect(html).toContain(`content="${nonce}"`)
    expect(html).not.toContain('__NONCE__')
    const again = await load('app://osrodek/')
    expect(again.headers.get('Content-Security-Policy')).not.toBe(policy)

    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
    const code = await load(`app://osrodek${script}`)
    expect(code.status).toBe(200)
    expect(code.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(code.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(Buffer.from(await code.arrayBuffer())).toEqual(readFileSync(join(root, 'out/renderer', script)))
  })

  test('has nothing but the files of the page', async () => {
    const { load } = await openProgram()
    for (const url of [
      'app://osrodek/assets/unknown.js',
      'app://osrodek/../main/electron-main.js',
      'app://osrodek/..%2fmain%2felectron-main.js',
      'app://osrodek/assets/..%5c..%5cmain%5celectron-main.js',
      'app://osrodek//etc/hosts.txt',
    ]) {
      const answer = await load(url)
      expect(answer.status, url).toBe(404)
      expect(await answer.text(), url).toBe('Not found')
    }
  })

  test('has no other host, also where the filter of addresses would let it through', async () => {
    const { module, load } = await openProgram()
    const others = ['app://other/', 'app://osrodek:8080/', 'app://osrodek.example.org/index.html']
    for (const url of others) await expect(load(url), url).rejects.toThrow('ERR_BLOCKED_BY_CLIENT')
    module.session.defaultSession.webRequest.onBeforeRequest((_details, decide) => decide({}))
    for (const url of others) {
      const answer = await load(url)
      expect(answer.status, url).toBe(404)
      expect(await answer.text(), url).toBe('')
    }
  })
})

describe('a page that wants out', () => {
  test('cannot go elsewhere, in no frame', async () => {
    const { contents } = await openProgram()
    expect(contents.navigate('app://osrodek/agreements')).toBe(true)
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://other/',
      'app://osrodek.example.org/',
      'data:text/html,x',
      'javascript:alert(1)',
    ]) {
      expect(contents.navigate(url), url).toBe(false)
      expect(contents.navigate(url, { isMainFrame: false }), url).toBe(false)
    }
  })

  test('opens no window and attaches no other page, whatever contents it is in', async () => {
    const { contents, strangeContents } = await openProgram()
    for (const some of [contents, strangeContents()]) {
      expect(some.open('https://example.org/')).toBe(false)
      expect(some.open('app://osrodek/')).toBe(false)
      expect(some.attachWebview('https://example.org/')).toBe(false)
    }
  })

  test('is granted no permission', async () => {
    const { requestPermission, checkPermission } = await openProgram()
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb']) {
      expect(await requestPermission(name), name).toBe(false)
      expect(checkPermission(name), name).toBe(false)
    }
  })

  test('reaches no address but its own', async () => {
    const { passes, load } = await openProgram()
    for (const url of ['app://osrodek/assets/a.js', 'blob:app://osrodek/1-2', 'data:image/png;base64,AA']) {
      expect(await passes(url), url).toBe(true)
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:1234/',
      'ws://127.0.0.1:1234/',
      'file:///etc/passwd',
      'app://other/',
      'app://osrodek.example.org/',
      'blob:https://example.org/1-2',
      'ftp://example.org/',
    ]) {
      expect(await passes(url), url).toBe(false)
    }
    await expect(load('https://example.org/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT')
  })
})

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
    await vi.waitUntil(() => program.server.orders.length === 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    program.module.app.quit()
    expect(program.server.orders.at(-1)).toEqual({ type: 'close' })
    expect(program.log.hasQuit).toBe(false)
    let hadExited = false
    program.server.once('exit', () => {
      hadExited = true
    })
    // Its window is gone by now, so nobody hears the answer; what counts is that the work was done.
    await expect(running).rejects.toThrow()
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
