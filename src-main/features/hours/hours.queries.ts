import { sql } from 'kysely'
import type {
  HourEntry,
  HoursFields,
  MonthLine,
  MonthOfHours,
  MonthSum,
} from '#shared/features/hours/hours.contract.ts'
import type { ServedAgreement } from '#shared/features/hours/hours.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

const lastOf = (month: string) => `${month}-31`
const firstOf = (month: string) => `${month}-01`

/** Which lines of a month are asked for; a null asks for all. */
export interface MonthAsked {
  month: string
  unitId: number | null
  volunteerId: number | null
  offset: number
  limit: number
}

/** The agreements in force in a month, by the names of their volunteers, with what was served under each. */
export async function listMonth(db: Db, asked: MonthAsked): Promise<MonthOfHours> {
  const { month, unitId, volunteerId, offset, limit } = asked
  let inForce = db
    .selectFrom('agreements')
    .where('agreements.status', '=', 'signed')
    .where('agreements.starts_on', '<=', lastOf(month))
    .where(sql<boolean>`coalesce(agreements.ends_on, '9999-12-31') >= ${firstOf(month)}`)
  if (unitId !== null) inForce = inForce.where('agreements.unit_id', '=', unitId)
  if (volunteerId !== null) inForce = inForce.where('agreements.volunteer_id', '=', volunteerId)
  const { count } = await inForce
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await inForce
    .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
    .leftJoin('units', 'units.id', 'agreements.unit_id')
    .select([
      'agreements.id as agreementId',
      'agreements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'agreements.number',
      'units.name as unitName',
      'agreements.starts_on as startsOn',
      'agreements.ends_on as endsOn',
    ])
    .orderBy('volunteers.sort_key')
    .orderBy('agreements.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const days = await listDays(
    db,
    month,
    rows.map(({ agreementId }) => agreementId),
  )
  const lines = rows.map(({ surname, firstNames, number, ...row }) => ({
    ...row,
    volunteerName: `${surname} ${firstNames}`,
    number: number ?? '',
    days: days.get(row.agreementId) ?? [],
  }))
  return { lines, count }
}

/** What was served under agreements on each day of a month, by agreement. */
async function listDays(db: Db, month: string, agreementIds: number[]) {
  const rows = await inPortions(agreementIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .select(['agreement_id as agreementId', 'served_on as day'])
      .select(({ fn }) => [
        fn.sum<number>('minutes').as('minutes'),
        fn.countAll<number>().as('entries'),
        fn.count<number>('confirmed_at').as('confirmed'),
      ])
      .where('agreement_id', 'in', portion)
      .where('served_on', '>=', firstOf(month))
      .where('served_on', '<=', lastOf(month))
      .groupBy(['agreement_id', 'served_on'])
      .execute(),
  )
  const days = new Map<number, MonthLine['days']>()
  for (const { agreementId, confirmed, ...day } of rows) {
    const ofAgreement = days.get(agreementId) ?? []
    ofAgreement.push({ ...day, isConfirmed: confirmed > 0 })
    days.set(agreementId, ofAgreement)
  }
  return days
}

/** What a volunteer served by month, the latest first. @param unitId narrows to one unit (a head's view) */
export function listMonthsOf(db: Db, volunteerId: number, unitId: number | null): Promise<MonthSum[]> {
  let query = db
    .selectFrom('hour_months')
    .innerJoin('agreements', 'agreements.id', 'hour_months.agreement_id')
    .select('hour_months.month')
    .select(({ fn }) => [
      fn.sum<number>('hour_months.minutes').as('minutes'),
      fn.sum<number>('hour_months.confirmed_minutes').as('confirmedMinutes'),
    ])
    .where('agreements.volunteer_id', '=', volunteerId)
    .where('hour_months.minutes', '>', 0)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  return query.groupBy('hour_months.month').orderBy('hour_months.month', 'desc').execute()
}

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
        'version',
        sql<number>`confirmed_at is not null`.as('isConfirmed'),
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

/** Confirms the entries of an agreement in a month that are not, and answers how many and how long they are. */
export async function confirmEntries(
  tx: Tx,
  agreementId: number,
  month: string,
  by: { userId: number; at: string } | null,
): Promise<{ count: number; minutes: number }> {
  const changed = await tx
    .updateTable('hour_entries')
    .set({ confirmed_at: by?.at ?? null, confirmed_by: by?.userId ?? null, version: sql`version + 1` })
    .where('agreement_id', '=', agreementId)
    .where('served_on', '>=', firstOf(month))
    .where('served_on', '<=', lastOf(month))
    .where('confirmed_at', by ? 'is' : 'is not', null)
    .returning('minutes')
    .execute()
  return { count: changed.length, minutes: changed.reduce((sum, { minutes }) => sum + minutes, 0) }
}
