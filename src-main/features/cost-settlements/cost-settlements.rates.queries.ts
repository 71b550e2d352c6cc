import type { RateFields } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { CostRate } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

/** All rates, the newest of each kind first. */
export async function listRates(db: Db): Promise<CostRate[]> {
  const rows = await db
    .selectFrom('cost_rates')
    .select([
      'id',
      'code',
      'valid_from as validFrom',
      'amount',
      'source',
      'certainty',
      'approved_by as approvedBy',
      'version',
    ])
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows as CostRate[]
}

const columnsOf = ({ code, validFrom, amount, source, approvedBy }: RateFields) => ({
  code,
  valid_from: validFrom,
  amount,
  source,
  // Whoever enters a rate answers for it.
  certainty: 'approved',
  approved_by: approvedBy,
})

/** Writes a rate and answers its id. */
export async function insertRate(tx: Tx, rate: RateFields): Promise<number> {
  const { id } = await tx
    .insertInto('cost_rates')
    .values(columnsOf(rate))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Corrects a rate. @returns false where it is not at that version */
export function updateRate(tx: Tx, id: number, version: number, rate: RateFields): Promise<boolean> {
  return updateVersioned(tx, 'cost_rates', id, version, columnsOf(rate))
}

/** Takes a rate out. @returns false where it is not at that version */
export function deleteRate(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'cost_rates', id, version)
}
