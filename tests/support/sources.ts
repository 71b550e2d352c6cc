import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** One file of the project: its path from the root, with slashes, and its text. */
export interface Source {
  path: string
  text: string
}

/** One import: what it names (`src-shared/kit/dates.ts`, `kysely`), and whether it is still there at run time. */
export interface Import {
  target: string
  isType: boolean
  /** `import('…')`: loaded when it is needed. */
  isLazy: boolean
}

const root = join(import.meta.dirname, '../..')

/** Every file of these folders whose name ends so. */
export function sourcesIn(folders: readonly string[], ending = /\.tsx?$/): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: file.slice(root.length + 1).replaceAll('\\', '/'),
        text: readFileSync(file, 'utf8'),
      })),
  )
}

const aliases: Record<string, string> = {
  '#shared': 'src-shared',
  '#main': 'src-main',
  '#renderer': 'src-renderer',
  '#tests': 'tests',
}

/** The imports and re-exports of a file. */
export function importsOf({ path, text }: Source): Import[] {
  const code = withoutComments(text)
  const found: Import[] = []
  for (const [, what = '', target = ''] of code.matchAll(
    /(?:^|\n)(?:import|export)\s+([^'";]*?\bfrom\s+)?'([^']+)'/g,
  )) {
    const names = /\{([^}]*)\}/.exec(what)?.[1]
    const isOnlyTypes =
      names !== undefined &&
      /^\s*\{/.test(what) &&
      names
        .split(',')
        .filter((name) => name.trim())
        .every((name) => /^\s*type\s/.test(name))
    found.push({ target: resolved(path, target), isType: /^type\s/.test(what) || isOnlyTypes, isLazy: false })
  }
  for (const [, target = ''] of code.matchAll(/\bimport\('([^']+)'\)/g)) {
    found.push({ target: resolved(path, target), isType: false, isLazy: true })
  }
  return found
}

function resolved(from: string, target: string): string {
  const [alias = '', ...rest] = target.split('/')
  const folder = aliases[alias]
  if (folder) return [folder, ...rest].join('/')
  return target.startsWith('.') ? posix.join(posix.dirname(from), target) : target
}

/** The text without comments; texts in quotes stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}(),])\/\/[^\n]*/g, '$1')
}

/** Groups of files that import each other in a circle at run time. */
export function cyclesIn(sources: readonly Source[]): string[][] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter(({ isType, isLazy }) => !isType && !isLazy)
        .map(({ target }) => target),
    ]),
  )
  const cycles: string[][] = []
  const done = new Set<string>()
  const visit = (path: string, way: string[]) => {
    const start = way.indexOf(path)
    if (start >= 0) cycles.push(way.slice(start))
    if (start >= 0 || done.has(path)) return
    for (const target of edges.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}

/** The feature to whose folder a path belongs. */
export function featureOf(path: string): string | undefined {
  return /^(?:src-\w+|tests)\/features\/([^/]+)\//.exec(path)?.[1]
}
