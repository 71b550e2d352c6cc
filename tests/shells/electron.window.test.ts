import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildProgram, openProgram, root } from '../support/electronProgram.ts'
import { ownFolder } from '../support/folders.ts'

// What Electron runs is tested as it is built: the main process, the preload and the server, against a stand-in
// for Electron itself.
beforeAll(buildProgram, 120_000)

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
