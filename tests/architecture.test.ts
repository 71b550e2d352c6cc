import { describe, expect, test } from 'vitest'
import { cyclesIn, featureOf, importsOf, type Source, sourcesIn, withoutComments } from './support/sources.ts'

const code = sourcesIn(['src-shared', 'src-main', 'src-renderer'])
const everything = [...code, ...sourcesIn(['tests', 'scripts'])]

/** Files of `from` import nothing of `mayNot`, or nothing but `only`. Types are imports too, unless said otherwise. */
interface Layer {
  rule: string
  from: RegExp
  mayNot?: RegExp
  only?: RegExp
  exceptTypes?: boolean
  /** Files to which it does not apply. */
  except?: RegExp
  /** Something that breaks it. */
  bad: Source
}

const layers: Layer[] = [
  {
    rule: 'src-shared is true on both sides: no Node, DOM library, React, Electron or Kysely',
    from: /^src-shared\//,
    only: /^(src-shared\/|zod$|n2words\/pl-PL$|fastest-levenshtein$|temporal-polyfill$|@orpc\/contract$)/,
    bad: { path: 'src-shared/kit/x.ts', text: "import { join } from 'node:path'" },
  },
  {
    rule: 'the page knows neither the server nor Node',
    from: /^src-renderer\//,
    mayNot: /^(src-main\/|tests\/|scripts\/|node:|electron|kysely$|better-sqlite3$|@orpc\/server)/,
    bad: { path: 'src-renderer/ui/X.tsx', text: "import type { Db } from '#main/database/database.ts'" },
  },
  {
    rule: 'the server knows nothing of the page',
    from: /^src-main\//,
    mayNot: /^(src-renderer\/|tests\/|scripts\/|react|@mantine\/|@tanstack\/|i18next)/,
    bad: { path: 'src-main/kit/x.ts', text: "import { theme } from '../../src-renderer/theme.ts'" },
  },
  {
    rule: 'what is below names no feature',
    from: /^src-(shared\/kit|main\/(kit|database|documents|doors)|renderer\/(ui|api|shell))\//,
    mayNot: /\/features\//,
    bad: {
      path: 'src-main/kit/x.ts',
      text: "import { findCaller } from '../features/accounts/accounts.service.ts'",
    },
  },
  {
    rule: 'what is below does not look up to the frame and the lists',
    from: /^src-(shared\/kit|main\/(kit|database|documents|doors)|renderer\/(ui|api|shell))\//,
    mayNot: /^src-(main\/(handlers|server|demo)|renderer\/(frame\/|routes|App|Root)|shared\/texts)/,
    bad: { path: 'src-renderer/ui/X.tsx', text: "import { router } from '../routes.tsx'" },
  },
  {
    rule: 'the database knows nothing of what uses it, but the errors it refuses with',
    from: /^src-main\/database\//,
    mayNot: /^src-main\/(?!database\/|kit\/errors\.ts$)/,
    bad: { path: 'src-main/database/x.ts', text: "import { writeHistory } from '../kit/history.ts'" },
  },
  {
    rule: 'only the Electron shell knows Electron; a door may know its types',
    from: /^src-/,
    mayNot: /^electron(\/|$)/,
    exceptTypes: true,
    except: /^src-main\/electron-[\w-]+\.ts$/,
    bad: { path: 'src-main/doors/x-door.ts', text: "import { app } from 'electron'" },
  },
  {
    rule: 'even the types of Electron stay in its shell and its door',
    from: /^src-/,
    mayNot: /^electron(\/|$)/,
    except: /^src-main\/(electron-|doors\/)/,
    bad: { path: 'src-main/server.ts', text: "import type { MessagePortMain } from 'electron'" },
  },
  {
    rule: 'only the database folder knows SQLite',
    from: /^src-/,
    mayNot: /^better-sqlite3/,
    except: /^src-main\/database\//,
    bad: {
      path: 'src-main/features/units/units.queries.ts',
      text: "import type Sqlite from 'better-sqlite3'",
    },
  },
  {
    rule: 'Kysely is for queries',
    from: /^src-/,
    mayNot: /^kysely/,
    except: /^src-main\/(database\/|kit\/register\/|features\/[\w-]+\/[\w.-]+\.queries\.ts$)/,
    bad: { path: 'src-main/features/units/units.service.ts', text: "import { sql } from 'kysely'" },
  },
  {
    rule: 'a service is asked by what it exports, not by its queries',
    from: /^src-main\/(?!features\/|kit\/register\/)/,
    mayNot: /\.queries\.ts$/,
    bad: { path: 'src-main/demo.ts', text: "import { insertUnit } from './features/units/units.queries.ts'" },
  },
]

function breaking({ from, mayNot, only, exceptTypes, except }: Layer, sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => from.test(path) && !except?.test(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ isType }) => !(exceptTypes && isType))
        .filter(({ target }) => mayNot?.test(target) || (only && !only.test(target)))
        .map(({ target }) => `${source.path} imports ${target}`),
    )
}

describe.each(layers)('$rule', (layer) => {
  test('holds', () => expect(breaking(layer, code)).toEqual([]))
  test('would be noticed', () => expect(breaking(layer, [layer.bad])).toHaveLength(1))
})

