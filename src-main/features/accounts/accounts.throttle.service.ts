import { createHash } from 'node:crypto'
import { loginKey, waitAfterFailures } from '#shared/features/accounts/accounts.rules.ts'
import type { Db, Tx } from '../../database/database.ts'
import { fieldRefused } from '../../kit/errors.ts'
import { writeHistory } from '../../kit/history.ts'
import * as queries from './accounts.queries.ts'

/** Under what the failures of a login are kept: nothing of what was typed. */
export function digest(login: string): string {
  return createHash('sha256').update(loginKey(login)).digest('hex')
}

/** How many times in a row a login failed, and the seconds until it may be tried again. */
export async function throttleOf(
  db: Db,
  login: string,
  now: string,
): Promise<{ failures: number; waitSeconds: number }> {
  const throttle = await queries.findThrottle(db, digest(login))
  if (!throttle) return { failures: 0, waitSeconds: 0 }
  const left = Math.ceil((Date.parse(throttle.blockedUntil) - Date.parse(now)) / 1000)
  return { failures: throttle.failures, waitSeconds: Math.max(0, left) }
}

/** Counts one more failure in a row and returns the seconds until the login may be tried again. */
export async function countFailure(tx: Tx, login: string, failures: number, now: string): Promise<number> {
  const wait = waitAfterFailures(failures)
  await queries.deleteThrottlesBefore(tx, new Date(Date.parse(now) - 24 * 3600_000).toISOString())
  const blockedUntil = new Date(Date.parse(now) + wait * 1000).toISOString()
  await queries.writeThrottle(tx, { loginDigest: digest(login), failures, blockedUntil })
  return wait
}

/** Refuses a current password that is tried before its waiting time is over, right or wrong. */
export async function refuseWhileWaiting(db: Db, login: string, now: string): Promise<void> {
  const { waitSeconds } = await throttleOf(db, login, now)
  if (waitSeconds > 0) throw fieldRefused('current', 'accounts.signIn.wait', { count: waitSeconds })
}

/** Counts and records a wrong current password as a failed sign-in, so that it is no other way to guess one. */
export async function recordWrongPassword(tx: Tx, userId: number, login: string, at: string): Promise<void> {
  await refuseWhileWaiting(tx, login, at)
  const { failures } = await throttleOf(tx, login, at)
  await countFailure(tx, login, failures + 1, at)
  await writeHistory(tx, { kind: 'accounts', recordId: userId, action: 'signInFailed' }, { userId, at })
}
