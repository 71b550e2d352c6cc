/**
 * `npm start`: builds what is not built yet and opens the application, in Electron where its program can be had,
 * in the browser otherwise. Further words (`--data DIR`, `--demo`) go to the application.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'

/** How long the fetching of Electron's program may take; it is about 120 MB. */
const fetchLimit = 5 * 60_000

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)

buildIfNeeded(root)
const electron = electronProgram()
if (electron) {
  run(electron, [root, ...words])
} else {
  console.log('Programu Electron nie można tu uruchomić (nie udało się go pobrać albo nie ma ekranu), więc Ośrodek otworzy się w przeglądarce.')
  run(process.execPath, [join(root, 'out/main/browser-main.js'), '--open', ...words])
}

/** The path of Electron's program, fetched on first use; undefined where it cannot be had or cannot show a window. */
function electronProgram(): string | undefined {
  const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  if (isHeadless || process.env.OSRODEK_SHELL === 'browser') return undefined
  const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..')
  if (!existsSync(join(folder, 'path.txt'))) {
    const fetching = spawnSync(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: fetchLimit,
    })
    if (fetching.status !== 0) return undefined
  }
  const program = createRequire(import.meta.url)('electron') as unknown as string
  return existsSync(program) ? program : undefined
}

function run(program: string, args: string[]): void {
  const child = spawn(program, args, { stdio: 'inherit', cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
