import { contextBridge, ipcRenderer } from 'electron'
import { channels } from './electron-channels.ts'

// A port cannot pass the context bridge; it goes on to the page as a message of the window to itself.
ipcRenderer.on(channels.port, (event) => {
  window.postMessage(channels.port, window.location.origin, event.ports)
})

contextBridge.exposeInMainWorld('osrodekShell', {
  requestPort: () => ipcRenderer.send(channels.port),
  saveFile: (name: string, bytes: Uint8Array) => ipcRenderer.invoke(channels.saveFile, name, bytes),
})
