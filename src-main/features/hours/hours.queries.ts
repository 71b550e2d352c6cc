import { sql } from 'kysely'
import type { HourEntry, HoursFields } from '#shared/features/hours/hours.contract.ts'
import type { ServedAgreement } from '#shared/features/hours/hours.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

/** @param unitId narrows to one unit (a head's view); null for all */
export async function findEntry(db: Db, id: number, unitId: number | null): Promise<HourEntry | undefined> {
  let query = db
    .selectFrom('hour_entries')
    .innerJoin('agreements', 'agreements.id', 'hour_entries.agreement_id')
    .leftJoin('users', 'users.id', 'hour_entries.confirmed_by')
    .select([
      'hour_entries.id',
      'hour_entries.agreement_id as agreementId',
      'hour_entries.volunteer_id as volunteerId',
      'hour_entries.served_on as servedOn',
      'hour_entries.minutes',
      'hour_entries.from_minute as fromMinute',
      'hour_entries.to_minute as toMinute',
      'hour_entries.place',
      'hour_entries.task',
      'hour_entries.confirmed_at as confirmedAt',
      'users.full_name as confirmedBy',
      'hour_entries.version',
    ])
    .where('hour_entries.id', '=', id)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  return query.executeTakeFirst()
}

/** An agreement as the rules of hours ask for it, and whose it is. */
export type AgreementServed = ServedAgreement & { id: number; volunteerId: number }

/** The agreements with these ids. @param unitId narrows to one unit (a head's view); null for all */
export function listServed(db: Db, ids: number[], unitId: number | null): Promise<AgreementServed[]> {
  return inPortions(ids, (portion) => {
    let query = db
      .selectFrom('agreements')
      .select(['id', 'volunteer_id as volunteerId', 'status', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('id', 'in', portion)
    if (unitId !== null) query = query.where('unit_id', '=', unitId)
    return query.execute() as Promise<AgreementServed[]>
  })
}

/** All that people served from a day to a day, under whichever agreements. */
export function listServedBy(db: Db, volunteerIds: number[], from: Day, to: Day) {
  return inPortions(volunteerIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .select([
        'id',
        'volunteer_id as volunteerId',
        'agreement_id as agreementId',
        'served_on as servedOn',
        'minutes',
        'from_minute as fromMinute',
        'to_minute as toMinute',
        'version',
        sql<number>`confirmed_at is not null`.as('isConfirmed'),
        sql<number>`place <> '' or task <> ''`.as('hasWords'),
      ])
      .where('volunteer_id', 'in', portion)
      .where('served_on', '>=', from)
      .where('served_on', '<=', to)
      .execute(),
  )
}

/** How many entries an agreement has. */
export async function countOf(db: Db, agreementId: number): Promise<number> {
  const { count } = await db
    .selectFrom('hour_entries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return count
}

/** Writes an entry and answers its id. */
export async function insertEntry(
  tx: Tx,
  entry: HoursFields & { volunteerId: number; importId: number | null; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('hour_entries')
    .values({
      agreement_id: entry.agreementId,
      volunteer_id: entry.volunteerId,
      served_on: entry.servedOn,
      minutes: entry.minutes,
      from_minute: entry.fromMinute,
      to_minute: entry.toMinute,
      place: entry.place,
      task: entry.task,
      confirmed_at: null,
      confirmed_by: null,
      import_id: entry.importId,
      created_at: entry.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes an entry. @returns false where it is confirmed, or not at that version */
export async function updateEntry(
  tx: Tx,
  id: number,
  version: number,
  {
    agreementId,
    volunteerId,
    ...entry
  }: Omit<HoursFields, 'place' | 'task'> & Partial<HoursFields> & { volunteerId: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('hour_entries')
    .set({
      agreement_id: agreementId,
      volunteer_id: volunteerId,
      served_on: entry.servedOn,
      minutes: entry.minutes,
      from_minute: entry.fromMinute,
      to_minute: entry.toMinute,
      ...(entry.place !== undefined && { place: entry.place }),
      ...(entry.task !== undefined && { task: entry.task }),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Takes an entry out. @returns false where it is confirmed, or not at that version */
export async function deleteEntry(tx: Tx, id: number, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('hour_entries')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
