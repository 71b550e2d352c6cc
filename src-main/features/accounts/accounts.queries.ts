import { type RawBuilder, sql } from 'kysely'
import type { Account } from '#shared/features/accounts/accounts.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Role, VerificationAccess } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

function accounts(db: Db) {
  return db
    .selectFrom('users')
    .leftJoin('units', 'units.id', 'users.unit_id')
    .select([
      'users.id',
      'users.login',
      'users.full_name as fullName',
      'users.role',
      'users.verification',
      'users.unit_id as unitId',
      'units.name as unitName',
      'users.is_active as isActive',
      'users.must_change_password as mustChangePassword',
      'users.ends_on as endsOn',
      'users.created_at as createdAt',
      'users.version',
    ])
}

function toAccount(row: Awaited<ReturnType<typeof findAccountRow>> & object): Account {
  return {
    ...row,
    verification: row.verification as VerificationAccess,
    isActive: row.isActive === 1,
    mustChangePassword: row.mustChangePassword === 1,
  }
}

function findAccountRow(db: Db, id: number) {
  return accounts(db).where('users.id', '=', id).executeTakeFirst()
}

/** All accounts, in Polish order of names. */
export async function listAccounts(db: Db): Promise<Account[]> {
  return (await accounts(db).orderBy('users.sort_key').orderBy('users.id').execute()).map(toAccount)
}

/** An account; undefined where there is none. */
export async function findAccount(db: Db, id: number): Promise<Account | undefined> {
  const row = await findAccountRow(db, id)
  return row && toAccount(row)
}

/** The active account with its secret, by the folded login. */
export function findCredentials(db: Db, loginKey: string) {
  return db
    .selectFrom('users')
    .select(['id', 'password_hash as passwordHash', 'ends_on as endsOn'])
    .where('login_key', '=', loginKey)
    .where('is_active', '=', 1)
    .executeTakeFirst()
}

/** What a change of the own password is checked against. */
export function getOwnCredentials(db: Db, id: number) {
  return db
    .selectFrom('users')
    .select(['login', 'password_hash as passwordHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Has another account this login? */
export async function isLoginTaken(db: Db, loginKey: string, exceptId: number | null): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('login_key', '=', loginKey)
    .where('id', '<>', exceptId ?? 0)
    .executeTakeFirst()
  return row !== undefined
}

/** Is there such a unit? */
export async function isUnit(db: Db, id: number): Promise<boolean> {
  const row = await db.selectFrom('units').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** How many administrators may sign in now and later on; the last one cannot be taken away. */
export async function countLastingAdministrators(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('is_active', '=', 1)
    .where('ends_on', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Who makes a call, and after how many idle minutes their session locks. Accounts that are switched off or have ended are not found. */
export function findCaller(db: Db, id: number, today: Day) {
  return db
    .selectFrom('users')
    .innerJoin('settings', (join) => join.on('settings.id', '=', 1))
    .select([
      'users.id',
      'users.full_name as fullName',
      'users.role',
      'users.verification',
      'users.unit_id as unitId',
      'users.must_change_password as mustChangePassword',
      'settings.idle_minutes as idleMinutes',
    ])
    .where('users.id', '=', id)
    .where('users.is_active', '=', 1)
    .where((eb) => eb.or([eb('users.ends_on', 'is', null), eb('users.ends_on', '>=', today)]))
    .executeTakeFirst()
}

export interface AccountRow {
  login: string
  loginKey: string
  fullName: string
  sortKey: string
  role: Role
  unitId: number | null
  isActive: boolean
  verification: VerificationAccess
}

function columns(account: AccountRow) {
  return {
    login: account.login,
    login_key: account.loginKey,
    full_name: account.fullName,
    sort_key: account.sortKey,
    role: account.role,
    unit_id: account.unitId,
    is_active: account.isActive ? 1 : 0,
    verification: account.verification,
  }
}

/** Writes a new account and answers its id. */
export async function insertAccount(
  tx: Tx,
  account: AccountRow & { passwordHash: string; mustChangePassword: boolean; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('users')
    .values({
      ...columns(account),
      password_hash: account.passwordHash,
      must_change_password: account.mustChangePassword ? 1 : 0,
      created_at: account.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateAccount(tx: Tx, id: number, version: number, account: AccountRow): Promise<boolean> {
  return updateVersioned(tx, 'users', id, version, columns(account))
}

/** Writes the last day on which an account works; null: it has none. */
export async function updateEnd(tx: Tx, id: number, endsOn: Day | null): Promise<void> {
  await tx
    .updateTable('users')
    .set({ ends_on: endsOn, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Writes a new password hash, and whether it must be changed at the next sign-in. */
export async function updatePassword(
  tx: Tx,
  id: number,
  passwordHash: string,
  mustChangePassword: boolean,
): Promise<void> {
  await tx
    .updateTable('users')
    .set({ password_hash: passwordHash, must_change_password: mustChangePassword ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Failures of a login and until when it waits; undefined where there were none. */
export function findThrottle(db: Db, loginDigest: string) {
  return db
    .selectFrom('sign_in_throttles')
    .select(['failures', 'blocked_until as blockedUntil'])
    .where('login_digest', '=', loginDigest)
    .executeTakeFirst()
}

/** Keeps the failures of a login and until when it waits. */
export async function writeThrottle(
  tx: Tx,
  throttle: { loginDigest: string; failures: number; blockedUntil: string },
): Promise<void> {
  const values = { failures: throttle.failures, blocked_until: throttle.blockedUntil }
  await tx
    .insertInto('sign_in_throttles')
    .values({ login_digest: throttle.loginDigest, ...values })
    .onConflict((conflict) => conflict.column('login_digest').doUpdateSet(values))
    .execute()
}

/** Forgets the failures of a login after it succeeded. */
export async function deleteThrottle(tx: Tx, loginDigest: string): Promise<void> {
  await tx.deleteFrom('sign_in_throttles').where('login_digest', '=', loginDigest).execute()
}

/** Forgets waiting times that ended before an instant; otherwise every mistyped login would stay for ever. */
export async function deleteThrottlesBefore(tx: Tx, instant: string): Promise<void> {
  await tx.deleteFrom('sign_in_throttles').where('blocked_until', '<', instant).execute()
}

/** The rows of accounts that belong to a unit. */
export function ofUnit(unitId: number): RawBuilder<unknown> {
  return sql`users where users.unit_id = ${unitId}`
}
