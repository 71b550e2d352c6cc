import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { TemplatePreview } from '#shared/features/templates/templates.contract.ts'
import { faultProblem } from '#shared/features/templates/templates.faults.rules.ts'
import {
  fieldsOf,
  isIndispensable,
  type TemplateKind,
  withOtherText,
} from '#shared/features/templates/templates.rules.ts'
import { samplesOf, type TemplateSample } from '#shared/features/templates/templates.samples.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { unprintableIn } from '#shared/kit/printable.ts'
import type { Db } from '../../database/database.ts'
import type { Compiler, TemplateFault, TemplateSources } from '../../documents/compiler.ts'
import { learnImages } from '../../documents/images.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { clauseVersionsOn } from '../clauses/clauses.service.ts'
import { headParts } from '../letterheads/letterheads.service.ts'
import { getCentre } from '../settings/settings.service.ts'

/** The examples of a template with the centre's own letterhead and texts, and which texts they contain. */
export async function examplesOf(
  db: Db,
  compiler: Compiler,
  kind: TemplateKind,
  today: Day,
): Promise<{ samples: TemplateSample[]; clauses: string[] }> {
  const { clause: textOf, clauseDay } = await clauseVersionsOn(db, today)
  const used = new Set<string>()
  const clause = (code: string, values?: Record<string, string>) => {
    used.add(code)
    return textOf(code, values)
  }
  const samples = samplesOf(kind, {
    centre: await getCentre(db),
    head: await headParts(db, { unitId: null, projectId: null }),
    today,
    clause,
    clauseDay,
  })
  for (const { data } of samples) await learnImages(db, compiler, data)
  return { samples, clauses: [...used] }
}

/**
 * A page that a source makes without the shared parts has a white ground, which the drawing of several pages paints over
 * the first one. On the first line, so that the lines of faults stay as they are.
 */
const withoutGround = '#set page(fill: none); '

/** The shipped sources with one of them replaced. */
export function sourcesWith(compiler: Compiler, { template }: TemplateKind, source: string): TemplateSources {
  return { ...compiler.sources, [`${template}.typ`]: withoutGround + source }
}

function told({ message, column, endColumn, ...place }: TemplateFault) {
  const before = (line: number) => (place.file === null && line === 1 ? withoutGround.length : 0)
  return {
    problem: faultProblem(message),
    ...place,
    column: Math.max(column - before(place.line), 1),
    endColumn: Math.max(endColumn - before(place.endLine), 1),
  }
}

/** Letters that no font of the documents has, where they stand in a source: nothing is drawn before they are gone. */
function lettersMissing(source: string): TemplatePreview['problems'] {
  return source.split('\n').flatMap((text, index) => {
    const characters = unprintableIn(text)
    if (characters.length === 0) return []
    const column = text.indexOf(characters[0] as string) + 1
    const params = { characters: characters.join(' ') }
    const line = index + 1
    const problem = { key: 'documents.errors.unprintable', params }
    return [{ problem, file: null, line, column, endLine: line, endColumn: column + 1 }]
  })
}

/**
 * What a source leaves out: a field is printed if the drawing changes with its text. Only texts that the example has are
 * asked for.
 */
async function unprintedOf(
  compiler: Compiler,
  kind: TemplateKind,
  sources: TemplateSources,
  { data }: TemplateSample,
): Promise<TemplatePreview['unprinted']> {
  const drawn = compiler.attempt(sources, kind.template, data).pages?.svg
  const left: TemplatePreview['unprinted'] = []
  for (const field of fieldsOf(data)) {
    const other = withOtherText(data, field.path, 'Zupełnie inna treść') as object
    // Numbers and switches have no text, and a blank for the number stands in drafts only.
    if (!field.sample || field.path === 'data.blankNumber' || isDeepStrictEqual(other, data)) continue
    // Drawing is the longest thing there is: others are served between two.
    await setImmediate()
    const { pages } = compiler.attempt(sources, kind.template, other)
    if (pages && pages.svg === drawn) left.push({ path: field.path, isIndispensable: isIndispensable(field) })
  }
  return left
}

/** Refuses a source that does not draw every example, or leaves out what no document may be without. */
export async function refuseUnfit(
  db: Db,
  compiler: Compiler,
  kind: TemplateKind,
  source: string,
  today: Day,
): Promise<void> {
  if (lettersMissing(source).length > 0) throw ruleBroken('templates.errors.faulty')
  const sources = sourcesWith(compiler, kind, source)
  const { samples } = await examplesOf(db, compiler, kind, today)
  for (const sample of samples) {
    await setImmediate()
    if (compiler.attempt(sources, kind.template, sample.data, true).faults)
      throw ruleBroken('templates.errors.faulty')
    const unprinted = await unprintedOf(compiler, kind, sources, sample)
    const missing = unprinted.find((each) => each.isIndispensable)
    if (missing) throw ruleBroken('templates.errors.incomplete', { field: missing.path })
  }
}

/** The pages of an example and what they leave out, or what keeps them from being drawn. */
export async function previewOf(
  db: Db,
  compiler: Compiler,
  kind: TemplateKind,
  { source, sample, today }: { source: string; sample: TemplateSample['name']; today: Day },
): Promise<TemplatePreview> {
  const missing = lettersMissing(source)
  if (missing.length > 0) return { pages: null, problems: missing, unprinted: [] }
  const { samples } = await examplesOf(db, compiler, kind, today)
  const chosen = samples.find(({ name }) => name === sample) as TemplateSample
  const sources = sourcesWith(compiler, kind, source)
  const { pages, faults } = compiler.attempt(sources, kind.template, chosen.data)
  if (!pages) return { pages: null, problems: faults.map(told), unprinted: [] }
  const { svg, count, width, height } = pages
  return {
    pages: { svg, pages: count, width, height },
    problems: [],
    unprinted: await unprintedOf(compiler, kind, sources, chosen),
  }
}
