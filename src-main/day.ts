import { dayInPoland } from '#shared/kit/dates.ts'
import type { Storage } from './database/storage.ts'
import { settlePlacements } from './features/placements/placements.steps.service.ts'
import { beginRequirements } from './features/requirements/requirements.service.ts'
import { bringPostsUpToDate } from './features/staff/staff.posts.service.ts'
import { settleUnits } from './features/units/units.service.ts'
import { inTransaction } from './kit/pipeline.ts'

/** LIST: what is brought up to date when a day begins: changes that were entered ahead come into force. */
const settling = [settleUnits, bringPostsUpToDate, beginRequirements, settlePlacements]

/** Brings the open database up to date with the day; called when the program starts, and when a day begins. */
export async function beginDay(storage: Storage, now: Date): Promise<void> {
  const today = dayInPoland(now.getTime())
  await inTransaction(storage, async (tx) => {
    for (const settle of settling) await settle(tx, today, now.toISOString())
  })
}

/** How often it is asked whether a day has begun, in milliseconds. */
const pace = 60_000

/**
 * Calls `begin` whenever a day begins while the program runs, or another database is opened.
 *
 * @returns ends it
 */
export function keepDays(
  storage: Storage,
  now: () => Date,
  begin: (now: Date) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): () => void {
  const moment = () => `${storage.generation()}/${dayInPoland(now().getTime())}`
  let settled = moment()
  const timer = setInterval(() => {
    if (moment() === settled) return
    settled = moment()
    begin(now()).catch(onFailure)
  }, pace)
  timer.unref()
  return () => clearInterval(timer)
}
