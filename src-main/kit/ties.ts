import type { Day } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { RemovalReason } from '#shared/kit/register/removal.ts'
import type { Db } from '../database/database.ts'

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

/** What forbids the removal of a record, from all features. */
export type HoldersOf = (register: string, db: Db, id: number) => Promise<RemovalReason[]>
