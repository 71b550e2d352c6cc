/**
 * `npm start`: builds what is not built yet and opens the application, in Electron where its program can be had,
 * in the browser otherwise. Further words (`--data DIR`, `--demo`) go to the application.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'

/** How long the fetching of Electron's program may take; it is about 120 MB. */
const fetchLimit = 5 * 60_000

/** An Electron that ends with an error within this time could not start. */
const startLimit = 15_000

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)

buildIfNeeded(root)
if (process.env.OSRODEK_SHELL === 'browser') openInBrowser()
else if (hasNoScreen()) openWithoutElectron('nie ma ekranu')
else {
  const electron = electronProgram()
  if (electron) openInElectron(electron)
  else openWithoutElectron('nie udało się go pobrać')
}

function hasNoScreen(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/** The path of Electron's program, fetched on first use; undefined where it cannot be had. */
function electronProgram(): string | undefined {
  const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..')
  if (!existsSync(join(folder, 'path.txt'))) {
    console.log('Pobieranie programu Electron (około 120 MB)…')
    const fetching = spawnSync(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: fetchLimit,
    })
    if (fetching.status !== 0) return undefined
  }
  const program = createRequire(import.meta.url)('electron') as unknown as string
  return existsSync(program) ? program : undefined
}

function openInElectron(program: string): void {
  const started = Date.now()
  // Out of the terminal's group of processes: Ctrl+C would strike the server too, in the middle of a command.
  const child = run(program, [root, ...words], process.platform !== 'win32')
  child.on('exit', (code) => {
    // For example a system that forbids the sandbox of Chromium: it ends before it shows anything.
    const hasFailed = code !== 0 && !child.killed && Date.now() - started < startLimit
    if (hasFailed) openWithoutElectron('zakończył się z błędem')
    else process.exit(code ?? 0)
  })
}

function openWithoutElectron(reason: string): void {
  console.log(
    `Programu Electron nie można tu uruchomić (${reason}), więc Ośrodek otworzy się w przeglądarce.`,
  )
  openInBrowser()
}

function openInBrowser(): void {
  const child = run(process.execPath, [join(root, 'out/main/browser-main.js'), '--open', ...words], false)
  child.on('exit', (code) => process.exit(code ?? 0))
}

function run(program: string, args: string[], detached: boolean): ChildProcess {
  const child = spawn(program, args, { stdio: 'inherit', cwd: root, detached })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return child
}
