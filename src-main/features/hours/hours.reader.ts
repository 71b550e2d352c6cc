import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import * as queries from './hours.document.queries.ts'

/** What documents tell of the hours of agreements up to a day, by agreement; those without any are left out. */
export async function servedUpTo(db: Db, agreementIds: number[], day: Day) {
  const sums = await queries.sumServed(db, agreementIds, day)
  const tasks = await queries.listTasks(db, agreementIds, day)
  return sums.map((sum) => ({
    ...sum,
    tasks: tasks.filter(({ agreementId }) => agreementId === sum.agreementId).map(({ task }) => task),
  }))
}

/** All entries of an agreement in its time, the earliest first, as a card of a month lists them. */
export function entriesOf(db: Db, agreementId: number) {
  return queries.listEntriesOf(db, agreementId)
}
