import type { ServedEntry, ServedSum } from '#shared/features/hours/hours.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

/** What was served under agreements up to a day; those without any are left out. */
export function sumServed(db: Db, agreementIds: number[], to: Day): Promise<ServedSum[]> {
  return inPortions(agreementIds, async (portion) => {
    const rows = await db
      .selectFrom('hour_entries')
      .select('agreement_id as agreementId')
      .select(({ fn, eb }) => [
        fn
          .sum<number>(eb.case().when('confirmed_at', 'is not', null).then(eb.ref('minutes')).else(0).end())
          .as('confirmedMinutes'),
        fn.countAll<number>().as('entries'),
        fn.count<number>('confirmed_at').as('confirmedEntries'),
      ])
      .where('agreement_id', 'in', portion)
      .where('served_on', '<=', to)
      .groupBy('agreement_id')
      .execute()
    return rows.map(({ entries, confirmedEntries, ...row }) => ({
      ...row,
      openEntries: entries - confirmedEntries,
    }))
  })
}

/** The most tasks of entries that a document names for an agreement. */
const mostTasks = 20

/** What confirmed entries up to a day say was done, by agreement, what took longest first. */
export async function listTasks(db: Db, agreementIds: number[], to: Day) {
  const rows = await inPortions(agreementIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .select(['agreement_id as agreementId', 'task'])
      .where('agreement_id', 'in', portion)
      .where('served_on', '<=', to)
      .where('confirmed_at', 'is not', null)
      .where('task', '<>', '')
      .groupBy(['agreement_id', 'task'])
      .orderBy(({ fn }) => fn.sum('minutes'), 'desc')
      .orderBy('task')
      .limit(mostTasks * portion.length)
      .execute(),
  )
  return rows
}

/** All entries of an agreement, the earliest first. */
export async function listEntriesOf(db: Db, agreementId: number): Promise<ServedEntry[]> {
  const rows = await db
    .selectFrom('hour_entries')
    .select([
      'served_on as servedOn',
      'minutes',
      'from_minute as fromMinute',
      'to_minute as toMinute',
      'place',
      'task',
      'confirmed_at as confirmedAt',
    ])
    .where('agreement_id', '=', agreementId)
    .orderBy('served_on')
    .orderBy('from_minute')
    .orderBy('id')
    .execute()
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, isConfirmed: confirmedAt !== null }))
}
