/** What Electron's preload offers; absent in a browser. */
interface ElectronShell {
  requestPort(): void
  saveFile(name: string, bytes: Uint8Array): Promise<string | null>
}

declare global {
  interface Window {
    osrodekShell?: ElectronShell
  }
}

/** The two things that a page cannot do alike everywhere; nothing else in the page knows in which shell it runs. */
export interface Shell {
  /** The keys for a new record: browsers keep Ctrl+N for themselves. */
  newRecordKeys: string
  /** Saves bytes as a file. @returns false where the user changed their mind */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
  /** Opens the system's print dialog for what the page shows to the printer. */
  print(): void
}

const electron = window.osrodekShell

export const shell: Shell = electron
  ? {
      newRecordKeys: 'Ctrl+N',
      saveFile: async (name, bytes) => (await electron.saveFile(name, bytes)) !== null,
      print: () => window.print(),
    }
  : {
      newRecordKeys: 'Alt+N',
      async saveFile(name, bytes) {
        const url = URL.createObjectURL(new Blob([bytes]))
        const link = document.createElement('a')
        link.href = url
        link.download = name
        link.click()
        setTimeout(() => URL.revokeObjectURL(url), 10_000)
        return true
      },
      print: () => window.print(),
    }

/** Electron's port to the server, or undefined in a browser. Resolves once, when the preload hands it over. */
export function requestServerPort(): Promise<MessagePort> | undefined {
  if (!electron) return undefined
  return new Promise((resolve) => {
    window.addEventListener('message', function take(event) {
      const [port] = event.ports
      // Only the preload of this very window can be the sender.
      if (event.source !== window || event.data !== 'osrodek:port' || !port) return
      window.removeEventListener('message', take)
      port.start()
      resolve(port)
    })
    electron.requestPort()
  })
}
