import { sql } from 'kysely'
import type { Mark, StatusFrom } from '#shared/features/requirements/requirements.model.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

/** The decisions about the status of a volunteer that stand, in the order in which they were entered. */
export function listMarks(db: Db, volunteerId: number) {
  return db
    .selectFrom('volunteer_marks')
    .select(['id', 'mark', 'on_day as onDay', 'until_on as untilOn', 'reason', 'version'])
    .where('volunteer_id', '=', volunteerId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** A decision about a status; undefined where there is none, or it was taken back. */
export function findMark(db: Db, id: number) {
  return db
    .selectFrom('volunteer_marks')
    .select(['id', 'volunteer_id as volunteerId', 'mark', 'on_day as onDay', 'version'])
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}

/** Writes a decision about a status. */
export async function insertMark(
  tx: Tx,
  row: {
    volunteerId: number
    mark: Mark
    onDay: Day
    untilOn: Day | null
    reason: string
    createdBy: number | null
    createdAt: string
  },
): Promise<void> {
  await tx
    .insertInto('volunteer_marks')
    .values({
      volunteer_id: row.volunteerId,
      mark: row.mark,
      on_day: row.onDay,
      until_on: row.untilOn,
      reason: row.reason,
      created_by: row.createdBy,
      created_at: row.createdAt,
      withdrawn_at: null,
    })
    .execute()
}

/** @returns false where it was taken back, or is no longer at that version */
export async function withdrawMark(tx: Tx, id: number, version: number, at: string): Promise<boolean> {
  const result = await tx
    .updateTable('volunteer_marks')
    .set({ withdrawn_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The last line of the statuses of each volunteer. */
export async function listLastStatuses(db: Db, ids: number[]) {
  return inPortions(ids, (portion) =>
    db
      .selectFrom('volunteer_statuses')
      .select([
        'volunteer_id as volunteerId',
        'status',
        'since_on as since',
        'reason_key as reason',
        'requirement_id as requirementId',
        'mark_id as markId',
      ])
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('volunteer_statuses as each')
          .select(({ fn }) => fn.max('each.id').as('id'))
          .where('each.volunteer_id', 'in', portion)
          .groupBy('each.volunteer_id'),
      )
      .execute(),
  )
}

/** How the status of a volunteer changed, newest first, with what is told of each change. */
export function listStatusLines(db: Db, volunteerId: number) {
  return db
    .selectFrom('volunteer_statuses')
    .leftJoin('users', 'users.id', 'volunteer_statuses.created_by')
    .leftJoin('requirements', 'requirements.id', 'volunteer_statuses.requirement_id')
    .leftJoin('volunteer_marks', 'volunteer_marks.id', 'volunteer_statuses.mark_id')
    .select([
      'volunteer_statuses.id',
      'volunteer_statuses.status',
      'volunteer_statuses.since_on as sinceOn',
      'volunteer_statuses.reason_key as reason',
      'requirements.name as requirementName',
      'volunteer_marks.reason as reasonText',
      'volunteer_statuses.mark_id as markId',
      'volunteer_marks.until_on as untilOn',
      'users.full_name as createdBy',
      'volunteer_statuses.created_at as createdAt',
    ])
    .where('volunteer_statuses.volunteer_id', '=', volunteerId)
    .orderBy('volunteer_statuses.id', 'desc')
    .execute()
}

/** Writes a change of a status. @param createdBy null where it changed by itself */
export async function insertStatus(
  tx: Tx,
  volunteerId: number,
  line: StatusFrom,
  by: { userId: number | null; at: string },
): Promise<void> {
  await tx
    .insertInto('volunteer_statuses')
    .values({
      volunteer_id: volunteerId,
      status: line.status,
      since_on: line.since,
      reason_key: line.reason,
      requirement_id: line.requirementId,
      mark_id: line.markId,
      created_by: by.userId,
      created_at: by.at,
    })
    .execute()
}
