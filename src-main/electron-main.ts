import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  app,
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type UtilityProcess,
  utilityProcess,
} from 'electron'
import { dataFolder } from './data-folder.ts'
import { channels, type ServerOrder, type ServerReport } from './electron-channels.ts'
import { saveFile } from './electron-files.ts'
import { hardenPage, hardenSession, isOurPage, registerScheme, servePage } from './electron-page.ts'
import { openWindow, setMenu } from './electron-window.ts'

/**
 * Electron's main process: it forks the server, opens the window when the server is ready, hands the page a port
 * to it, and ends after it.
 *
 * It holds no logic. What it must guarantee: the page is sandboxed and stays where it is, nothing is loaded from
 * outside, only our own page is answered, a second start shows the first window, and nothing is cut off when the
 * program ends.
 */
const root = join(import.meta.dirname, '../..')
const { values: options } = parseArgs({
  // A packaged program has no script between its own name and the words.
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  strict: false,
})
const data = resolve(dataFolder(typeof options.data === 'string' ? options.data : undefined))

/** How long running commands may take when the program ends. */
const closeLimit = 10_000

let server: UtilityProcess | undefined
let window: BrowserWindow | undefined
let isQuitting = false

registerScheme()
app.enableSandbox()
// The installer's shortcut carries the same name, so Windows keeps the window and the shortcut together.
app.setAppUserModelId('pl.osrodek.app')
// Electron's lock lies in this folder. One for each data folder: a start on other data must not show this window.
const windowFolder = createHash('sha256').update(data).digest('hex').slice(0, 16)
app.setPath('userData', join(app.getPath('appData'), 'Osrodek-window', windowFolder))
// Chromium's own errands (component updates, reports) would be connections to the outside.
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
  app.on('web-contents-created', (_event, contents) => hardenPage(contents))
  app.on('window-all-closed', () => app.quit())
  // Not `before-quit`: the window goes first, and may stay because something in it is not saved.
  app.on('will-quit', (event) => {
    if (!server) return
    event.preventDefault()
    closeServer()
  })
  app.whenReady().then(start).catch(failToStart)
} else {
  app.quit()
}

function start(): void {
  setMenu()
  hardenSession()
  servePage(join(root, 'out/renderer'))
  ipcMain.on(channels.port, (event) => {
    if (isOurPage(event)) handOverPort(event)
  })
  ipcMain.handle(channels.saveFile, (event, name: unknown, bytes: unknown) =>
    isOurPage(event) ? saveFile(window, name, bytes) : null,
  )
  startServer()
}

function startServer(): void {
  // The compiler of documents reads folders of the system, which know no asar archive; see electron-builder.yml.
  const resources = join(root.replace(/app\.asar$/, 'app.asar.unpacked'), 'resources')
  const forked = utilityProcess.fork(
    join(import.meta.dirname, 'electron-server.js'),
    ['--data', data, '--resources', resources, ...(options.demo ? ['--demo'] : [])],
    {
      serviceName: 'Ośrodek',
      // A program without a console has nothing to inherit, and the log may have to fall back on standard error.
      stdio: app.isPackaged ? 'ignore' : 'inherit',
    },
  )
  server = forked
  forked.on('message', (message: ServerReport) => {
    if (message.type === 'ready') {
      window = openWindow(join(root, 'resources'))
      window.once('closed', () => {
        window = undefined
      })
      return
    }
    isQuitting = true
    sayError(
      message.reason === 'inUse'
        ? 'Ośrodek jest już uruchomiony na tym folderze danych. Wróć do otwartego okna albo zamknij tamten program.'
        : `Ośrodek nie mógł się uruchomić. Szczegóły zapisano w pliku ${join(data, 'osrodek.log')}.`,
    )
    forked.kill()
  })
  forked.once('exit', () => {
    server = undefined
    if (isQuitting) app.quit()
    else if (window) failAtWork()
    else failToStart()
  })
}

function handOverPort(event: IpcMainEvent): void {
  const { port1, port2 } = new MessageChannelMain()
  server?.postMessage({ type: 'port' } satisfies ServerOrder, [port1])
  event.sender.postMessage(channels.port, null, [port2])
}

/** Lets running commands finish and the database close; a server that does not end in time is ended. */
function closeServer(): void {
  if (isQuitting) return
  isQuitting = true
  server?.postMessage({ type: 'close' } satisfies ServerOrder)
  setTimeout(() => server?.kill(), closeLimit)
}

function failToStart(): void {
  sayError('Ośrodek nie mógł się uruchomić. Zainstaluj program ponownie. Danych to nie zmieni.')
  app.quit()
}

function failAtWork(): void {
  sayError(
    'Praca programu została przerwana. Wszystko, co było zapisane, jest bezpieczne. Uruchom Ośrodek ponownie.',
  )
  // Without a server nothing can be saved any more, so the page is not asked.
  window?.destroy()
  app.quit()
}

function sayError(sentence: string): void {
  dialog.showErrorBox('Ośrodek', sentence)
}
