import type { Completion, Exemption } from '#shared/features/requirements/requirements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

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

/** @returns false where the row is no longer at that version */
export function updateCompletion(
  tx: Tx,
  id: number,
  version: number,
  row: Pick<CompletionRow, 'doneOn' | 'validUntil' | 'untilReason' | 'paperPlace' | 'note'>,
): Promise<boolean> {
  return updateVersioned(tx, 'requirement_completions', id, version, {
    done_on: row.doneOn,
    valid_until: row.validUntil,
    until_reason: row.untilReason,
    paper_place: row.paperPlace,
    note: row.note,
  })
}

/** @returns false where the row is no longer at that version */
export function markWithdrawn(
  tx: Tx,
  id: number,
  version: number,
  by: { userId: number | null; at: string; reason: string },
): Promise<boolean> {
  return updateVersioned(tx, 'requirement_completions', id, version, {
    withdrawn_at: by.at,
    withdrawn_by: by.userId,
    withdraw_reason: by.reason,
  })
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
export function updateExemption(
  tx: Tx,
  id: number,
  version: number,
  row: Pick<Exemption, 'fromOn' | 'untilOn' | 'reason'>,
): Promise<boolean> {
  const values = { from_on: row.fromOn, until_on: row.untilOn, reason: row.reason }
  return updateVersioned(tx, 'requirement_exemptions', id, version, values)
}

/** @returns false where the row is no longer at that version */
export function deleteExemption(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'requirement_exemptions', id, version)
}
