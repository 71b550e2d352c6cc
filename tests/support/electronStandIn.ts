import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type * as Electron from 'electron'
import type { Frame, Wire } from './electronPage.ts'
import { ChannelMain, cloned } from './electronPorts.ts'
import { ServerProcess } from './electronServer.ts'
import { createSession } from './electronSession.ts'
import { Contents, type Surroundings, stoppable, Window } from './electronWindow.ts'

/** What the computer around the program is like. */
export interface Circumstances {
  /** Stands in for the user's folders. */
  home: string
  isPackaged?: boolean
  /** Is the program running already? Then the lock is not to be had. */
  isSecond?: boolean
  workArea?: { width: number; height: number }
  /** What the user chooses in the dialog for saving. */
  onSave?: () => Electron.SaveDialogReturnValue
  /** Which button the user presses in a message. */
  onMessage?: () => number
}

/**
 * Stands in for Electron where its binary cannot be had: as much of the `electron` module as our main process
 * uses, behaving as Electron does where it matters. It imitates Electron only; all code of ours that runs against
 * it is real. Its shape is checked against Electron's declarations.
 */
export function createElectron(circumstances: Circumstances) {
  const { home, isPackaged = false, isSecond = false } = circumstances
  const log = {
    windows: [] as Window[],
    servers: [] as ServerProcess[],
    errorBoxes: [] as string[],
    messages: [] as Electron.MessageBoxSyncOptions[],
    saveDialogs: [] as Electron.SaveDialogOptions[],
    switches: [] as string[],
    paths: new Map([
      ['appData', join(home, 'appData')],
      ['documents', join(home, 'Documents')],
    ]),
    menu: undefined as Electron.MenuItemConstructorOptions[] | undefined,
    popups: [] as Electron.MenuItemConstructorOptions[][],
    appUserModelId: undefined as string | undefined,
    isSandboxEnforced: false,
    isSpellCheckerEnabled: true,
    hasQuit: false,
  }
  let isReady = false
  let isQuitting = false
  const privileged = new Map<string, Electron.Privileges>()
  const handlers = new Map<string, Parameters<Electron.Protocol['handle']>[1]>()
  const open = new Set<Window>()

  const onlyBefore = (what: string) => {
    if (isReady) throw new Error(`${what} should be called before app is ready`)
  }
  const onlyAfter = (what: string) => {
    if (!isReady) throw new Error(`${what} cannot be used before app is ready`)
  }

  const appEvents = new EventEmitter()
  function shutDown(): void {
    const event = stoppable({})
    appEvents.emit('will-quit', event)
    isQuitting = !event.defaultPrevented
    log.hasQuit = isQuitting
  }
  const app = Object.assign(appEvents, {
    isPackaged,
    commandLine: { appendSwitch: (name) => void log.switches.push(name) } satisfies Pick<
      Electron.CommandLine,
      'appendSwitch'
    >,
    enableSandbox() {
      onlyBefore('app.enableSandbox()')
      log.isSandboxEnforced = true
    },
    setAppUserModelId: (id) => {
      log.appUserModelId = id
    },
    getPath(name) {
      const path = log.paths.get(name)
      if (!path) throw new Error(`Failed to get '${name}' path`)
      return path
    },
    setPath: (name, path) => void log.paths.set(name, path),
    requestSingleInstanceLock: () => !isSecond,
    async whenReady() {
      await new Promise(setImmediate)
      isReady = true
    },
    quit() {
      if (isQuitting) return
      const event = stoppable({})
      appEvents.emit('before-quit', event)
      if (event.defaultPrevented) return
      isQuitting = true
      if (open.size === 0) shutDown()
      else for (const window of open) window.close()
    },
  } satisfies Pick<
    Electron.App,
    | 'enableSandbox'
    | 'setAppUserModelId'
    | 'getPath'
    | 'setPath'
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'quit'
  > & { isPackaged: boolean; commandLine: object })

  const ipcEvents = new EventEmitter()
  const invocations = new Map<string, Parameters<Electron.IpcMain['handle']>[1]>()
  const ipcMain = Object.assign(ipcEvents, {
    handle(channel, listener) {
      if (invocations.has(channel)) throw new Error(`a second handler for '${channel}'`)
      invocations.set(channel, listener)
    },
  } satisfies Pick<Electron.IpcMain, 'handle'>)

  const protocol = {
    registerSchemesAsPrivileged(schemes) {
      onlyBefore('protocol.registerSchemesAsPrivileged')
      for (const { scheme, privileges = {} } of schemes) privileged.set(scheme, privileges)
    },
    handle(scheme, handler) {
      onlyAfter('protocol')
      handlers.set(scheme, handler)
    },
  } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

  const session = createSession((enabled) => {
    log.isSpellCheckerEnabled = enabled
  })

  const surroundings: Surroundings = {
    async load(url) {
      if (!(await session.passes(url))) throw new Error('ERR_BLOCKED_BY_CLIENT (-20)')
      const handler = handlers.get(new URL(url).protocol.slice(0, -1))
      if (!handler) throw new Error('ERR_UNKNOWN_URL_SCHEME (-302)')
      return handler(new Request(url) as Parameters<typeof handler>[0])
    },
    originOf(url) {
      const { protocol: scheme, host } = new URL(url)
      return privileged.get(scheme.slice(0, -1))?.standard ? `${scheme}//${host}` : 'null'
    },
    wire: (sender, senderFrame) => wireTo(sender, senderFrame),
    onContents: (contents) => void appEvents.emit('web-contents-created', {}, contents),
    onWindow(window) {
      onlyAfter('BrowserWindow')
      log.windows.push(window)
      open.add(window)
    },
    onClosed(window) {
      open.delete(window)
      if (open.size > 0) return
      if (isQuitting) shutDown()
      else if (appEvents.listenerCount('window-all-closed') > 0) appEvents.emit('window-all-closed')
      else app.quit()
    },
    onCloseCancelled() {
      isQuitting = false
    },
  }

  function wireTo(sender: Contents, senderFrame: Frame | null): Wire {
    return {
      send: (channel, args) =>
        void setImmediate(() => ipcEvents.emit(channel, { sender, senderFrame, ports: [] }, ...args)),
      async invoke(channel, args) {
        await new Promise(setImmediate)
        const listener = invocations.get(channel)
        if (!listener) throw new Error(`No handler registered for '${channel}'`)
        const event = { sender, senderFrame } as unknown as Electron.IpcMainInvokeEvent
        try {
          return cloned(await listener(event, ...args))
        } catch (error) {
          throw new Error(`Error invoking remote method '${channel}': ${error}`)
        }
      },
    }
  }

  const dialog = {
    showErrorBox: (_title, content) => void log.errorBoxes.push(content),
    showMessageBoxSync(...args: unknown[]) {
      log.messages.push(args.at(-1) as Electron.MessageBoxSyncOptions)
      return circumstances.onMessage?.() ?? 0
    },
    async showSaveDialog(...args: unknown[]) {
      log.saveDialogs.push(args.at(-1) as Electron.SaveDialogOptions)
      return circumstances.onSave?.() ?? { canceled: true, filePath: '' }
    },
  } satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBoxSync' | 'showSaveDialog'>

  type Template = Electron.MenuItemConstructorOptions[]
  const Menu = {
    buildFromTemplate: (template: Template) => ({
      template,
      popup: () => void log.popups.push(template),
    }),
    setApplicationMenu: (menu: { template: Template } | null) => {
      log.menu = menu?.template
    },
  }

  const screen = {
    getPrimaryDisplay() {
      onlyAfter('screen')
      const { width, height } = circumstances.workArea ?? { width: 1920, height: 1040 }
      return { workAreaSize: { width, height } }
    },
  } satisfies Record<
    keyof Pick<Electron.Screen, 'getPrimaryDisplay'>,
    () => Pick<Electron.Display, 'workAreaSize'>
  >

  const utilityProcess = {
    fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) {
      onlyAfter('utilityProcess')
      const forked = new ServerProcess(modulePath, args, options)
      log.servers.push(forked)
      return forked
    },
  }

  const BrowserWindow = class extends Window {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(surroundings, options)
    }
  }

  const module = {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    MessageChannelMain: ChannelMain,
    protocol,
    screen,
    session: {
      get defaultSession() {
        onlyAfter('session')
        return session.defaultSession
      },
    },
    utilityProcess,
  } satisfies { [Name in keyof typeof Electron]?: unknown }

  return {
    module,
    log,
    /** Fetches an address as the page would. */
    load: (url: string) => surroundings.load(url),
    passes: session.passes,
    requestPermission: session.requestPermission,
    checkPermission: session.checkPermission,
    /** Somebody starts the program again. */
    startAgain: () => void appEvents.emit('second-instance', {}, [], ''),
    /** Contents that are no window's: a stranger within the program. */
    strangeContents: () => new Contents(surroundings, {}),
    /** Ends what still runs; for the end of a test. */
    async dispose() {
      await Promise.all(log.servers.map((server) => server.crash()))
    },
  }
}
