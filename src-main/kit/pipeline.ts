import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  type AnyContractRouter,
  type ContractProcedure,
  isContractProcedure,
  ORPCError,
  ValidationError,
} from '@orpc/contract'
import { type AnyRouter, implement } from '@orpc/server'
import { dayInPoland } from '#shared/kit/dates.ts'
import { type ErrorCode, errors, type Permission, type ProcedureMeta } from '#shared/kit/procedure.ts'
import { fieldProblems } from '#shared/kit/validation.ts'
import { mayDo } from '#shared/permissions.ts'
import type { Tx } from '../database/database.ts'
import { DatabaseRefused } from '../database/migrate.ts'
import type { Storage } from '../database/storage.ts'
import type {
  AfterContext,
  CallContext,
  HistoryEntry,
  PublicCommandContext,
  Services,
  Session,
  User,
} from './context.ts'
import { AppError, ruleBroken } from './errors.ts'
import type { Handlers } from './handlers.ts'
import { noteReadOf, type ReadRecord, writeHistory } from './history.ts'

/** What a door hands in with each call. */
export interface CallOrigin {
  session: Session
}

/** What the pipeline needs besides the handlers. */
export interface PipelineOptions {
  services: Services
  /** The clock, so that tests can set it. */
  now: () => Date
  /** Who is signed in, and after how many minutes without activity the session locks. */
  findUser: (userId: number) => Promise<{ user: User; idleMinutes: number } | undefined>
}

/** What a handler is at run time; its types were checked where it was declared (`Handlers<Contract>`). */
interface Steps {
  before?: (context: object, input: unknown) => Promise<unknown>
  run: (context: PublicCommandContext, input: unknown, prepared: unknown) => Promise<unknown>
  after?: (context: AfterContext, output: unknown) => Promise<void>
}
type AnyHandler = ((context: object, input: unknown) => unknown) | Steps
type AnyHandlers = { [name: string]: AnyHandler | AnyHandlers }

/**
 * Joins a contract and its handlers into the router that both doors serve. Every call goes the same way:
 * find → authenticate → authorise → validate → open a transaction if it is a command → handle → record the
 * history → answer with a value or an error of the closed set.
 *
 * Running commands are counted so that the program can wait for them before it quits.
 */
