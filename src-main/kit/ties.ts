import type { Day } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { RemovalReason } from '#shared/kit/register/removal.ts'
import type { Db } from '../database/database.ts'
import type { CommandContext } from './context.ts'

/**
 * Finds what needs a record after a day, each kind of it as a text key with its count. A feature exports one for a
 * register to its right, which cannot ask by itself; `src-main/ties.ts` lists them.
 */
export type FindTies = (db: Db, id: number, after: Day) => Promise<FieldProblem[]>

/** What needs a record of a register after a day, from all features. */
export type TiesOf = (register: string, db: Db, id: number, after: Day) => Promise<FieldProblem[]>

/**
 * Finds what refers to a record, on whatever day, and so forbids its removal. A feature exports one for each register
 * that it refers to; `src-main/ties.ts` lists them.
 */
export type FindHolders = (db: Db, id: number) => Promise<RemovalReason[]>

/**
 * Removes what a feature keeps of the person behind a record whose data are removed after their time, and what its history
 * has of it. A feature exports one for each register of people that it refers to; `src-main/ties.ts` lists them.
 */
export type Forget = (
  context: Pick<CommandContext, 'tx' | 'services' | 'record'>,
  id: number,
) => Promise<void>

/** Removes what all features keep of the person behind a record. */
export type ForgetEverywhere = (
  register: string,
  context: Pick<CommandContext, 'tx' | 'services' | 'record'>,
  id: number,
) => Promise<void>

/** Stops, inside the caller's transaction, everything that a volunteer does with minors. Only people let it go on. */
export type StopWithMinors = (
  context: Pick<CommandContext, 'tx' | 'record' | 'today'>,
  volunteerId: number,
) => Promise<void>

/** What forbids the removal of a record, from all features. */
export type HoldersOf = (register: string, db: Db, id: number) => Promise<RemovalReason[]>
