import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  type UtilityProcess,
  utilityProcess,
} from 'electron'
import { dataFolder } from './data-folder.ts'
import { openPageFiles } from './doors/page-files.ts'
import { channels, pageOrigin, type ServerOrder, type ServerReport } from './electron-channels.ts'

/**
 * Electron's main process: one window, the page under `app://osrodek`, the server in a process of its own.
 *
 * It holds no logic. What it must guarantee: the page is sandboxed and stays where it is, nothing is loaded from
 * outside, only our own page is answered, a second start shows the first window, and nothing is cut off when the
 * program ends.
 */
const root = join(import.meta.dirname, '../..')
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  strict: false,
})

let server: UtilityProcess | undefined
let window: BrowserWindow | undefined
let isQuitting = false

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
// Chromium's own errands (component updates, spelling dictionaries) would be connections to the outside.
for (const errand of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
]) {
  app.commandLine.appendSwitch(errand)
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (!server) return
    event.preventDefault()
    closeServer()
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  Menu.setApplicationMenu(null)
  hardenSession()
  const page = openPageFiles(join(root, 'out/renderer'))
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'osrodek') return new Response(null, { status: 404 })
    const { status, headers, body } = await page(url.pathname)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
  ipcMain.on(channels.port, (event) => {
    if (isOurPage(event)) handOverPort(event)
  })
  ipcMain.handle(channels.saveFile, (event, name: unknown, bytes: unknown) =>
    isOurPage(event) ? saveFile(name, bytes) : null,
  )
  startServer()
}

function hardenSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOwn = url.startsWith(`${pageOrigin}/`) || /^(blob:app|data|devtools):/.test(url)
    decide({ cancel: !isOwn })
  })
}

function startServer(): void {
  const forked = utilityProcess.fork(
    join(import.meta.dirname, 'electron-server.js'),
    [
      '--data',
      dataFolder(typeof options.data === 'string' ? options.data : undefined),
      '--resources',
      join(root, 'resources').replace('app.asar', 'app.asar.unpacked'),
      ...(options.demo ? ['--demo'] : []),
    ],
    { serviceName: 'Ośrodek' },
  )
  server = forked
  forked.on('message', (message: ServerReport) => {
    if (message.type === 'ready') openWindow()
    else {
      dialog.showErrorBox(
        'Ośrodek',
        message.reason === 'inUse'
          ? 'Ośrodek jest już uruchomiony na tym folderze danych. Wróć do otwartego okna albo zamknij tamten program.'
          : 'Ośrodek nie mógł się uruchomić. Szczegóły zapisano w pliku osrodek.log w folderze danych.',
      )
      isQuitting = true
      forked.kill()
    }
  })
  forked.once('exit', () => {
    server = undefined
    if (!isQuitting) {
      dialog.showErrorBox(
        'Ośrodek',
        'Praca programu została przerwana. Wszystko, co było zapisane, jest bezpieczne. Uruchom Ośrodek ponownie.',
      )
    }
    app.quit()
  })
}

function openWindow(): void {
  window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Ośrodek',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/electron-preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window?.show())
  window.once('closed', () => {
    window = undefined
  })
  void window.loadURL(`${pageOrigin}/`)
}

/** Is the sender the main frame of our own page? Anything else gets no answer. */
function isOurPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${pageOrigin}/`)
}

function handOverPort(event: IpcMainEvent): void {
  const { port1, port2 } = new MessageChannelMain()
  server?.postMessage({ type: 'port' } satisfies ServerOrder, [port1])
  event.sender.postMessage(channels.port, null, [port2])
}

/** Saves bytes where the user says. @returns the path, or null where the user changed their mind */
async function saveFile(name: unknown, bytes: unknown): Promise<string | null> {
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return null
  // Only a file name is proposed: a path from the page could point anywhere.
  const proposed = join(app.getPath('documents'), basename(name))
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, { defaultPath: proposed })
    : await dialog.showSaveDialog({ defaultPath: proposed })
  if (canceled || !filePath) return null
  await writeFile(filePath, bytes)
  return filePath
}

/** Lets running commands finish and the database close; a server that does not end within ten seconds is ended. */
function closeServer(): void {
  if (isQuitting) return
  isQuitting = true
  server?.postMessage({ type: 'close' } satisfies ServerOrder)
  setTimeout(() => server?.kill(), 10_000)
}
