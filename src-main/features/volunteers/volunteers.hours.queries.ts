import { sql } from 'kysely'
import { dayMinutes } from '#shared/kit/clock.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'

/**
 * The first day on which the hours of two people cannot be those of one: more than a day has, or at two places at the
 * same hours of the day.
 */
export async function findImpossibleDay(db: Db, oneId: number, otherId: number): Promise<Day | undefined> {
  const overfull = await db
    .selectFrom('hour_entries')
    .select('served_on as day')
    .where('volunteer_id', 'in', [oneId, otherId])
    .groupBy('served_on')
    .having(({ fn }) => fn.sum('minutes'), '>', dayMinutes)
    .orderBy('served_on')
    .limit(1)
    .executeTakeFirst()
  const met = await db
    .selectFrom('hour_entries as one')
    .innerJoin('hour_entries as other', (join) =>
      join
        .onRef('other.served_on', '=', 'one.served_on')
        .onRef('other.from_minute', '<', 'one.to_minute')
        .onRef('other.to_minute', '>', 'one.from_minute'),
    )
    .select(sql<Day>`one.served_on`.as('day'))
    .where('one.volunteer_id', '=', oneId)
    .where('other.volunteer_id', '=', otherId)
    .orderBy('one.served_on')
    .limit(1)
    .executeTakeFirst()
  return [overfull?.day, met?.day].filter((day) => day !== undefined).sort()[0]
}
