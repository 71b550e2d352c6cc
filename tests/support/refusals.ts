import { ORPCError } from '@orpc/client'
import type { ErrorCode } from '#shared/kit/procedure.ts'

/** An error of the closed set, as the page receives it. */
export interface Refusal {
  code: ErrorCode
  data: unknown
}

/** With what a call was refused. Fails where the call went through, or failed with anything but a typed error. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await outcomeOf(call)
  if (outcome === 'ok') throw new Error('the call was not refused')
  return outcome
}

/** `ok`, or the error of the closed set. Fails where something else was thrown. */
export async function outcomeOf(call: Promise<unknown>): Promise<'ok' | Refusal> {
  try {
    await call
    return 'ok'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    return { code: error.code as ErrorCode, data: error.data }
  }
}

/** The refusal of one field. */
export function fieldRefusal(field: string, key: string, params?: Record<string, string | number>): Refusal {
  return { code: 'VALIDATION', data: { fields: { [field]: params ? { key, params } : { key } } } }
}

/** The refusal by a rule. */
export function ruleRefusal(reason: string, params?: Record<string, string | number>): Refusal {
  return { code: 'RULE_BROKEN', data: params ? { reason, params } : { reason } }
}

/** The refusal of what is not there, or out of reach. */
export function notFoundRefusal(what: string): Refusal {
  return { code: 'NOT_FOUND', data: { what } }
}
