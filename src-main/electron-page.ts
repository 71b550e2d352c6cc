import {
  app,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  protocol,
  session,
  type WebContents,
} from 'electron'
import { openPageFiles } from './doors/page-files.ts'

/** Where the page lives: under a scheme of our own or, while `npm run dev` runs, on Vite's server. */
export const pageOrigin: string = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || 'app://osrodek'

/** Makes `app:` a scheme with an origin, so that the page has storage, modules and a policy. Before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and nothing else, under `app://osrodek`. */
export function servePage(folder: string): void {
  if (!pageOrigin.startsWith('app:')) return
  const page = openPageFiles(folder)
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'osrodek') return new Response(null, { status: 404 })
    const { status, headers, body } = await page(url.pathname)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}

/** Refuses every permission and every address but the page's own. */
export function hardenSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  // Chromium would fetch its dictionaries from the outside.
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOwn = isOnPage(url) || url.startsWith(`blob:${pageOrigin}/`) || /^(data|devtools):/.test(url)
    decide({ cancel: !isOwn })
  })
}

/** Keeps a page where it is: no other address, in no frame; no window of its own; no page within it. */
export function hardenPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (event) => {
    if (!isOnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Is the sender the main frame of our own page? Anything else gets no answer. */
export function isOurPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOnPage(senderFrame.url)
}

function isOnPage(url: string): boolean {
  // Vite's server speaks to its page by web socket; our own scheme has none.
  return url.replace(/^ws:/, 'http:').startsWith(`${pageOrigin}/`)
}
