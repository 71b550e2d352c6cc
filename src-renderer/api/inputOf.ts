import type { AnySchema, ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'

/** The schema that a procedure checks its input with, for a form to check the same before sending. */
export function inputOf<Input extends AnySchema>(
  // biome-ignore lint/suspicious/noExplicitAny: only the input matters here
  procedure: ContractProcedure<Input, any, any, any>,
): Input extends z.ZodType ? Input : never {
  return procedure['~orpc'].inputSchema as never
}
