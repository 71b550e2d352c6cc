import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { type Circumstances, createElectron } from './electronStandIn.ts'
import type { Contents } from './electronWindow.ts'
import { ownFolder } from './folders.ts'
import type { Api } from './testApp.ts'

export const root = join(import.meta.dirname, '../..')

/** Builds what Electron runs: its main process, its server and its preload are tested as they are shipped. */
export function buildProgram(): void {
  buildIfNeeded(root)
}

/** Starts the built program in the stand-in, on a data folder of its own unless the words name one. */
export async function startProgram({
  data = join(ownFolder(), 'data'),
  words = ['electron', root, '--data', data],
  ...circumstances
}: Partial<Circumstances> & { data?: string; words?: string[] } = {}) {
  const electron = createElectron({ home: ownFolder(), ...circumstances })
  const argv = process.argv
  onTestFinished(async () => {
    process.argv = argv
    vi.doUnmock('electron')
    vi.unstubAllGlobals()
    await electron.dispose()
  })
  process.argv = words
  vi.resetModules()
  vi.doMock('electron', () => electron.module)
  await import(/* @vite-ignore */ join(root, 'out/main/electron-main.js'))
  return { ...electron, data }
}

/** The same, up to the loaded page. */
export async function openProgram(options: Parameters<typeof startProgram>[0] = {}) {
  const program = await startProgram(options)
  await vi.waitUntil(() => program.log.windows[0]?.calls.includes('show'), { timeout: 15_000 })
  const [window] = program.log.windows
  const [server] = program.log.servers
  if (!window?.webContents.page || !server) throw new Error('no window')
  const { webContents: contents } = window
  const shell = window.webContents.page.window.osrodekShell as Record<string, unknown>
  return { ...program, window, server, contents, shell }
}

/** A port to the server, as our page asks for it. */
export async function portOf(contents: Contents): Promise<MessagePort> {
  vi.stubGlobal('window', contents.page?.window)
  vi.resetModules()
  const { requestServerPort } = await import('../../src-renderer/shell/shell.ts')
  const port = await requestServerPort()
  if (!port) throw new Error('not in Electron')
  return port
}

/** The API as our page gets it in this window: our own client, over whatever the preload exposed. */
export async function clientIn(contents: Contents): Promise<Api> {
  vi.stubGlobal('window', contents.page?.window)
  vi.resetModules()
  const { api } = await import('../../src-renderer/api/client.ts')
  return api
}
