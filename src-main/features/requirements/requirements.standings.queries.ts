import { sql } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

/** What a volunteer lacks, or what of it will lapse. */
export interface StandingRow {
  volunteerId: number
  requirementId: number
  state: string
  dueOn: Day | null
  remindOn: Day | null
}

/** The lines of these volunteers. */
export function listStandings(db: Db, volunteerIds: number[]): Promise<(StandingRow & { id: number })[]> {
  return inPortions(volunteerIds, (portion) => standings(db).where('volunteer_id', 'in', portion).execute())
}

function standings(db: Db) {
  return db
    .selectFrom('requirement_standings')
    .select([
      'id',
      'volunteer_id as volunteerId',
      'requirement_id as requirementId',
      'state',
      'due_on as dueOn',
      'remind_on as remindOn',
    ])
}

/** A line; undefined where there is none. */
export function findStanding(db: Db, id: number) {
  return standings(db).where('id', '=', id).executeTakeFirst()
}

/** Writes a line. */
export async function insertStanding(tx: Tx, row: StandingRow): Promise<void> {
  await tx
    .insertInto('requirement_standings')
    .values({
      volunteer_id: row.volunteerId,
      requirement_id: row.requirementId,
      state: row.state,
      due_on: row.dueOn,
      remind_on: row.remindOn,
    })
    .execute()
}

/** Writes a line anew. */
export async function updateStanding(
  tx: Tx,
  id: number,
  row: Pick<StandingRow, 'state' | 'dueOn' | 'remindOn'>,
): Promise<void> {
  await tx
    .updateTable('requirement_standings')
    .set({ state: row.state, due_on: row.dueOn, remind_on: row.remindOn, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Takes lines out. */
export async function deleteStandings(tx: Tx, ids: number[]): Promise<void> {
  await inPortions(ids, async (portion) => {
    await tx.deleteFrom('requirement_standings').where('id', 'in', portion).execute()
    return []
  })
}

/** The reminders of these volunteers that were noted as done. */
export function listReminders(db: Db, volunteerIds: number[]) {
  return inPortions(volunteerIds, (portion) =>
    db
      .selectFrom('requirement_reminders')
      .select([
        'volunteer_id as volunteerId',
        'requirement_id as requirementId',
        'due_on as dueOn',
        'days_before as daysBefore',
      ])
      .where('volunteer_id', 'in', portion)
      .execute(),
  )
}

/** Notes a reminder as done. */
export async function insertReminder(
  tx: Tx,
  row: {
    volunteerId: number
    requirementId: number
    dueOn: Day
    daysBefore: number
    createdBy: number | null
    createdAt: string
  },
): Promise<void> {
  await tx
    .insertInto('requirement_reminders')
    .values({
      volunteer_id: row.volunteerId,
      requirement_id: row.requirementId,
      due_on: row.dueOn,
      days_before: row.daysBefore,
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .execute()
}
