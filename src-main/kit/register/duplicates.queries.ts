import type { Db, Tx } from '../../database/database.ts'

/** Two records of a register, the one with the lower id first. */
export interface IdPair {
  firstId: number
  secondId: number
}

/** The pair in the one order in which it is kept. */
export function ordered({ firstId, secondId }: IdPair): IdPair {
  return firstId < secondId ? { firstId, secondId } : { firstId: secondId, secondId: firstId }
}

/** All pairs of a register that were noted to be different records, latest first. */
export function listDistinctPairs(db: Db, kind: string) {
  return db
    .selectFrom('distinct_pairs')
    .innerJoin('users', 'users.id', 'distinct_pairs.decided_by')
    .select([
      'first_id as firstId',
      'second_id as secondId',
      'decided_at as decidedAt',
      'users.full_name as userName',
    ])
    .where('kind', '=', kind)
    .orderBy('decided_at', 'desc')
    .orderBy('first_id')
    .orderBy('second_id')
    .execute()
}

/** Notes that two records are different. @returns false where that was noted before */
export async function insertDistinctPair(
  tx: Tx,
  kind: string,
  { firstId, secondId }: IdPair,
  by: { userId: number; at: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('distinct_pairs')
    .values({ kind, first_id: firstId, second_id: secondId, decided_at: by.at, decided_by: by.userId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Takes the note back. @returns false where there is none */
export async function deleteDistinctPair(
  tx: Tx,
  kind: string,
  { firstId, secondId }: IdPair,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('distinct_pairs')
    .where('kind', '=', kind)
    .where('first_id', '=', firstId)
    .where('second_id', '=', secondId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
