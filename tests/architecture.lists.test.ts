import { describe, expect, test } from 'vitest'
import { pl } from '#shared/texts.ts'
import { migrations } from '../src-main/database/migrations/migrations.ts'
import { importsOf, type Source, sourcesIn } from './support/sources.ts'

const code = sourcesIn(['src-shared', 'src-main', 'src-renderer'])

/** A file that lists others: everything whose path fits is imported there, or in one of the files beside it. */
interface List {
  of: string
  listed: RegExp
  lists: string[]
}

const lists: List[] = [
  {
    of: 'contracts',
    listed: /\.contract\.ts$/,
    lists: [
      'src-shared/contract.ts',
      'src-shared/features/agreements/agreements.contract.ts',
      'src-shared/features/cost-settlements/cost-settlements.contract.ts',
      'src-shared/features/documents/documents.contract.ts',
      'src-shared/features/imports/imports.contract.ts',
      'src-shared/features/volunteers/volunteers.contract.ts',
      'src-shared/features/requirements/requirements.contract.ts',
    ],
  },
  { of: 'registers', listed: /\.register\.ts$/, lists: ['src-shared/registers.ts'] },
  {
    of: 'texts',
    listed: /\.(pl|en)\.ts$/,
    lists: [
      'src-shared/texts.ts',
      'src-shared/english-texts.ts',
      'src-shared/features/agreements/agreements.pl.ts',
      'src-shared/features/agreements/agreements.en.ts',
      'src-shared/features/imports/imports.pl.ts',
      'src-shared/features/imports/imports.en.ts',
      'src-shared/features/documents/documents.pl.ts',
      'src-shared/features/documents/documents.en.ts',
      'src-shared/features/volunteers/volunteers.pl.ts',
      'src-shared/features/volunteers/volunteers.en.ts',
      'src-shared/features/requirements/requirements.pl.ts',
      'src-shared/features/requirements/requirements.en.ts',
    ],
  },
  {
    of: 'handlers',
    listed: /^src-main\/features\/[\w-]+\/[\w-]+\.service\.ts$/,
    lists: ['src-main/handlers.ts'],
  },
  {
    of: 'screens',
    listed: /^src-renderer\/features\/.*Screen\.tsx$/,
    lists: [
      'src-renderer/routes.tsx',
      'src-renderer/agreementRoutes.tsx',
      'src-renderer/documentRoutes.tsx',
      'src-renderer/reportRoutes.tsx',
      'src-renderer/eventRoutes.tsx',
      'src-renderer/placementRoutes.tsx',
      'src-renderer/costRoutes.tsx',
      'src-renderer/App.tsx',
    ],
  },
  {
    of: 'registers to import into',
    listed: /^src-main\/features\/.*\.import\.ts$/,
    lists: ['src-main/features/imports/imports.service.ts'],
  },
  {
    of: 'migrations',
    listed: /^src-main\/database\/migrations\/\d/,
    lists: ['src-main/database/migrations/migrations.ts'],
  },
]

function unlisted({ listed, lists: files }: List, sources: readonly Source[]): string[] {
  const known = new Set(
    sources
      .filter(({ path }) => files.includes(path))
      .flatMap((source) => importsOf(source).map(({ target }) => target)),
  )
  return sources.map(({ path }) => path).filter((path) => listed.test(path) && !known.has(path))
}

describe.each(lists)('the list of $of', (list) => {
  test('is complete', () => {
    expect(code.filter(({ path }) => list.listed.test(path)).length).toBeGreaterThan(0)
    expect(unlisted(list, code)).toEqual([])
  })

  test('would be missed by any of them', () => {
    const emptied = code.map((source) =>
      list.lists.includes(source.path) ? { ...source, text: '' } : source,
    )
    expect(unlisted(list, emptied)).toEqual(
      code.map(({ path }) => path).filter((path) => list.listed.test(path)),
    )
  })
})

test('migrations are numbered without a gap, and listed in their order', () => {
  const list = code.find(({ path }) => path.endsWith('migrations/migrations.ts')) as Source
  const numbers = importsOf(list).map(({ target }) => Number(/\/(\d{4})-[^/]*$/.exec(target)?.[1]))
  expect(numbers).toHaveLength(migrations.length)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const names = [...list.text.matchAll(/^import \{ (\w+) \}/gm)].map(([, name]) => name)
  expect(/= \[([^\]]*)\]/.exec(list.text)?.[1]?.replace(/\s/g, '').split(',').filter(Boolean)).toEqual(names)
})

test('a feature with a contract has its texts under the name of its procedures', async () => {
  const { contract } = await import('#shared/contract.ts')
  expect(Object.keys(contract).filter((feature) => !(feature in pl))).toEqual([])
})

/** Addresses outside of this computer that a text names. */
function addressesIn({ path, text }: Source): string[] {
  return [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s'"`<>)]+|['"`(]\/\/[a-z][\w.-]+\.[a-z]{2,}/gi)]
    .map(([address]) => address)
    .filter((address) => !/^http:\/\/(127\.0\.0\.1:|www\.w3\.org\/(2000\/svg|1999\/xlink)$)/.test(address))
    .map((address) => `${path}: ${address}`)
}

describe('addresses outside of this computer', () => {
  test('stand nowhere in what is shipped', () => {
    const shipped = sourcesIn(
      ['src-shared', 'src-main', 'src-renderer', 'resources'],
      /\.(tsx?|css|html|svg|typ|json|csv)$/,
    )
    expect(shipped.flatMap(addressesIn)).toEqual([])
  })

  test.each([
    "fetch('https://example.org/font.woff2')",
    "new WebSocket('wss://example.org')",
    '<script src="//cdn.example.org/x.js">',
    'background: url(//cdn.example.org/x.png)',
    "open('http://127.0.0.1.example.org')",
  ])('one would be noticed: %s', (text) => {
    expect(addressesIn({ path: 'x', text })).toHaveLength(1)
  })
})
