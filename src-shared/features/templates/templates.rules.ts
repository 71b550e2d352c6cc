import type { Day } from '../../kit/dates.ts'
import type { AgreementTemplate } from '../agreements/agreements.rules.ts'
import type { AnyDocumentKind } from '../documents/documents.kind.ts'
import { documentKinds } from '../documents/documents.kinds.ts'

/** A document with a template of its own: one of the kinds that clerks write, or one of the three agreements. */
export interface TemplateKind {
  /** The code of the kind, or the template of the agreement (`agreement-long`). */
  code: string
  /** The Typst source (`resources/templates/<template>.typ`). */
  template: string
  /** Null for agreements, which their own feature makes. */
  kind: AnyDocumentKind | null
  copies: number
  isSignedByCentre: boolean
  /** The codes of the clauses that name the acts it stands on. */
  basis: readonly string[]
}

const agreementKinds: readonly (TemplateKind & { template: AgreementTemplate })[] = [
  ['agreement-long', ['agreementContent', 'writtenForm', 'stateCover']] as const,
  ['agreement-short', ['agreementContent', 'nnw']] as const,
  ['agreement-minor', ['agreementContent', 'guardian']] as const,
].map(([template, basis]) => ({
  code: template,
  template,
  kind: null,
  copies: template === 'agreement-minor' ? 3 : 2,
  isSignedByCentre: true,
  basis: basis.map((name) => `basis.${name}`),
}))

/** Every document with a template, agreements first. */
export const templateKinds: readonly TemplateKind[] = [
  ...agreementKinds,
  ...documentKinds.map((kind) => ({
    code: kind.code,
    template: kind.template,
    kind,
    copies: kind.copies,
    isSignedByCentre: kind.isSignedByCentre,
    basis: kind.basis.map((name) => `basis.${name}`),
  })),
]

/** The document of that code; undefined where there is none. */
export function templateKindOf(code: string): TemplateKind | undefined {
  return templateKinds.find((each) => each.code === code)
}

interface Validity {
  validFrom: Day | null
  validTo: Day | null
}

/** The version in force on a day: of those that are valid on it the one that began last; undefined for the shipped one. */
export function versionInForce<Version extends Validity>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  return versions
    .filter(({ validFrom, validTo }) => validFrom && validFrom <= day && (!validTo || validTo >= day))
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .at(-1)
}

/** A field that a template can read, e.g. `data.body.agreements.number`; `isList` where it stands once for each item. */
export interface TemplateField {
  path: string
  sample: string
  isList: boolean
}

/** Every field of some data that a template can read, in their order, each once. */
export function fieldsOf(data: unknown, path = 'data', isList = false): TemplateField[] {
  if (Array.isArray(data)) {
    const fields = data.flatMap((item) => fieldsOf(item, path, true))
    if (fields.length === 0) return [{ path, sample: '', isList: true }]
    return fields.filter((field, index) => fields.findIndex(({ path }) => path === field.path) === index)
  }
  if (data !== null && typeof data === 'object')
    return Object.entries(data).flatMap(([name, value]) => fieldsOf(value, `${path}.${name}`, isList))
  return [{ path, sample: data === null || data === undefined ? '' : String(data), isList }]
}

/** The data with every text at a path replaced: what a template shows of it must then look different. */
export function withOtherText(data: unknown, wanted: string, text: string, path = 'data'): unknown {
  if (Array.isArray(data)) return data.map((item) => withOtherText(item, wanted, text, path))
  if (data !== null && typeof data === 'object')
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        withOtherText(value, wanted, text, `${path}.${name}`),
      ]),
    )
  return path === wanted && typeof data === 'string' ? text : data
}

/**
 * The fields that no version may leave out: the number and the signatures of every document, and all clauses of an
 * agreement, among them the one on its termination (UDPP art. 44(1)).
 */
export function isIndispensable({ path }: TemplateField): boolean {
  return path === 'data.number' || path.startsWith('data.signatures.') || path.startsWith('data.sections.')
}
