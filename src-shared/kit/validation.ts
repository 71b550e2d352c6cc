import type { z } from 'zod'
import type { FieldProblem } from './procedure.ts'

/** The part of a zod issue that tells what is wrong. */
type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'> & {
  code?: string | undefined
  maximum?: unknown
  minimum?: unknown
  origin?: string
  input?: unknown
}

/**
 * The text key for one issue of a schema. Our own refinements carry a key as their message (`volunteers.x`);
 * the built-in checks of zod become the general keys under `validation.*`.
 */
export function fieldProblemOf(issue: Issue): FieldProblem {
  if (/^[a-z]\w*(\.\w+)+$/i.test(issue.message)) return { key: issue.message }
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'validation.tooLong', params: { max: Number(issue.maximum) } }
        : { key: 'validation.tooLarge', params: { max: Number(issue.maximum) } }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { key: 'validation.required' }
        : { key: 'validation.tooSmall', params: { min: Number(issue.minimum) } }
    case 'invalid_type':
      return { key: 'validation.required' }
    default:
      return { key: 'validation.invalid' }
  }
}

/** All issues by field path (`address.postCode`); the first issue of a field counts. */
export function fieldProblems(issues: readonly Issue[]): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = {}
  for (const issue of issues) fields[issue.path.map(String).join('.')] ??= fieldProblemOf(issue)
  return fields
}
