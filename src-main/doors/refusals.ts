import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import { ORPCError } from '@orpc/contract'
import { errors } from '#shared/kit/procedure.ts'
import { AppError } from '../kit/errors.ts'
import { toOrpcError } from '../kit/pipeline.ts'

/** An error of the closed set for whatever the transport itself could not make sense of. */
export function refusalFor(error: unknown): ORPCError<string, unknown> {
  if (error instanceof AppError) return toOrpcError(error)
  if (error instanceof ORPCError && error.code in errors) return error
  // Decoding failed before any procedure was called: the message is malformed, and says nothing about a field.
  return toOrpcError(new AppError('VALIDATION', { fields: { '': { key: 'validation.malformed' } } }))
}

/** The body in which a door sends an error, the same that the procedures' own errors have. */
export function errorBody(error: ORPCError<string, unknown>): string {
  const [json, meta] = new StandardRPCJsonSerializer().serialize(error.toJSON())
  return JSON.stringify({ json, meta })
}
