import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type BrowserApp, startBrowserApp, temporaryFolder } from './browserApp.ts'
import { centre } from './builders.ts'
import { type HttpWindow, openHttpWindow } from './httpWindow.ts'
import { password } from './people.ts'
import { type RawAnswer, type RawRequest, sendRaw } from './rawHttp.ts'

/** A browser shell in a process of its own, for sending it what no honest page would send. */
export interface AttackedApp {
  app: BrowserApp
  /** A window that came by the first address; its administrator is signed in. */
  window: HttpWindow
  port: string
  /** Calls a procedure from that window, except for what the request says otherwise. */
  call(request: RawRequest): Promise<RawAnswer>
  /** Asks for a file of the page in that window. */
  get(target: string, headers?: RawRequest['headers']): Promise<RawAnswer>
}

/**
 * Starts the program for the tests of a file. After each of them it must still be running, serve its window, and
 * have nobody else signed in; at the end its log must know of no error that nobody foresaw.
 *
 * @param before runs before the first address is used
 */
export function attackedApp(before: (app: BrowserApp) => Promise<void> = async () => {}): AttackedApp {
  const data = temporaryFolder()
  const attacked = {} as AttackedApp

  beforeAll(async () => {
    const app = await startBrowserApp(data.folder)
    await before(app)
    const window = await openHttpWindow(app.url)
    await window.api.settings.setUp({
      centre,
      administrator: { login: 'admin', fullName: 'Anna Administrator', password },
    })
    const call = (request: RawRequest) => sendRaw(window, request)
    const get = (target: string, headers: RawRequest['headers'] = {}) =>
      call({
        method: 'GET',
        target,
        headers: { 'Content-Type': null, 'Content-Length': null, ...headers },
        body: '',
      })
    Object.assign(attacked, { app, window, port: new URL(app.origin).port, call, get })
  }, 60_000)

  afterEach(async () => {
    expect(attacked.app.process.exitCode).toBeNull()
    expect(await attacked.window.api.settings.frame()).toMatchObject({
      state: 'ready',
      centreName: centre.name,
      user: { login: 'admin', role: 'administrator' },
    })
  })

  afterAll(async () => {
    await attacked.app?.stop()
    const log = readFileSync(join(data.folder, 'osrodek.log'), 'utf8')
    data.remove()
    expect(log).not.toMatch(/unforeseen|"level":60/)
  })

  return attacked
}
