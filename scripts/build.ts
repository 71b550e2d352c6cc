import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'src-shared',
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'resources/clauses.json',
]
const products = ['out/main/browser-main.js', 'out/preload/electron-preload.cjs', 'out/renderer/index.html']

/** Builds the application unless what is in `out` is newer than every source. */
export function buildIfNeeded(root: string): void {
  const built = products.map((path) => join(root, path))
  const isBuilt = built.every(existsSync)
  const age = isBuilt ? Math.min(...built.map((path) => statSync(path).mtimeMs)) : 0
  if (isBuilt && sources.every((path) => newest(join(root, path)) <= age)) return
  console.log('Przygotowanie programu (kilkanaście sekund)…')
  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr)
    throw new Error('the build failed')
  }
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(
    ...entries
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}

if (import.meta.main) buildIfNeeded(join(import.meta.dirname, '..'))
