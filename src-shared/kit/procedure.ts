import { oc, type } from '@orpc/contract'
import { z } from 'zod'

/** What a role may be allowed to do: `<feature>.<verb>`, e.g. `agreements.sign`. Granted in `src-shared/permissions.ts`. */
export type Permission = `${string}.${string}`

/**
 * Who may call a procedure: holders of a permission, anybody signed in (their own account, the frame of the
 * window), or anybody who reached the program (the sign-in and the first set-up).
 */
export type Access = Permission | 'signedIn' | 'public'

/** What the pipeline reads from a procedure: does it write, and who may call it. */
export interface ProcedureMeta {
  kind: 'query' | 'command'
  access: Access
  /** The most bytes of a call, where it may be larger than usual. */
  largestBody?: number
}

/** One thing that is wrong: a text key (`validation.*` or a feature's own) and its parameters. */
export interface FieldProblem {
  key: string
  params?: Record<string, string | number>
}

const fieldProblem = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/**
 * The closed set of errors. The server answers with keys; the page has the sentences.
 *
 * - `VALIDATION`: what was typed cannot be taken; `fields` names each field by its path (`address.postCode`).
 * - `NOT_FOUND`: no such record, or not within this user's reach.
 * - `CONFLICT`: somebody changed the record since it was read; `current` is the row as it stands now.
 * - `RULE_BROKEN`: the record is sound, a rule of the law or the office forbids the act; `reason` is a text key, and
 *   `because` lists what stands in the way where there may be several things.
 * - `UNAUTHENTICATED`: nobody is signed in, or the session is locked.
 * - `FORBIDDEN`: the signed-in user lacks the permission.
 * - `BUSY`: cannot be served now (database refused at start, too many calls); trying later may work.
 * - `INTERNAL`: our fault; `reference` is the number under which the log has the details.
 */
export const errors = {
  VALIDATION: { status: 422, data: z.object({ fields: z.record(z.string(), fieldProblem) }) },
  NOT_FOUND: { status: 404, data: z.object({ what: z.string() }) },
  CONFLICT: { status: 409, data: z.object({ current: z.record(z.string(), z.unknown()) }) },
  RULE_BROKEN: {
    status: 422,
    data: z.object({
      reason: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      because: z.array(fieldProblem).optional(),
    }),
  },
  UNAUTHENTICATED: { status: 401, data: z.object({ reason: z.enum(['signedOut', 'locked']) }) },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.string() }) },
  BUSY: { status: 503, data: z.object({ reason: z.string() }) },
  INTERNAL: { status: 500, data: z.object({ reference: z.string() }) },
} as const

/** The code of every error that can reach the page. */
export type ErrorCode = keyof typeof errors

/** What each error carries. */
export type ErrorData<Code extends ErrorCode> = z.infer<(typeof errors)[Code]['data']>

const base = oc.errors(errors)

interface QueryMeta extends ProcedureMeta {
  kind: 'query'
}
interface CommandMeta extends ProcedureMeta {
  kind: 'command'
}
interface PublicMeta {
  access: 'public'
}

/**
 * A procedure that writes nothing to the centre's database: it gets a read-only one and may be called at any time, also
 * during a command. It may act elsewhere (open the example, stop an import).
 */
export function query(access: Permission | 'signedIn') {
  return base.$meta<QueryMeta>({ kind: 'query', access })
}

/**
 * A procedure that writes: what it writes runs in one transaction, leaves a history entry, and happens wholly or not at
 * all. Its steps before and after lie outside that transaction.
 */
export function command(access: Permission | 'signedIn', limits: Pick<ProcedureMeta, 'largestBody'> = {}) {
  return base.$meta<CommandMeta>({ kind: 'command', access, ...limits })
}

/** A query that needs no sign-in. There are few, and each says in its contract why. */
export function publicQuery() {
  return base.$meta<QueryMeta & PublicMeta>({ kind: 'query', access: 'public' })
}

/** A command that needs no sign-in (set-up, sign-in). */
export function publicCommand() {
  return base.$meta<CommandMeta & PublicMeta>({ kind: 'command', access: 'public' })
}

/**
 * The typed output of a procedure. It is not checked at run time: the handler must satisfy it to compile, and
 * the columns are chosen by name in `*.queries.ts`.
 */
export const output = type
