import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, screen } from 'electron'
import { pageOrigin } from './electron-page.ts'

/**
 * Opens the one window on the page. It shows no menu, asks before unsaved changes are lost, and offers to open the
 * page again when its process dies.
 *
 * @param resources the folder with the icon
 */
export function openWindow(resources: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    // Windows and Linux do not hold a window within a small screen.
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Ośrodek',
    icon: join(resources, 'icon.png'),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/electron-preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  const { webContents } = window
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return
    Menu.buildFromTemplate([
      { role: 'cut', label: 'Wytnij', enabled: editFlags.canCut },
      { role: 'copy', label: 'Kopiuj', enabled: editFlags.canCopy },
      { role: 'paste', label: 'Wklej', enabled: editFlags.canPaste },
    ]).popup({ window })
  })
  webContents.on('zoom-changed', (_event, direction) => {
    webContents.zoomLevel += direction === 'in' ? 0.5 : -0.5
  })
  // Electron would keep the window open and say nothing.
  webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: 'Ośrodek',
      message: 'Masz niezapisane zmiany. Zamknąć program bez zapisywania?',
      buttons: ['Zostań', 'Zamknij bez zapisywania'],
      cancelId: 0,
    })
    if (choice === 1) event.preventDefault()
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const choice = dialog.showMessageBoxSync(window, {
      type: 'error',
      title: 'Ośrodek',
      message: 'Okno programu przestało działać. Wszystko, co było zapisane, jest bezpieczne.',
      buttons: ['Otwórz ponownie', 'Zakończ program'],
      cancelId: 1,
    })
    if (choice === 0) window.reload()
    else app.quit()
  })
  void window.loadURL(`${pageOrigin}/`)
  return window
}

/** Sets the menu, which is never shown: Electron knows the keys for the size of letters only from a menu. */
export function setMenu(): void {
  const keys: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', accelerator: 'CommandOrControl+Plus' },
    { role: 'zoomIn', accelerator: 'CommandOrControl+=' },
    { role: 'zoomIn', accelerator: 'CommandOrControl+numadd' },
    { role: 'zoomOut', accelerator: 'CommandOrControl+-' },
    { role: 'zoomOut', accelerator: 'CommandOrControl+numsub' },
    { role: 'resetZoom', accelerator: 'CommandOrControl+0' },
    { role: 'togglefullscreen', accelerator: 'F11' },
  ]
  if (!app.isPackaged) keys.push({ role: 'toggleDevTools', accelerator: 'F12' })
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Widok', submenu: keys }]))
}
