import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { type Frame, Page, type Wire } from './electronPage.ts'
import { cloned, surrendered } from './electronPorts.ts'

/** What windows need of the program around them. */
export interface Surroundings {
  /** Fetches an address as the page's network would, through the filter of the session and the protocols. */
  load(url: string): Promise<Response>
  /** The origin that documents at this address have. */
  originOf(url: string): string
  /** The way to the main process for a frame of these contents. */
  wire(contents: Contents, frame: Frame | null): Wire
  onContents(contents: Contents): void
  onWindow(window: Window): void
  onClosed(window: Window): void
  /** The page wants its window to stay. */
  onCloseCancelled(): void
}

/** An event that a listener may stop. */
export function stoppable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

type ContentsPart = Pick<Electron.WebContents, 'postMessage' | 'setWindowOpenHandler' | 'zoomLevel'>

/** Electron's `WebContents`, and the ways in which a page may try to get out of it. */
export class Contents extends EventEmitter implements ContentsPart {
  zoomLevel = 0
  page: Page | undefined
  /** Every message of the main process to the page, by channel. */
  readonly received: string[] = []
  readonly #surroundings: Surroundings
  readonly #preferences: Electron.WebPreferences
  #openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined

  constructor(surroundings: Surroundings, preferences: Electron.WebPreferences) {
    super()
    this.#surroundings = surroundings
    this.#preferences = preferences
    surroundings.onContents(this)
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.received.push(channel)
    this.page?.deliver(channel, cloned(message), surrendered(transfer))
  }

  async load(url: string): Promise<void> {
    const response = await this.#surroundings.load(url)
    await response.arrayBuffer()
    this.unload()
    const frame = { url, parent: null }
    const { preload } = this.#preferences
    this.page = new Page(this.#surroundings.originOf(url), preload, this.wireOf(frame))
  }

  /** Asks the document whether it may go, and our main process where it would rather stay. */
  mayUnload(): boolean {
    const asking = new Event('beforeunload', { cancelable: true })
    if (this.page?.window.dispatchEvent(asking) ?? true) return true
    const event = stoppable({})
    this.emit('will-prevent-unload', event)
    return event.defaultPrevented
  }

  /** The document goes, and its ports with it. */
  unload(): void {
    this.page?.unload()
    this.page = undefined
  }

  /** The way to the main process for any frame, also one that should not be there. */
  wireOf(frame: Frame | null): Wire {
    return this.#surroundings.wire(this, frame)
  }

  /** A link or a script wants to be elsewhere. @returns did it get there? */
  navigate(url: string, { isMainFrame = true } = {}): boolean {
    const details = stoppable({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', details)
    if (isMainFrame) this.emit('will-navigate', details, url)
    return !details.defaultPrevented
  }

  /** `window.open`. @returns did a window open? */
  open(url: string): boolean {
    const details = { url, frameName: '', features: '', disposition: 'new-window' }
    return this.#openHandler?.(details as Electron.HandlerDetails).action !== 'deny'
  }

  /** `<webview src>`, where the preferences allow the tag. @returns was it attached? */
  attachWebview(src: string): boolean {
    const event = stoppable({})
    this.emit('will-attach-webview', event, {}, { src })
    return !event.defaultPrevented
  }
}

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'setMenuBarVisibility'
  | 'reload'
  | 'loadURL'
  | 'close'
  | 'destroy'
>

/** Electron's `BrowserWindow`; it records what was asked of it. */
export class Window extends EventEmitter implements WindowPart {
  readonly webContents: Contents
  readonly options: Electron.BrowserWindowConstructorOptions
  /** `show`, `focus` … in the order they came. */
  readonly calls: string[] = []
  url: string | undefined
  isMenuShown = true
  #isMinimized = false
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings, options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    this.#surroundings = surroundings
    surroundings.onWindow(this)
    this.webContents = new Contents(surroundings, options.webPreferences ?? {})
  }

  async loadURL(url: string): Promise<void> {
    this.url = url
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  reload(): void {
    this.calls.push('reload')
    void this.loadURL(this.url ?? '')
  }

  show(): void {
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.calls.push('restore')
    this.#isMinimized = false
  }

  /** The user minimizes the window. */
  minimize(): void {
    this.#isMinimized = true
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }

  setMenuBarVisibility(visible: boolean): void {
    this.isMenuShown = visible
  }

  close(): void {
    if (this.webContents.mayUnload()) this.destroy()
    else this.#surroundings.onCloseCancelled()
  }

  destroy(): void {
    this.webContents.unload()
    this.emit('closed')
    this.#surroundings.onClosed(this)
  }
}
