import { describe, expect, test } from 'vitest'
import { featureOf, type Source, sourcesIn, withoutComments } from './support/sources.ts'

const sources = sourcesIn(['src-shared', 'src-main', 'src-renderer', 'tests', 'scripts'], /\.(tsx?|css)$/)
const kebab = '[a-z][a-z0-9]*(-[a-z0-9]+)*'
const camel = '[a-z][a-zA-Z0-9]*'
const pascal = '[A-Z][a-zA-Z0-9]*'

/** How the files of a folder may be called; `FEATURE` is the feature's own name. The first that fits counts. */
const names: [folder: RegExp, name: string][] = [
  [
    /^src-shared\/features\//,
    `FEATURE(\\.${camel})?\\.(contract|register|rules|document|kind|import|pl|en)|FEATURE\\.kinds?`,
  ],
  [/^src-main\/features\//, `FEATURE(\\.${camel})?\\.(queries|service|import|reader)`],
  [/^src-renderer\/features\//, `${pascal}(\\.module)?|${camel}`],
  [/^tests\/features\//, `FEATURE(\\.${camel})?\\.(test|e2e)|${camel}`],
  [/^src-main\/database\/migrations\//, `\\d{4}-${kebab}|migrations`],
  [/^src-shared\//, `${kebab}(\\.(pl|en))?`],
  [/^src-main\/kit\/register\//, `${kebab}(\\.queries)?`],
  [/^(src-main|scripts)\//, kebab],
  [/^src-renderer\//, `${pascal}(\\.module)?|${camel}`],
  [/^tests\/support\//, camel],
  [/^tests\//, `(${kebab}|${camel})(\\.${camel})?(\\.(test|e2e|types))?`],
]

function misnamed(files: readonly Source[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => {
      const [, pattern = ''] = names.find(([folder]) => folder.test(path)) ?? []
      const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(tsx?|css)$/, '')
      return !new RegExp(`^(${pattern.replaceAll('FEATURE', featureOf(path) ?? '')})$`).test(name)
    })
}

/** A file of React whose name is a component's exports that component, and no other. */
function strayComponents(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) => {
    const name = new RegExp(`/(${pascal})\\.tsx$`).exec(path)?.[1]
    const components = [...text.matchAll(/^export (?:function|const) ([A-Z]\w*)/gm)].map(([, found]) => found)
    return name && components.join() !== name ? [`${path} exports ${components.join(', ') || 'none'}`] : []
  })
}

const longest = 300
const linesOf = ({ text }: Source) => text.trimEnd().split('\n').length

describe('names', () => {
  test('say what a file is', () => expect(misnamed(sources)).toEqual([]))

  test.each([
    'src-shared/features/agreements/agreement.rules.ts',
    'src-shared/features/agreements/agreements.utils.ts',
    'src-shared/features/agreements/helpers.ts',
    'src-shared/kit/workingDays.ts',
    'src-main/features/sign-language/signLanguage.service.ts',
    'src-main/features/units/units.repository.ts',
    'src-main/database/migrations/add-trainings.ts',
    'src-renderer/features/units/unit-form.tsx',
    'src-renderer/ui/Date_Field.tsx',
    'tests/features/units/units.spec.ts',
    'tests/features/units/api.test.ts',
  ])('a wrong one would be noticed: %s', (path) => {
    expect(misnamed([{ path, text: '' }])).toEqual([path])
  })

  test('nothing is called a heap of things', () => {
    expect(
      sources.map(({ path }) => path).filter((path) => /\b(utils?|helpers?|common|misc)\b/i.test(path)),
    ).toEqual([])
  })

  test('a feature of the server, the page or the tests is one of the contract', () => {
    const inTree = (tree: string) =>
      new Set(
        sources.filter(({ path }) => path.startsWith(tree)).flatMap(({ path }) => featureOf(path) ?? []),
      )
    const shared = inTree('src-shared/')
    for (const tree of ['src-main/', 'src-renderer/', 'tests/']) {
      expect([...inTree(tree)].filter((feature) => !shared.has(feature))).toEqual([])
    }
    expect([...shared].filter((feature) => !new RegExp(`^${kebab}$`).test(feature))).toEqual([])
  })
})

describe('components', () => {
  test('stand each in a file of its name', () => expect(strayComponents(sources)).toEqual([]))

  test('two in one file, or one of another name, would be noticed', () => {
    const two = 'export function UnitForm() {}\nexport function UnitList() {}'
    expect(strayComponents([{ path: 'src-renderer/ui/UnitForm.tsx', text: two }])).toHaveLength(1)
    expect(
      strayComponents([{ path: 'src-renderer/ui/Unit.tsx', text: 'export function Form() {}' }]),
    ).toHaveLength(1)
  })
})

describe('size and shape', () => {
  test(`no file is longer than ${longest} lines`, () => {
    expect(sources.filter((source) => linesOf(source) > longest).map(({ path }) => path)).toEqual([])
    expect(linesOf({ path: '', text: 'x\n'.repeat(longest + 1) })).toBeGreaterThan(longest)
  })

  test.each([
    [
      'a default export',
      /^export default/m,
      'export default 1',
      /electron\.vite|\.config\.ts$|^tests\/support\/example\.ts$/,
    ],
    ['everything re-exported', /^export \* from/m, "export * from './x.ts'", undefined],
    ['an enum', /^(export )?(const )?enum /m, 'export enum Colour { red }', undefined],
    [
      'commented-out code',
      /^\s*\/\/ ?(const|let|import|export|return|if \(|await|\w+\(.*\)$)/m,
      '// const a = 1',
      undefined,
    ],
    ['a test switched off', /\b(test|describe|it)\.(only|skip|todo)\(/, "test.skip('x')", /\.e2e\.ts$/],
  ])('nowhere is %s', (_, what, example, except) => {
    const own = 'tests/architecture.names.test.ts'
    const found = sources.filter(
      ({ path, text }) =>
        path !== own &&
        !except?.test(path) &&
        what.test(what.source.includes('//') ? text : withoutComments(text)),
    )
    expect(found.map(({ path }) => path)).toEqual([])
    expect(what.test(example)).toBe(true)
  })
})