export function buildRouter<Contract extends AnyContractRouter>(
  contract: Contract,
  handlers: Handlers<Contract>,
  options: PipelineOptions,
) {
  const running = new Set<Promise<unknown>>()
  /** Reads of today that stand in the history, so that most are not asked for again. */
  const noted = new Set<string>()

  function join(
    part: AnyContractRouter,
    handler: AnyHandler | AnyHandlers | undefined,
    path: string[],
  ): AnyRouter {
    if (isContractProcedure(part)) {
      if (!handler) throw new Error(`no handler for ${path.join('.')}`)
      return joinProcedure(part, handler as AnyHandler, path.join('.'))
    }
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [
        name,
        join(inner, (handler as AnyHandlers | undefined)?.[name], [...path, name]),
      ]),
    )
  }

  function joinProcedure(
    // biome-ignore lint/suspicious/noExplicitAny: the schemas of all procedures pass here
    procedure: ContractProcedure<any, any, any, any>,
    handler: AnyHandler,
    name: string,
  ): AnyRouter {
    const meta = procedure['~orpc'].meta as ProcedureMeta
    // The schema is asked last: by itself oRPC checks the input before the middleware, so that a stranger would be
    // told what a procedure takes, and a wrong field would not come as an error of the closed set.
    return implement(procedure, { initialInputValidationIndex: Number.POSITIVE_INFINITY })
      .$context<CallOrigin>()
      .use(async ({ context, next }) => {
        const started = performance.now()
        let outcome = 'ok'
        try {
          const user = await authenticate(context.session, meta, options)
          authorise(user, meta)
          return await next({ context: { user } })
        } catch (error) {
          const answer = closedError(error, name, options)
          outcome = answer.code
          throw answer
        } finally {
          // Names and durations only: what was typed never reaches the log.
          options.services.log.debug({ procedure: name, ms: performance.now() - started, outcome })
        }
      })
      .handler(async ({ context, input }) => {
        const { session, user } = context as CallOrigin & { user: User | null }
        const now = options.now()
        const call: CallContext = {
          session,
          now: now.toISOString(),
          today: dayInPoland(now.getTime()),
          services: options.services,
        }
        const work =
          meta.kind === 'command'
            ? runCommand(handler, { ...call, user }, input, name)
            : Promise.resolve(
                (handler as Exclude<AnyHandler, Steps>)(
                  {
                    ...call,
                    user,
                    noteRead: (record: ReadRecord) => void track(recordRead(call, record)),
                    // A getter, because the frame of the window is also served when no database could be opened.
                    get db() {
                      return options.services.storage.current().reader
                    },
                  },
                  input,
                ),
              )
        return track(work)
      }) as AnyRouter
  }

  async function runCommand(
    handler: AnyHandler,
    call: CallContext & { user: User | null },
    input: unknown,
    name: string,
  ): Promise<unknown> {
    const { storage, log } = options.services
    const steps = (typeof handler === 'function' ? { run: handler } : handler) as Steps
    const reading = { ...call, db: storage.current().reader }
    const generation = storage.generation()
    const prepared = await steps.before?.(reading, input)
    // What was prepared for the centre's data must not be written into the example, nor the other way round.
    if (storage.generation() !== generation) throw new AppError('BUSY', { reason: 'databaseSwitched' })
    const output = await inTransaction(storage, (tx) => {
      const record = (entry: HistoryEntry) =>
        writeHistory(tx, entry, { userId: entry.by ?? call.session.userId, at: call.now })
      return steps.run({ ...call, tx, record }, input, prepared)
    })
    if (steps.after) {
      try {
        await steps.after({ ...reading, transaction: (work) => inTransaction(storage, work) }, output)
      } catch (error) {
        log.error({ procedure: name, err: describe(error) }, 'the step after a commit failed')
      }
    }
    return output
  }

  /** Reads are recorded after their answer: nobody waits for what only the history wants to know. */
  async function recordRead({ session, now, today, services }: CallContext, read: ReadRecord): Promise<void> {
    const { storage, log } = services
    const key = [storage.generation(), today, session.userId, read.kind, read.recordId].join('/')
    if (noted.has(key)) return
    if (noted.size >= 10_000) noted.clear()
    noted.add(key)
    await setImmediate()
    try {
      await inTransaction(storage, (tx) => noteReadOf(tx, read, { userId: session.userId, at: now, today }))
    } catch (error) {
      noted.delete(key)
      log.error({ err: describe(error) }, 'a read could not be recorded')
    }
  }

  function track<Result>(work: Promise<Result>): Promise<Result> {
    running.add(work)
    const done = () => running.delete(work)
    work.then(done, done)
    return work
  }

  return {
    router: join(contract, handlers as unknown as AnyHandlers, []),
    /** Resolves when no call is running any more. */
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/**
 * Runs a write in a transaction of its own: wholly or not at all. The pipeline calls it for every command; nothing
 * else does, but what the program does by itself before the first call.
 */
export function inTransaction<Result>(storage: Storage, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return storage.current().writer.transaction().execute(work)
}

async function authenticate(
  session: Session,
  meta: ProcedureMeta,
  { findUser, now, services }: PipelineOptions,
): Promise<User | null> {
  if (session.generation !== services.storage.generation()) session.userId = null
  const found = session.userId === null ? undefined : await findUser(session.userId)
  // An account that was switched off while its window was open is signed out by its next call.
  if (!found) session.userId = null
  else if (now().getTime() - session.lastActiveAt > found.idleMinutes * 60_000) session.isLocked = true

  if (meta.access === 'public') return session.isLocked ? null : (found?.user ?? null)
  if (!found) throw new AppError('UNAUTHENTICATED', { reason: 'signedOut' })
  if (session.isLocked) throw new AppError('UNAUTHENTICATED', { reason: 'locked' })
  return found.user
}

function authorise(user: User | null, meta: ProcedureMeta): void {
  if (meta.access === 'public' || meta.access === 'signedIn') return
  const permission: Permission = meta.access
  if (user?.mustChangePassword)
    throw new AppError('RULE_BROKEN', { reason: 'accounts.errors.mustChangePassword' })
  if (!user || !mayDo(user, permission)) throw new AppError('FORBIDDEN', { permission })
}

/** Whatever was thrown, as an error of the closed set; what we did not foresee gets a number and goes to the log. */
function closedError(
  error: unknown,
  procedure: string,
  { services }: PipelineOptions,
): ORPCError<ErrorCode, unknown> {
  if (error instanceof AppError) return toOrpcError(error)
  if (error instanceof DatabaseRefused) return toOrpcError(ruleBroken(`settings.refused.${error.reason}`))
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
      const fields = fieldProblems(error.cause.issues as Parameters<typeof fieldProblems>[0])
      return toOrpcError(new AppError('VALIDATION', { fields }))
    }
    if (error.code in errors) return error as ORPCError<ErrorCode, unknown>
  }
  const reference = randomBytes(4).toString('hex').toUpperCase()
  services.log.error({ reference, procedure, err: describe(error) }, 'unforeseen error')
  return toOrpcError(new AppError('INTERNAL', { reference }))
}

/** Gives an error of the closed set the form in which both doors send it. */
export function toOrpcError(error: AppError): ORPCError<ErrorCode, unknown> {
  return new ORPCError(error.code, {
    defined: true,
    status: errors[error.code].status,
    data: error.data,
    cause: error,
  })
}

/**
 * What the log may say of an unforeseen error: its kind and where it was thrown. Not its message, which may quote
 * what somebody typed (SQLite and JSON errors do).
 */
export function describe(error: unknown): { name: string; code?: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] }
  const code = (error as { code?: unknown }).code
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    // The stack begins with the message, which may have lines that look like places.
    stack: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => line.startsWith('    at ')),
  }
}
