import type { Certainty } from '#shared/features/clauses/clauses.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'

/** One version of one text. */
export interface ClauseRow {
  id: number
  code: string
  validFrom: Day
  text: string
  certainty: Certainty
  approvedBy: string
}

/** Every version of every text. */
export async function listClauseVersions(db: Db): Promise<ClauseRow[]> {
  const rows = await db
    .selectFrom('clauses')
    .select(['id', 'code', 'valid_from as validFrom', 'text', 'certainty', 'approved_by as approvedBy'])
    .orderBy('valid_from', 'desc')
    .execute()
  return rows as ClauseRow[]
}

/** Writes versions of texts. */
export async function insertClauses(
  tx: Tx,
  clauses: Omit<ClauseRow, 'id'>[],
  createdAt: string,
): Promise<void> {
  if (clauses.length === 0) return
  await tx
    .insertInto('clauses')
    .values(
      clauses.map((clause) => ({
        code: clause.code,
        valid_from: clause.validFrom,
        text: clause.text,
        certainty: clause.certainty,
        approved_by: clause.approvedBy,
        created_at: createdAt,
      })),
    )
    .execute()
}