/** A feature may import those to the right of it: the direction of the foreign keys. */
const order = [
  'start-page',
  'bin',
  'history',
  'imports',
  'print-queue',
  'templates',
  'volunteering-report',
  'documents',
  'cases',
  'events',
  'placements',
  'cost-settlements',
  'hours',
  'agreements',
  'child-protection',
  'requirements',
  'name-forms',
  'volunteers',
  'signatories',
  'letterheads',
  'staff',
  'positions',
  'units',
  'settings',
  'clauses',
  'text-blocks',
  'backups',
  'accounts',
]

/** Imports between features that go to the left. A screen may compose what lies on its left. */
function leftward(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = featureOf(source.path)
    if (!from || /^src-renderer\/.*Screen\.tsx$/.test(source.path)) return []
    return importsOf(source)
      .filter(({ target }) => order.indexOf(featureOf(target) ?? from) < order.indexOf(from))
      .map(({ target }) => `${source.path} imports ${target}`)
  })
}

describe('between features', () => {
  test('every feature has its place in the order', () => {
    const features = new Set(code.map(({ path }) => featureOf(path)).filter((name) => name !== undefined))
    expect([...features].sort()).toEqual([...order].sort())
  })

  test('imports go the way of the foreign keys', () => expect(leftward(code)).toEqual([]))

  test('an import the other way would be noticed', () => {
    const text = "import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'"
    expect(leftward([{ path: 'src-main/features/units/units.service.ts', text }])).toHaveLength(1)
    expect(leftward([{ path: 'src-renderer/features/units/UnitForm.tsx', text }])).toHaveLength(1)
    expect(leftward([{ path: 'src-renderer/features/units/UnitScreen.tsx', text }])).toEqual([])
  })

  test('the queries of another feature are not its door', () => {
    const foreign = code.flatMap((source) =>
      importsOf(source)
        .filter(
          ({ target }) =>
            /\/features\/.*\.queries\.ts$/.test(target) && featureOf(target) !== featureOf(source.path),
        )
        .map(({ target }) => `${source.path} imports ${target}`),
    )
    expect(foreign).toEqual([])
  })
})

describe('import cycles', () => {
  test('there are none', () => expect(cyclesIn(everything)).toEqual([]))

  test('one would be noticed', () => {
    const circle = [
      { path: 'src-main/a.ts', text: "import { b } from './b.ts'" },
      { path: 'src-main/b.ts', text: "import type { A } from './a.ts'\nexport { c } from './c.ts'" },
      { path: 'src-main/c.ts', text: "import {\n  type A,\n  a,\n} from '#main/a.ts'" },
    ]
    expect(cyclesIn(circle)).toEqual([['src-main/a.ts', 'src-main/b.ts', 'src-main/c.ts']])
    expect(cyclesIn(circle.slice(0, 2))).toEqual([])
  })
})

/** Places in the code, outside of comments, where something stands that may stand only in `allowed`. */
function outside(allowed: RegExp, what: RegExp, sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !allowed.test(path))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(what)].map(([found]) => `${path}: ${found.trim()}`),
    )
}

describe('the database', () => {
  const server = code.filter(({ path }) => path.startsWith('src-main/'))

  test.each([
    [
      'SQL stands in queries, and where the platform keeps its own tables',
      /^src-main\/(database\/|(features\/[\w-]+|kit\/register)\/[\w.-]+\.queries\.ts$|kit\/history\.ts$|documents\/(images|issuing|numbering|templates)\.ts$)/,
      /\.(selectFrom|insertInto|updateTable|deleteFrom|with|executeQuery)\(|\b(update|delete)Versioned\(|\bsql(<[^>]*>)?`/g,
      "db.selectFrom('units')",
    ],
    [
      'only the pipeline opens a transaction',
      /^src-main\/(database\/|kit\/pipeline\.ts$)/,
      /\.(transaction|startTransaction|connection)\(\)/g,
      'writer.transaction().execute(work)',
    ],
    [
      'only the database folder speaks the dialect of SQLite',
      /^src-main\/database\//,
      /\b(pragma|rowid|sqlite_\w+|strftime|julianday|unixepoch|json_\w+|ifnull|group_concat|instr|printf|iif|glob|random|last_insert_rowid|changes)\s*\(|\b(pragma|rowid|collate nocase|insert or|returning \*|glob '|match ')/gi,
      "sql`select ifnull(name, '') from units`",
    ],
  ])('%s', (_, allowed, what, example) => {
    expect(outside(allowed, what, server)).toEqual([])
    const bad = { path: 'src-main/features/units/units.service.ts', text: `const found = ${example}` }
    expect(outside(allowed, what, [bad])).not.toEqual([])
  })

  test('each table is written in one place', () => {
    const writers = new Map<string, Set<string>>()
    for (const { path, text } of server) {
      if (path.includes('/migrations/')) continue
      for (const [, table = ''] of text.matchAll(
        /(?:\.(?:insertInto|updateTable|deleteFrom)\(|\b(?:update|delete)Versioned\(\s*tx,)\s*'(\w+)'/g,
      )) {
        const places = writers.get(table) ?? new Set()
        writers.set(table, places.add(featureOf(path) ?? path.split('/')[1] ?? ''))
      }
    }
    expect(writers.size).toBeGreaterThan(10)
    expect([...writers].filter(([, places]) => places.size > 1)).toEqual([])
  })
})
