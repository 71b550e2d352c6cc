import { sql } from 'kysely'
import type { Completion, Exemption } from '#shared/features/requirements/requirements.contract.ts'
import type { Mark, StatusFrom } from '#shared/features/requirements/requirements.model.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

/** The kinds of activity that a volunteer chose, in Polish order. */
export function listChosenKinds(db: Db, volunteerId: number) {
  return db
    .selectFrom('volunteer_activity_kinds')
    .innerJoin('activity_kinds', 'activity_kinds.id', 'volunteer_activity_kinds.activity_kind_id')
    .select([
      'activity_kinds.id',
      'activity_kinds.name',
      'activity_kinds.description',
      'activity_kinds.is_active as isActive',
    ])
    .select(({ fn }) => fn.min('volunteer_activity_kinds.chosen_on').as('chosenOn'))
    .where('volunteer_activity_kinds.volunteer_id', '=', volunteerId)
    .groupBy([
      'activity_kinds.id',
      'activity_kinds.name',
      'activity_kinds.description',
      'activity_kinds.is_active',
      'activity_kinds.sort_key',
    ])
    .orderBy('activity_kinds.sort_key')
    .orderBy('activity_kinds.id')
    .execute()
}

/** Chooses a kind of activity for a volunteer. */
export async function insertChosenKind(
  tx: Tx,
  choice: { volunteerId: number; kindId: number; chosenOn: Day },
): Promise<void> {
  await tx
    .insertInto('volunteer_activity_kinds')
    .values({
      volunteer_id: choice.volunteerId,
      activity_kind_id: choice.kindId,
      chosen_on: choice.chosenOn,
    })
    .execute()
}

/** Takes a kind of activity from those that a volunteer chose. */
export async function deleteChosenKind(tx: Tx, volunteerId: number, kindId: number): Promise<void> {
  await tx
    .deleteFrom('volunteer_activity_kinds')
    .where('volunteer_id', '=', volunteerId)
    .where('activity_kind_id', '=', kindId)
    .execute()
}

function completions(db: Db) {
  return db
    .selectFrom('requirement_completions')
    .leftJoin('users', 'users.id', 'requirement_completions.created_by')
    .select([
      'requirement_completions.id',
      'requirement_completions.volunteer_id as volunteerId',
      'requirement_completions.requirement_id as requirementId',
      'requirement_completions.done_on as doneOn',
      'requirement_completions.valid_until as validUntil',
      'requirement_completions.until_reason as untilReason',
      'requirement_completions.source',
      'requirement_completions.paper_place as paperPlace',
      'requirement_completions.note',
      'users.full_name as createdBy',
      'requirement_completions.created_at as createdAt',
      'requirement_completions.withdrawn_at as withdrawnAt',
      'requirement_completions.withdraw_reason as withdrawReason',
      'requirement_completions.version',
    ])
}

/** What was noted of a volunteer as done, newest first. */
export function listCompletions(db: Db, volunteerId: number) {
  return completions(db)
    .where('requirement_completions.volunteer_id', '=', volunteerId)
    .orderBy('requirement_completions.done_on', 'desc')
    .orderBy('requirement_completions.id', 'desc')
    .execute()
}

/** What was noted under that id, with whom and what it is about; undefined where there is none. */
export function findCompletion(db: Db, id: number) {
  return completions(db).where('requirement_completions.id', '=', id).executeTakeFirst()
}

/** What is written of something that was done. */
export type CompletionRow = Pick<
  Completion,
  'doneOn' | 'validUntil' | 'untilReason' | 'paperPlace' | 'note' | 'source'
> & { volunteerId: number; requirementId: number; createdBy: number | null; createdAt: string }

