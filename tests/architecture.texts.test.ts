import { isContractProcedure } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract.ts'
import { en } from '#shared/english-texts.ts'
import { permissionsOf, verificationPermissions } from '#shared/permissions.ts'
import { pl } from '#shared/texts.ts'
import { type Source, sourcesIn, withoutComments } from './support/sources.ts'

interface Texts {
  [key: string]: string | Texts
}

/** Every text by its whole key. */
function flat(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as [string, string]] : flat(text, `${prefix}${key}.`),
  )
}

const polish = flat(pl)
const english = flat(en)
const plural = /_(one|few|many|other)$/
/** The key as code names it: the form of a plural is chosen by the number. */
const baseOf = (key: string) => key.replace(plural, '')
const keys = new Set(polish.map(([key]) => baseOf(key)))
const sections = new Set(
  [...keys].flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.'))),
)

/** What a text expects to be given: `{{count}}`. */
const placeholdersIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** For each key the placeholders of any of its forms. */
function placeholders(texts: [string, string][]): Record<string, string> {
  const found: Record<string, Set<string>> = {}
  for (const [key, text] of texts) {
    const names = found[baseOf(key)] ?? new Set()
    for (const name of placeholdersIn(text)) names.add(name ?? '')
    found[baseOf(key)] = names
  }
  return Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names].sort().join()]))
}

/** The keys that have one form of a plural and lack another. */
function halfPlurals(texts: [string, string][], forms: string[]): string[] {
  const all = new Set(texts.map(([key]) => key))
  const counted = new Set(
    texts
      .map(([key]) => key)
      .filter((key) => plural.test(key))
      .map(baseOf),
  )
  return [...counted].filter((key) => forms.some((form) => !all.has(`${key}_${form}`)) || all.has(key))
}

describe('Polish and English', () => {
  test('have the same keys', () => {
    expect([...new Set(english.map(([key]) => baseOf(key)))].sort()).toEqual([...keys].sort())
  })

  test('expect the same to be filled in', () => expect(placeholders(english)).toEqual(placeholders(polish)))

  test('have every form of a plural: one, few, many and fractions; one and others', () => {
    expect(halfPlurals(polish, ['one', 'few', 'many', 'other'])).toEqual([])
    expect(halfPlurals(english, ['one', 'other'])).toEqual([])
    expect(
      halfPlurals(
        [
          ['x_one', ''],
          ['x_other', ''],
        ],
        ['one', 'few', 'many', 'other'],
      ),
    ).toEqual(['x'])
  })

  test('no text is empty, unfinished, or has blanks at its ends', () => {
    const bad = [...polish, ...english].filter(
      ([, text]) => !text || text !== text.trim() || /TODO|\{\{\s|\s\}\}/.test(text),
    )
    expect(bad.filter(([key]) => !key.endsWith('.'))).toEqual([])
  })
})

const code = sourcesIn(['src-shared', 'src-main', 'src-renderer']).filter(
  ({ path }) => !/\.(pl|en)\.ts$/.test(path),
)
const permissions = new Set<string>(
  [...Object.values(permissionsOf), ...Object.values(verificationPermissions)].flat(),
)

/** Texts in quotes that look like a key of one of our sections. Columns of tables look alike, so queries are left out. */
function namedIn({ path, text }: Source): string[] {
  if (/\.queries\.ts$|^src-main\/database\//.test(path)) return []
  return [...withoutComments(text).matchAll(/(['"`])([a-z]\w*(?:\.\w+)+)\1/gi)]
    .map(([, , key = '']) => key)
    .filter((key) => (key.split('.')[0] as string) in pl)
}

/** What is put together at run time (`agreements.states.${state}`), as patterns. */
function patternsIn({ text }: Source): RegExp[] {
  return [...withoutComments(text).matchAll(/`((?:[\w.]|\$\{[^{}`]*\})+)`/g)]
    .map(([, template = '']) => template)
    .filter(
      (template) =>
        template.includes('${') && /[a-z]{2}\.|\.[a-z]{2}/i.test(template.replace(/\$\{[^}]*\}/g, '')),
    )
    .map(
      (template) =>
        new RegExp(
          `^${template
            .replace(/\$\{[^}]*\}/g, '[\\w-]*(\\.\\w+)?')
            .replaceAll('.', '\\.')
            .replaceAll('(\\\\.', '(\\.')}$`,
        ),
    )
}

/** A procedure, or those of one tool under its name. */
function isProcedureOrGroup(part: object): boolean {
  return isContractProcedure(part) || Object.values(part).every(isContractProcedure)
}

function withoutText(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    namedIn(source)
      .filter((key) => !keys.has(key) && !sections.has(key) && !permissions.has(key))
      .map((key) => `${source.path}: ${key}`),
  )
}

describe('keys in the code', () => {
  test('have a text each', () => expect(withoutText(code)).toEqual([]))

  test('one without would be noticed', () => {
    const bad = [
      "throw ruleBroken('agreements.errors.noSuchReason')",
      "{ error: 'validation.noSuchCheck' }",
      "t('volunteers.fields.shoeSize')",
    ]
    expect(bad.flatMap((text) => withoutText([{ path: 'src-main/x.ts', text }]))).toHaveLength(bad.length)
    expect(withoutText([{ path: 'src-main/x.ts', text: "query('units.read') // 'units.no.such'" }])).toEqual(
      [],
    )
  })

  test('that are put together begin with a section that there is', () => {
    const starts = code.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/`([a-z]\w*(?:\.\w+)*)\.\$\{/gi)].map(([, start = '']) => ({
        path,
        start,
      })),
    )
    expect(starts.length).toBeGreaterThan(10)
    expect(
      starts.filter(({ start }) => (start.split('.')[0] as string) in pl && !sections.has(start)),
    ).toEqual([])
  })

  test('use every text', () => {
    const named = new Set(code.flatMap(namedIn))
    const patterns = code.flatMap(patternsIn)
    // A section that is named is looked into at run time (`agreements.statuses`).
    const isUsed = (key: string) =>
      named.has(key) ||
      named.has(key.slice(0, key.lastIndexOf('.'))) ||
      patterns.some((pattern) => pattern.test(key))
    expect(isUsed('common.noSuchText')).toBe(false)
    expect([...keys].filter((key) => !isUsed(key))).toEqual([])
  })

  test('every obstacle to an agreement and every procedure that the code names is there', () => {
    const obstacles = code.flatMap(({ text }) =>
      [...text.matchAll(/obstacle\('(?:stop|warning|hint)', '(\w+)'/g)].map(
        ([, name]) => `agreements.obstacles.${name}`,
      ),
    )
    expect(obstacles.length).toBeGreaterThan(20)
    expect(obstacles.filter((key) => !keys.has(key))).toEqual([])
    for (const procedures of Object.values(contract)) {
      expect(Object.values(procedures).every(isProcedureOrGroup)).toBe(true)
    }
  })
})
