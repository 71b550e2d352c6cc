import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteSearchWords } from '../../database/search.ts'
import type { RecordState } from '../../kit/import.ts'

/** The agreements with these ids as an import's undoing finds them: version, number, and whose they are. */
export async function listAgreementStates(db: Db, ids: number[]): Promise<Map<number, RecordState>> {
  const rows = await inPortions(ids, (portion) =>
    db
      .selectFrom('agreements')
      .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
      .select([
        'agreements.id',
        'agreements.version',
        'agreements.number',
        'agreements.concluded_on as concludedOn',
        'agreements.starts_on as startsOn',
        'agreements.ends_on as endsOn',
        'volunteers.surname',
        'volunteers.first_names as firstNames',
      ])
      .where('agreements.id', 'in', portion)
      .execute(),
  )
  return new Map(
    rows.map(({ id, version, surname, firstNames, ...fields }) => {
      const volunteerName = `${surname} ${firstNames}`
      return [
        id,
        { version, label: `${fields.number ?? ''}, ${volunteerName}`, fields: { ...fields, volunteerName } },
      ]
    }),
  )
}

/** Removes an agreement with its search words. */
export async function deleteAgreement(tx: Tx, id: number): Promise<void> {
  await deleteSearchWords(tx, 'agreements', id)
  await tx.deleteFrom('agreements').where('id', '=', id).execute()
}

/** The highest number of a year that is left in the register; 0 where there is none. */
export async function lastSequence(db: Db, year: number): Promise<number> {
  const last = await db
    .selectFrom('agreements')
    .select('number_key as key')
    .where('number_key', '>=', `${year}/`)
    .where('number_key', '<', `${year}/~`)
    .orderBy('number_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Number(last?.key.split('/')[1] ?? 0)
}

/** What refers to these agreements: changes of them, and hours that were served. */
export async function listReferrers(
  db: Db,
  ids: number[],
): Promise<{ id: number; kind: string; by: number }[]> {
  const found = []
  for (const [kind, table] of [
    ['annexes', 'agreement_annexes'],
    ['annexes', 'agreement_terminations'],
    ['hours', 'hour_entries'],
  ] as const) {
    const rows = await inPortions(ids, (portion) =>
      db
        .selectFrom(table)
        .select(['agreement_id as id', 'id as by'])
        .where('agreement_id', 'in', portion)
        .execute(),
    )
    found.push(...rows.map((row) => ({ ...row, kind })))
  }
  return found
}
