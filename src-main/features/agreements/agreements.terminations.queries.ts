import { sql } from 'kysely'
import type {
  Termination,
  TerminationFields,
} from '#shared/features/agreements/agreements.terminations.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'

function terminationRows(db: Db) {
  return db
    .selectFrom('agreement_terminations as terminations')
    .leftJoin('signatories', 'signatories.id', 'terminations.signatory_id')
    .select([
      'terminations.id',
      'terminations.agreement_id as agreementId',
      'terminations.status',
      'terminations.mode',
      'terminations.party',
      'terminations.given_on as givenOn',
      'terminations.given_in as givenIn',
      'terminations.ends_on as endsOn',
      'terminations.ends_before as endsBefore',
      'terminations.reason',
      'terminations.returns',
      'terminations.signatory_id as signatoryId',
      'signatories.full_name as signatoryName',
      'terminations.document_id as documentId',
      'terminations.cancel_reason as cancelReason',
      'terminations.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof terminationRows>['execute']>>[number]

function terminationOf(row: Row): Termination {
  return { ...row, returns: JSON.parse(row.returns) } as Termination
}

/** How an agreement was ended, also what was cancelled of it, the last last. */
export async function listTerminations(db: Db, agreementId: number): Promise<Termination[]> {
  const rows = await terminationRows(db)
    .where('terminations.agreement_id', '=', agreementId)
    .orderBy('terminations.id')
    .execute()
  return rows.map(terminationOf)
}

export async function findTermination(db: Db, id: number): Promise<Termination | undefined> {
  const row = await terminationRows(db).where('terminations.id', '=', id).executeTakeFirst()
  return row && terminationOf(row)
}

/** Writes the end of an agreement and answers its id. */
export async function insertTermination(
  tx: Tx,
  termination: TerminationFields,
  { endsBefore, createdAt }: { endsBefore: Day | null; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('agreement_terminations')
    .values({
      agreement_id: termination.agreementId,
      status: 'concluded',
      mode: termination.mode,
      party: termination.party,
      given_on: termination.givenOn,
      given_in: termination.givenIn,
      ends_on: termination.endsOn,
      ends_before: endsBefore,
      reason: termination.reason,
      returns: JSON.stringify(termination.returns),
      signatory_id: termination.signatoryId,
      document_id: null,
      cancel_reason: '',
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes which document was issued of the end of an agreement. */
export async function updateDocumentOfTermination(tx: Tx, id: number, documentId: number): Promise<void> {
  await tx
    .updateTable('agreement_terminations')
    .set({ document_id: documentId })
    .where('id', '=', id)
    .execute()
}

/** @returns false where it is not concluded at that version */
export async function markTerminationCancelled(
  tx: Tx,
  id: number,
  version: number,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_terminations')
    .set({ status: 'cancelled', cancel_reason: reason, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'concluded')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
