import { ORPCError } from '@orpc/client'
import i18next from 'i18next'
import type { ErrorCode, ErrorData, FieldProblem } from '#shared/kit/procedure.ts'
import { textOf } from '../i18n.ts'

/** An error of the closed set, told apart by its code. */
export type AppFailure = { [Code in ErrorCode]: { code: Code; data: ErrorData<Code> } }[ErrorCode]

/** What a failed call means; undefined where the server could not be reached at all. */
export function failureOf(error: unknown): AppFailure | undefined {
  return error instanceof ORPCError && error.defined
    ? ({ code: error.code, data: error.data } as AppFailure)
    : undefined
}

/** One sentence for a failure that belongs to no field. */
export function sentenceFor(error: unknown): string {
  const failure = failureOf(error)
  if (!failure) return i18next.t('errors.network')
  switch (failure.code) {
    case 'RULE_BROKEN': {
      const { reason, params, because = [] } = failure.data
      const sentence = textOf({ key: reason, params })
      return because.length > 0 ? `${sentence} ${because.map(textOf).join(', ')}.` : sentence
    }
    case 'VALIDATION': {
      const [only] = Object.values(failure.data.fields)
      return only ? textOf(only) : i18next.t('errors.VALIDATION')
    }
    case 'INTERNAL':
      return i18next.t('errors.INTERNAL', { reference: failure.data.reference })
    case 'BUSY':
      return i18next.exists(failure.data.reason)
        ? textOf({ key: failure.data.reason })
        : i18next.t('errors.BUSY')
    default:
      return i18next.t(`errors.${failure.code}`)
  }
}

/** The sentences for the fields of a refused form, by path. */
export function fieldSentences(fields: Record<string, FieldProblem>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, problem]) => [path, textOf(problem)]))
}
