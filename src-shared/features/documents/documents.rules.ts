import { addDays, type Day, yearOf } from '../../kit/dates.ts'
import type { SignatoryFields } from '../signatories/signatories.contract.ts'
import { whyMayNotSign } from '../signatories/signatories.rules.ts'
import {
  type AnyDocumentKind,
  type DocumentProblem,
  type DocumentSource,
  missingFields,
} from './documents.kind.ts'

/** Is this a pattern of numbers: with the number and the year, in which it begins anew, each once and apart? */
export function isPattern(pattern: string): boolean {
  const rest = pattern.replace('{nr}', '').replace('{rok}', '')
  const hasBoth = pattern.includes('{nr}') && pattern.includes('{rok}')
  // Between number and year there must be something, or 1 of 12026 and 11 of 2026 would look alike.
  return hasBoth && !/[{}]/.test(rest) && !/\{nr\}\d*\{rok\}|\{rok\}\d*\{nr\}/.test(pattern)
}

/** The number as it is written: `ZW/{nr}/{rok}` → `ZW/17/2026`. */
export function numberText(pattern: string, number: number, year: number): string {
  return pattern.replace('{nr}', String(number)).replace('{rok}', String(year))
}

/** The number and year in a text that fits the pattern; undefined where it does not. */
export function readNumber(pattern: string, text: string): { number: number; year: number } | undefined {
  const escaped = pattern.replace(/[.*+?^$()|[\]\\/]/g, '\\$&')
  const shape = escaped.replace('{nr}', '(?<nr>\\d{1,6})').replace('{rok}', '(?<year>\\d{4})')
  const found = new RegExp(`^${shape}$`, 'i').exec(text.trim())
  if (!found?.groups) return undefined
  return { number: Number(found.groups.nr), year: Number(found.groups.year) }
}

/** What a document stands in, besides what its kind asks: the case, an earlier one, the day. */
export interface IssueSurroundings {
  source: DocumentSource
  /** Who is to sign; the source has only how the document names them. */
  signatory: SignatoryFields | null
  today: Day
  hasCase: boolean
  /** The class that the centre set for the kind; needed for a new case. */
  isClassConfigured: boolean
  /** The last document of this kind for this person, unless it was cancelled. */
  earlier: { number: string; issuedOn: Day } | null
  guardDays: number
  /** Is it to be a duplicate or a correction of an earlier one? Then the guard is silent. */
  isRelated: boolean
}

/**
 * Everything in the way of a document, what stops it first: empty required fields, the signatory, the case, an earlier
 * one for the same person, and what its kind knows.
 */
export function problemsOf(
  kind: AnyDocumentKind,
  { source, signatory, today, hasCase, isClassConfigured, earlier, guardDays, isRelated }: IssueSurroundings,
  input: Record<string, unknown>,
): DocumentProblem[] {
  const { issuedOn } = source
  const problems: DocumentProblem[] = [...missingFields(kind.fields, input)]
  const add = (level: DocumentProblem['level'], name: string, rest: Partial<DocumentProblem> = {}) =>
    problems.push({ key: `documents.problems.${name}`, level, ...rest })

  if (kind.isSignedByCentre && !signatory) add('stop', 'noSignatory', { field: 'signatoryId' })
  const whyNot =
    kind.isSignedByCentre && signatory ? whyMayNotSign(signatory, kind.code, issuedOn) : undefined
  if (whyNot)
    problems.push({
      key: `signatories.whyNot.${whyNot}`,
      level: 'stop',
      field: 'signatoryId',
      basis: 'documents.basis.authorisation',
      params: { name: signatory?.fullName ?? '' },
    })
  if (kind.caseSign === 'always' && !hasCase)
    add('stop', isClassConfigured ? 'noCase' : 'noClass', {
      field: 'caseId',
      basis: 'documents.basis.caseSign',
    })
  const person = source.volunteer ?? source.staff
  if (kind.namesWithTitle && person?.formOfAddress === 'unknown') add('warning', 'formOfAddressUnknown')
  if (issuedOn > today) add('warning', 'inFuture', { field: 'issuedOn' })
  if (yearOf(issuedOn) < yearOf(today)) add('warning', 'otherYear', { field: 'issuedOn' })
  if (!isRelated && earlier && guardDays > 0 && earlier.issuedOn > addDays(issuedOn, -guardDays))
    add('stop', 'issuedBefore', {
      isOverridable: true,
      params: { number: earlier.number || '–', day: earlier.issuedOn, days: guardDays },
    })
  problems.push(...kind.problems(source, input))
  return problems.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'stop' ? -1 : 1))
}

/** Why a document may not be issued: the first stop that was not set aside with a reason. */
export function whyNotIssuable(
  problems: readonly DocumentProblem[],
  overrides: Record<string, string>,
): DocumentProblem | undefined {
  return problems.find(
    ({ level, isOverridable, key }) => level === 'stop' && !(isOverridable && overrides[key]?.trim()),
  )
}