/** Notes something as done. */
export async function insertCompletion(tx: Tx, row: CompletionRow): Promise<void> {
  await tx
    .insertInto('requirement_completions')
    .values({
      volunteer_id: row.volunteerId,
      requirement_id: row.requirementId,
      done_on: row.doneOn,
      valid_until: row.validUntil,
      until_reason: row.untilReason,
      source: row.source,
      paper_place: row.paperPlace,
      note: row.note,
      created_by: row.createdBy,
      created_at: row.createdAt,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
}

/** @returns false where the row was withdrawn, or is no longer at that version */
export async function updateCompletion(
  tx: Tx,
  id: number,
  version: number,
  row: Pick<CompletionRow, 'doneOn' | 'validUntil' | 'untilReason' | 'paperPlace' | 'note'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('requirement_completions')
    .set({
      done_on: row.doneOn,
      valid_until: row.validUntil,
      until_reason: row.untilReason,
      paper_place: row.paperPlace,
      note: row.note,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @returns false where the row was withdrawn, or is no longer at that version */
export async function markWithdrawn(
  tx: Tx,
  id: number,
  version: number,
  by: { userId: number | null; at: string; reason: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('requirement_completions')
    .set({
      withdrawn_at: by.at,
      withdrawn_by: by.userId,
      withdraw_reason: by.reason,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function exemptions(db: Db) {
  return db
    .selectFrom('requirement_exemptions')
    .leftJoin('users', 'users.id', 'requirement_exemptions.created_by')
    .select([
      'requirement_exemptions.id',
      'requirement_exemptions.volunteer_id as volunteerId',
      'requirement_exemptions.requirement_id as requirementId',
      'requirement_exemptions.from_on as fromOn',
      'requirement_exemptions.until_on as untilOn',
      'requirement_exemptions.reason',
      'users.full_name as createdBy',
      'requirement_exemptions.created_at as createdAt',
      'requirement_exemptions.version',
    ])
}

/** The exemptions of a volunteer, the latest first. */
export function listExemptions(db: Db, volunteerId: number) {
  return exemptions(db)
    .where('requirement_exemptions.volunteer_id', '=', volunteerId)
    .orderBy('requirement_exemptions.from_on', 'desc')
    .orderBy('requirement_exemptions.id', 'desc')
    .execute()
}

/** An exemption with whom and what it is about; undefined where there is none. */
export function findExemption(db: Db, id: number) {
  return exemptions(db).where('requirement_exemptions.id', '=', id).executeTakeFirst()
}

/** Writes an exemption. */
export async function insertExemption(
  tx: Tx,
  row: Pick<Exemption, 'fromOn' | 'untilOn' | 'reason'> & {
    volunteerId: number
    requirementId: number
    createdBy: number | null
    createdAt: string
  },
): Promise<void> {
  await tx
    .insertInto('requirement_exemptions')
    .values({
      volunteer_id: row.volunteerId,
      requirement_id: row.requirementId,
      from_on: row.fromOn,
      until_on: row.untilOn,
      reason: row.reason,
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .execute()
}

/** @returns false where the row is no longer at that version */
export async function updateExemption(
  tx: Tx,
  id: number,
  version: number,
  row: Pick<Exemption, 'fromOn' | 'untilOn' | 'reason'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('requirement_exemptions')
    .set({ from_on: row.fromOn, until_on: row.untilOn, reason: row.reason, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @returns false where the row is no longer at that version */
export async function deleteExemption(tx: Tx, id: number, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('requirement_exemptions')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

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

/** Empties what people wrote of a volunteer. */
export async function clearTextsOf(tx: Tx, volunteerId: number): Promise<void> {
  await tx
    .updateTable('requirement_completions')
    .set({ until_reason: '', paper_place: '', note: '', withdraw_reason: '' })
    .where('volunteer_id', '=', volunteerId)
    .execute()
  await tx
    .updateTable('requirement_exemptions')
    .set({ reason: '' })
    .where('volunteer_id', '=', volunteerId)
    .execute()
  await tx
    .updateTable('volunteer_marks')
    .set({ reason: '' })
    .where('volunteer_id', '=', volunteerId)
    .execute()
}
