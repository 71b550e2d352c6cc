import type { Logger } from 'pino'
import type { Day } from '#shared/kit/dates.ts'
import type { Role, VerificationAccess } from '#shared/permissions.ts'
import type { Db, Tx } from '../database/database.ts'
import type { RefusalReason } from '../database/migrate.ts'
import type { Storage } from '../database/storage.ts'
import type { Compiler } from '../documents/compiler.ts'
import type { IssuePaper } from './papers.ts'
import type { ServedRegisters } from './register/served.ts'
import type { ForgetEverywhere, HoldersOf, StopWithMinors, TiesOf } from './ties.ts'

/** The person who makes a call, as the database knows them at this moment. */
export interface User {
  id: number
  fullName: string
  role: Role
  /** What the account is granted of the checks before work with minors. */
  verification: VerificationAccess
  unitId: number | null
  /** Until the first password is replaced, nothing but that is served. */
  mustChangePassword: boolean
}

/** The unit to which a user's view is narrowed: a head (kierownik) sees the own unit only, others everything. */
export function unitScope(user: User): number | null {
  return user.role === 'head' ? (user.unitId ?? 0) : null
}

/**
 * One window's connection: a cookie of the browser shell or a port of Electron. It is kept in memory only, so
 * closing the program signs everybody out.
 */
export interface Session {
  userId: number | null
  lastActiveAt: number
  isLocked: boolean
  /** Which opening of a database the user belongs to; see `Storage.generation`. */
  generation: number
}

/** A session as it begins: nobody is signed in. */
export function newSession(): Session {
  return { userId: null, lastActiveAt: 0, isLocked: false, generation: 0 }
}

/** What outlives a call: the database files, the document compiler, the log. */
export interface Services {
  storage: Storage
  compiler: Compiler
  log: Logger
  appVersion: string
  /** The texts of the program in both languages, for what leaves it as a file or on paper. */
  texts: Readonly<Record<'pl' | 'en', object>>
  /** Why the database was not opened; null in normal work. Every call but `settings.frame` then answers BUSY. */
  refusal: RefusalReason | null
  /** What every register declares for the tools that all of them have, by name. */
  served: ServedRegisters
  /** What needs a record after a day; a feature that may be needed by features to its left asks here. */
  tiesOf: TiesOf
  /** What refers to a record and forbids its removal. */
  holdersOf: HoldersOf
  /** Issues the document of a record; a feature to the right of the documents asks here. */
  issuePaper: IssuePaper
  /** Removes what features to the left keep of the person behind a record. */
  forget: ForgetEverywhere
  /** Stops what a volunteer does with minors; the gate before it, to the right of that work, asks here when it closes. */
  stopWithMinors: StopWithMinors
  /** Gives a new centre what features bring that its set-up cannot know, inside the transaction of the set-up. */
  foundCentre: (tx: Tx, today: Day, at: string) => Promise<void>
  /** Fills the (empty) example database that is in use. */
  fillDemo: () => Promise<void>
}

/** What every handler gets. `today` is the day in Poland, `now` the instant as ISO text in UTC. */
export interface CallContext {
  session: Session
  now: string
  today: Day
  services: Services
}

/** A query reads through a connection that cannot write. */
export interface PublicQueryContext extends CallContext {
  db: Db
  user: User | null
  /**
   * Notes that the caller opened a record with restricted data: once for each person, record and day, and only after the
   * answer is on its way.
   */
  noteRead: (record: { kind: string; recordId: number }) => void
}
export interface QueryContext extends PublicQueryContext {
  user: User
}

/** One line of the history: who and when are added by the pipeline. */
export interface HistoryEntry {
  /** The feature that owns the record. */
  kind: string
  recordId: number | null
  /** What was done, in the verb of the domain: `created`, `signed`, `printed`. */
  action: string
  /** The row before and after; only fields that differ are kept. */
  before?: object | undefined
  after?: object | undefined
  /** The entry whose change this one takes back or brings again. */
  undoes?: number
  /** Who did it, where nobody was signed in when the call began (sign-in, set-up). */
  by?: number
}

/** A command writes through the one transaction that the pipeline opened for it. */
export interface PublicCommandContext extends CallContext {
  tx: Tx
  user: User | null
  record: (entry: HistoryEntry) => Promise<void>
}
export interface CommandContext extends PublicCommandContext {
  user: User
}

/** What a command's `after` step gets: the commit is done; a further write needs a transaction of its own. */
export interface AfterContext extends Omit<PublicQueryContext, 'noteRead'> {
  transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
}
