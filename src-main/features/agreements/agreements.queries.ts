import { type RawBuilder, sql } from 'kysely'
import type { Agreement, AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { writeSearchWords } from '../../database/search.ts'
import { columns, wordsOf } from './agreements.columns.queries.ts'

/** @param unitId narrows to one unit (a head's view); null for all */
export async function findAgreement(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<Agreement | undefined> {
  let query = db
    .selectFrom('agreements')
    .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
    .leftJoin('units', 'units.id', 'agreements.unit_id')
    .leftJoin('activity_kinds', 'activity_kinds.id', 'agreements.activity_kind_id')
    .leftJoin('signatories', 'signatories.id', 'agreements.signatory_id')
    .leftJoin('projects', 'projects.id', 'agreements.project_id')
    .select([
      'agreements.id',
      'agreements.status',
      'agreements.number',
      'agreements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'volunteers.birth_on as volunteerBirthOn',
      'agreements.unit_id as unitId',
      'units.name as unitName',
      'agreements.activity_kind_id as activityKindId',
      'activity_kinds.name as activityKindName',
      'agreements.tasks',
      'agreements.weekly_minutes as weeklyMinutes',
      'agreements.planned_minutes as plannedMinutes',
      'agreements.weekdays',
      'agreements.needs',
      'agreements.form',
      'agreements.form_reason as formReason',
      'agreements.schedule',
      'agreements.concluded_on as concludedOn',
      'agreements.concluded_in as concludedIn',
      'agreements.starts_on as startsOn',
      'agreements.ends_on as endsOn',
      'agreements.works_with_minors as worksWithMinors',
      'agreements.is_minors_check_confirmed as isMinorsCheckConfirmed',
      'agreements.nnw_insurer as nnwInsurer',
      'agreements.nnw_policy as nnwPolicy',
      'agreements.nnw_provider as nnwProvider',
      'agreements.nnw_from as nnwFrom',
      'agreements.nnw_to as nnwTo',
      'agreements.travel_costs as travelCosts',
      'agreements.waiver_scope as waiverScope',
      'agreements.waiver_percent as waiverPercent',
      'agreements.waiver_amount as waiverAmount',
      'agreements.waiver_signed_on as waiverSignedOn',
      'agreements.notice_days as noticeDays',
      'agreements.signatory_id as signatoryId',
      'signatories.full_name as signatoryName',
      'agreements.coordinator',
      'agreements.project_id as projectId',
      'projects.name as projectName',
      'agreements.guardian_name as guardianName',
      'agreements.guardian_relation as guardianRelation',
      'agreements.guardian_phone as guardianPhone',
      'agreements.notes',
      'agreements.cancel_reason as cancelReason',
      'agreements.annex_count as annexCount',
      'agreements.ended_by as endedBy',
      'agreements.document_id as documentId',
      'agreements.created_at as createdAt',
      'agreements.version',
    ])
    .where('agreements.id', '=', id)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const { surname, firstNames, ...rest } = row
  return {
    ...rest,
    volunteerName: `${surname} ${firstNames}`,
    tasks: JSON.parse(row.tasks),
    weekdays: JSON.parse(row.weekdays),
    needs: JSON.parse(row.needs),
    worksWithMinors: row.worksWithMinors === 1,
    isMinorsCheckConfirmed: row.isMinorsCheckConfirmed === 1,
    isPaper: row.status !== 'draft' && row.documentId === null,
  } as Agreement
}

/** The volunteer's other signed agreements, for the rules on overlaps and on days that add up. */
export function listOthersOfVolunteer(db: Db, volunteerId: number, exceptId: number | null) {
  return db
    .selectFrom('agreements')
    .select(['number', 'unit_id as unitId', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('volunteer_id', '=', volunteerId)
    .where('status', '=', 'signed')
    .where('id', '<>', exceptId ?? 0)
    .execute()
}

/** The agreements of a volunteer that were concluded and not cancelled, the first to begin first. */
export async function listSignedIds(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('agreements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .where('status', '=', 'signed')
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many agreements of a unit that were concluded and not cancelled are in force on any day after the given one. */
export async function countOfUnitAfter(db: Db, unitId: number, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('agreements')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('status', '=', 'signed')
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
    .executeTakeFirstOrThrow()
  return count
}

/** How many concluded agreements of a volunteer are in force on any day after the given one, and how many drafts there are. */
export async function countOfVolunteerAfter(db: Db, volunteerId: number, day: string) {
  const rows = await db
    .selectFrom('agreements')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('volunteer_id', '=', volunteerId)
    .where((eb) => eb.or([eb('status', '=', 'draft'), eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
    .groupBy('status')
    .execute()
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0
  return { concluded: of('signed'), drafts: of('draft') }
}

/** Was an agreement with a volunteer concluded, cancelled since or not? */
export function isConcludedWith(volunteerId: number): RawBuilder<boolean> {
  return sql`agreements.volunteer_id = ${volunteerId} and agreements.status <> 'draft'`
}

/** Does an agreement name a unit, or one of its annexes? */
export function isOfUnit(unitId: number): RawBuilder<boolean> {
  return sql`(agreements.unit_id = ${unitId} or agreements.id in (
    select agreement_id from agreement_annexes where unit_id = ${unitId}
    union select agreement_id from agreement_annexes where unit_before_id = ${unitId}
  ))`
}

/** Which of these numbers are taken. */
export async function listTakenNumbers(db: Db, numbers: string[]): Promise<Set<string>> {
  const rows = await inPortions(numbers, (portion) =>
    db.selectFrom('agreements').select('number').where('number', 'in', portion).execute(),
  )
  return new Set(rows.map(({ number }) => number ?? ''))
}

/** How an agreement enters the register: as a draft, or signed on paper before (import). */
export interface NewAgreement {
  number: string | null
  numberKey: string
  importId: number | null
  createdAt: string
}

/** Writes a new agreement with its search words and answers its id. */
export async function insertAgreement(
  tx: Tx,
  agreement: AgreementFields,
  row: NewAgreement,
): Promise<number> {
  const words = wordsOf(agreement, row.number)
  const { id } = await tx
    .insertInto('agreements')
    .values({
      ...columns(agreement),
      status: row.number === null ? 'draft' : 'signed',
      number: row.number,
      number_key: row.numberKey,
      cancel_reason: '',
      ended_by: '',
      document_id: null,
      import_id: row.importId,
      search_key: words.join(' '),
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'agreements', id, words, true)
  return id
}

/** Writes a draft. @returns false where the row is no longer a draft at that version */
export async function updateDraft(
  tx: Tx,
  id: number,
  version: number,
  agreement: AgreementFields,
): Promise<boolean> {
  const words = wordsOf(agreement, null)
  const result = await tx
    .updateTable('agreements')
    .set({ ...columns(agreement), search_key: words.join(' '), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'agreements', id, words, false)
  return true
}

/** Gives a draft its number. @returns false where the row is no longer a draft at that version */
export async function markAgreementSigned(
  tx: Tx,
  id: number,
  version: number,
  number: { number: string; numberKey: string },
  agreement: AgreementFields,
): Promise<boolean> {
  const words = wordsOf(agreement, number.number)
  const result = await tx
    .updateTable('agreements')
    .set({
      status: 'signed',
      number: number.number,
      number_key: number.numberKey,
      search_key: words.join(' '),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'agreements', id, words, false)
  return true
}

/** Notes which document was issued of an agreement. */
export async function updateDocumentOf(tx: Tx, id: number, documentId: number): Promise<void> {
  await tx.updateTable('agreements').set({ document_id: documentId }).where('id', '=', id).execute()
}

/** @returns false where the row is not signed at that version */
export async function markAgreementCancelled(
  tx: Tx,
  id: number,
  version: number,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreements')
    .set({ status: 'cancelled', cancel_reason: reason, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'signed')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
