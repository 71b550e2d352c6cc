import { sql } from 'kysely'
import type {
  Annex,
  AnnexChanges,
  AnnexFields,
} from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'

function annexRows(db: Db) {
  return db
    .selectFrom('agreement_annexes as annexes')
    .innerJoin('agreements', 'agreements.id', 'annexes.agreement_id')
    .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
    .leftJoin('units', 'units.id', 'annexes.unit_id')
    .leftJoin('units as units_before', 'units_before.id', 'annexes.unit_before_id')
    .leftJoin('signatories', 'signatories.id', 'annexes.signatory_id')
    .select([
      'annexes.id',
      'annexes.agreement_id as agreementId',
      'annexes.status',
      'annexes.sequence',
      'agreements.number as agreementNumber',
      'agreements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'annexes.concluded_on as concludedOn',
      'annexes.concluded_in as concludedIn',
      'annexes.valid_from as validFrom',
      'annexes.clauses',
      'annexes.changes',
      'annexes.before',
      'annexes.changes_unit as changesUnit',
      'annexes.unit_id as unitId',
      'annexes.unit_before_id as unitBeforeId',
      'units.name as unitName',
      'units_before.name as unitBeforeName',
      'annexes.free_text as freeText',
      'annexes.signatory_id as signatoryId',
      'signatories.full_name as signatoryName',
      'annexes.class_before as classBefore',
      'annexes.class_after as classAfter',
      'annexes.in_force_since as inForceSince',
      'annexes.document_id as documentId',
      'annexes.cancel_reason as cancelReason',
      'annexes.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof annexRows>['execute']>>[number]

function annexOf({ surname, firstNames, changesUnit, unitId, unitBeforeId, ...row }: Row): Annex {
  const changes = { ...JSON.parse(row.changes), ...(changesUnit === 1 && { unitId }) }
  return {
    ...row,
    volunteerName: `${surname} ${firstNames}`,
    clauses: JSON.parse(row.clauses),
    entered: changes,
    changes,
    before: { ...JSON.parse(row.before), ...(changesUnit === 1 && { unitId: unitBeforeId }) },
  } as Annex
}

/** The annexes of an agreement, the first first, drafts last. */
export async function listAnnexes(db: Db, agreementId: number): Promise<Annex[]> {
  const rows = await annexRows(db)
    .where('annexes.agreement_id', '=', agreementId)
    .orderBy(sql`coalesce(annexes.sequence, 1000000)`)
    .orderBy('annexes.id')
    .execute()
  return rows.map(annexOf)
}

/** @param unitId narrows to the agreements of one unit (a head's view); null for all */
export async function findAnnex(db: Db, id: number, unitId: number | null): Promise<Annex | undefined> {
  let query = annexRows(db).where('annexes.id', '=', id)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  const row = await query.executeTakeFirst()
  return row && annexOf(row)
}

/** The ids of the concluded annexes that are valid by a day and not in force yet, in the order in which they come. */
export async function listDue(db: Db, today: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('agreement_annexes')
    .innerJoin('agreements', 'agreements.id', 'agreement_annexes.agreement_id')
    .select('agreement_annexes.id')
    .where('agreement_annexes.status', '=', 'concluded')
    .where('in_force_since', 'is', null)
    .where('valid_from', '<=', today)
    .where('agreements.status', '=', 'signed')
    .orderBy('agreement_annexes.agreement_id')
    .orderBy('sequence')
    .execute()
  return rows.map(({ id }) => id)
}

/** The last number that was given to an annex of an agreement; 0 where there was none. */
export async function lastSequence(db: Db, agreementId: number): Promise<number> {
  const { last } = await db
    .selectFrom('agreement_annexes')
    .select(({ fn }) => fn.max<number | null>('sequence').as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

type Entered = Pick<
  AnnexFields,
  'clauses' | 'freeText' | 'concludedOn' | 'concludedIn' | 'validFrom' | 'signatoryId'
>

function columns(annex: Entered, { unitId, ...changes }: AnnexChanges) {
  return {
    concluded_on: annex.concludedOn,
    concluded_in: annex.concludedIn,
    valid_from: annex.validFrom,
    clauses: JSON.stringify(annex.clauses),
    changes: JSON.stringify(changes),
    changes_unit: unitId === undefined ? 0 : 1,
    unit_id: unitId ?? null,
    free_text: annex.freeText,
    signatory_id: annex.signatoryId,
  }
}

/** Writes a draft and answers its id. */
export async function insertAnnex(
  tx: Tx,
  agreementId: number,
  annex: Entered,
  changes: AnnexChanges,
  createdAt: string,
): Promise<number> {
  const { id } = await tx
    .insertInto('agreement_annexes')
    .values({
      ...columns(annex, changes),
      agreement_id: agreementId,
      status: 'draft',
      sequence: null,
      before: '{}',
      unit_before_id: null,
      class_before: null,
      class_after: null,
      in_force_since: null,
      document_id: null,
      cancel_reason: '',
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a draft. @returns false where it is no longer a draft at that version */
export async function updateAnnex(
  tx: Tx,
  id: number,
  version: number,
  annex: Entered,
  changes: AnnexChanges,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_annexes')
    .set({ ...columns(annex, changes), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Removes a draft. @returns false where it is no longer a draft at that version */
export async function deleteAnnex(tx: Tx, id: number, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('agreement_annexes')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Gives a draft its number. @returns false where it is no longer a draft at that version */
export async function markAnnexConcluded(
  tx: Tx,
  id: number,
  version: number,
  {
    sequence,
    changes: { unitId, ...changes },
    before: { unitId: unitBeforeId, ...before },
    classBefore,
    classAfter,
  }: Pick<Annex, 'changes' | 'before' | 'classBefore' | 'classAfter'> & { sequence: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_annexes')
    .set({
      status: 'concluded',
      sequence,
      changes: JSON.stringify(changes),
      before: JSON.stringify(before),
      changes_unit: unitId === undefined ? 0 : 1,
      unit_id: unitId ?? null,
      unit_before_id: unitBeforeId ?? null,
      class_before: classBefore,
      class_after: classAfter,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Notes the day from which an annex is in force. */
export async function markAnnexInForce(tx: Tx, id: number, since: Day): Promise<void> {
  await tx.updateTable('agreement_annexes').set({ in_force_since: since }).where('id', '=', id).execute()
}

/** Notes which document was issued of an annex. */
export async function updateDocumentOfAnnex(tx: Tx, id: number, documentId: number): Promise<void> {
  await tx.updateTable('agreement_annexes').set({ document_id: documentId }).where('id', '=', id).execute()
}

/** @returns false where it is not concluded at that version */
export async function markAnnexCancelled(
  tx: Tx,
  id: number,
  version: number,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_annexes')
    .set({ status: 'cancelled', cancel_reason: reason, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'concluded')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
