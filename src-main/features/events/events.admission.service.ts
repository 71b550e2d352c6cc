import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'

/** Which of these volunteers passed the checks before admission to work with minors on a day (UOM art. 21). */
export async function admittedOn(_db: Db, _volunteerIds: readonly number[], _day: Day): Promise<Set<number>> {
  // Until the checks are kept, nobody has passed them: an event with minors is served by agreements of one's own.
  return new Set()
}
