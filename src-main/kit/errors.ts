import type { ErrorCode, ErrorData, FieldProblem } from '#shared/kit/procedure.ts'

/** An error of the closed set, thrown anywhere in a service and answered as it is. Carries no personal data. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: ErrorData<Code>

  constructor(code: Code, data: ErrorData<Code>) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

/** Refuses an act that a rule of the law or the office forbids; `reason` is a text key. */
export function ruleBroken(reason: string, params?: Record<string, string | number>): AppError {
  return new AppError('RULE_BROKEN', params ? { reason, params } : { reason })
}

/** Refuses an act for everything that stands in its way; each is a text key with its parameters. */
export function refusedBecause(reason: string, because: FieldProblem[]): AppError {
  return new AppError('RULE_BROKEN', { reason, because })
}

/** Refuses one field for a cause only the server can know (e.g. a login that is taken). */
export function fieldRefused(field: string, key: string, params?: FieldProblem['params']): AppError {
  return new AppError('VALIDATION', { fields: { [field]: params ? { key, params } : { key } } })
}

/** No such record, or not within the user's reach; `what` is the feature's name. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', { what })
}

/** Somebody changed the row since it was read. */
export function conflict(current: object): AppError {
  return new AppError('CONFLICT', { current: { ...current } })
}
