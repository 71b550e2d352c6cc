import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { isPromise } from 'node:util/types'
import { createContext, Script } from 'node:vm'
import type { MessagePort as NodePort } from 'node:worker_threads'
import type * as Electron from 'electron'
import { cloned, PagePort } from './electronPorts.ts'

/** A frame as the main process sees it. */
export type Frame = Pick<Electron.WebFrameMain, 'url' | 'parent'>

/** How a renderer reaches the main process. */
export interface Wire {
  send(channel: string, args: unknown[]): void
  invoke(channel: string, args: unknown[]): Promise<unknown>
}

/** The window of the page, as far as our shell uses it. */
export interface PageWindow extends EventTarget {
  readonly location: { origin: string }
  postMessage(data: unknown, targetOrigin: string, transfer?: PagePort[]): void
  /** What the preload exposed. */
  [exposed: string]: unknown
}

/** What the page's side gets of `ipcRenderer`. */
class RendererIpc
  extends EventEmitter
  implements Pick<Electron.IpcRenderer, 'send'>, Pick<Electron.IpcRenderer, 'invoke'>
{
  readonly #wire: Wire

  constructor(wire: Wire) {
    super()
    this.#wire = wire
  }

  send(channel: string, ...args: unknown[]): void {
    this.#wire.send(channel, cloned(args))
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return cloned(await this.#wire.invoke(channel, cloned(args)))
  }
}

/** A document in a sandboxed renderer: the page's own world, and the isolated one in which its preload ran. */
export class Page {
  readonly window: PageWindow
  readonly ipc: RendererIpc
  readonly #ports: PagePort[] = []

  /** @param origin `null` for a scheme that nobody registered as standard, as in Chromium */
  constructor(origin: string, preload: string | undefined, wire: Wire) {
    const isolated = pageWindow(origin)
    this.window = pageWindow(origin)
    this.ipc = new RendererIpc(wire)
    // One document, two worlds: a message of the window to itself reaches listeners in both.
    const post: PageWindow['postMessage'] = (data, targetOrigin, transfer = []) => {
      if (targetOrigin !== '*' && !URL.canParse(targetOrigin)) {
        throw new SyntaxError(`Invalid target origin '${targetOrigin}' in a call to 'postMessage'.`)
      }
      if (targetOrigin !== '*' && targetOrigin !== origin) return
      const message = cloned(data)
      setImmediate(() => {
        for (const world of [isolated, this.window]) {
          const event = Object.assign(new Event('message'), { data: message, origin, ports: transfer })
          world.dispatchEvent(Object.assign(event, { source: world }))
        }
      })
    }
    isolated.postMessage = post
    this.window.postMessage = post
    if (preload) runPreload(preload, isolated, this.ipc, this.window)
  }

  /** A message of the main process to this document. */
  deliver(channel: string, message: unknown, ports: NodePort[]): void {
    const own = ports.map((port) => new PagePort(port))
    this.#ports.push(...own)
    setImmediate(() => this.ipc.emit(channel, { sender: this.ipc, ports: own }, message))
  }

  /** Closes whatever the document held open. */
  unload(): void {
    for (const port of this.#ports) port.close()
  }
}

function pageWindow(origin: string): PageWindow {
  const window = Object.assign(new EventTarget(), { location: { origin }, postMessage: () => {} })
  return window as EventTarget as PageWindow
}

/** Runs a preload as the sandbox does: as CommonJS, with a window and nothing of Node but `require('electron')`. */
function runPreload(path: string, window: PageWindow, ipcRenderer: RendererIpc, mainWorld: PageWindow): void {
  const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld(key, api) {
      if (key in mainWorld) {
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      }
      Object.defineProperty(mainWorld, key, { value: acrossTheBridge(api), enumerable: true })
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  const wrapped = `(function (require, exports, module) {${readFileSync(path, 'utf8')}\n})`
  const module = { exports: {} }
  new Script(wrapped, { filename: path }).runInContext(createContext({ window }))(
    require,
    module.exports,
    module,
  )
}

/**
 * What becomes of a value that passes Electron's context bridge: functions and promises are stood for, objects
 * and arrays copied and frozen, everything else is cloned or refused.
 */
export function acrossTheBridge(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => acrossTheBridge(value(...args.map(acrossTheBridge)))
  }
  if (typeof value !== 'object' || value === null) return value
  if (isPromise(value)) {
    return value.then(acrossTheBridge, (error: unknown) => Promise.reject(acrossTheBridge(error)))
  }
  if (value instanceof Error) return new Error(value.message)
  if (Array.isArray(value)) return Object.freeze(value.map(acrossTheBridge))
  const prototype = Object.getPrototypeOf(value)
  if (prototype === null || Object.getPrototypeOf(prototype) === null) {
    const entries = Object.entries(value).map(([key, inner]) => [key, acrossTheBridge(inner)])
    return Object.freeze(Object.fromEntries(entries))
  }
  return cloned(value)
}
