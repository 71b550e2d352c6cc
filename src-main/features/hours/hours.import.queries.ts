import { formatDay } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import type { RecordState } from '../../kit/import.ts'

/** The concluded agreements with these numbers or of these volunteers, each with whose it is. */
export async function listAgreementsFor(
  db: Db,
  { numbers, volunteerIds }: { numbers: string[]; volunteerIds: number[] },
) {
  const concluded = () =>
    db
      .selectFrom('agreements')
      .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
      .select([
        'agreements.id',
        'agreements.number',
        'agreements.status',
        'agreements.volunteer_id as volunteerId',
        'agreements.starts_on as startsOn',
        'agreements.ends_on as endsOn',
        'volunteers.surname',
        'volunteers.first_names as firstNames',
        'volunteers.name_key as nameKey',
      ])
      .where('agreements.status', '=', 'signed')
  const byNumber = await inPortions(numbers, (portion) =>
    concluded().where('agreements.number', 'in', portion).execute(),
  )
  const ofPeople = await inPortions(volunteerIds, (portion) =>
    concluded().where('agreements.volunteer_id', 'in', portion).execute(),
  )
  return [...new Map([...byNumber, ...ofPeople].map((agreement) => [agreement.id, agreement])).values()]
}

/** The entries with these ids as an import's undoing finds them. */
export async function listEntryStates(db: Db, ids: number[]): Promise<Map<number, RecordState>> {
  const rows = await inPortions(ids, (portion) =>
    db
      .selectFrom('hour_entries')
      .innerJoin('agreements', 'agreements.id', 'hour_entries.agreement_id')
      .innerJoin('volunteers', 'volunteers.id', 'hour_entries.volunteer_id')
      .select([
        'hour_entries.id',
        'hour_entries.version',
        'hour_entries.served_on as servedOn',
        'hour_entries.minutes',
        'agreements.number as agreement',
        'volunteers.surname',
        'volunteers.first_names as firstNames',
      ])
      .where('hour_entries.id', 'in', portion)
      .execute(),
  )
  return new Map(
    rows.map(({ id, version, surname, firstNames, ...fields }) => [
      id,
      { version, label: `${surname} ${firstNames}, ${formatDay(fields.servedOn)}`, fields },
    ]),
  )
}

/** Removes an entry that an import wrote. */
export async function deleteImportedEntry(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('hour_entries').where('id', '=', id).execute()
}
