import { hash, verify } from '@node-rs/argon2'
import type { Account, accountsContract, SignInRefusal } from '#shared/features/accounts/accounts.contract.ts'
import { loginKey } from '#shared/features/accounts/accounts.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { sortKey } from '#shared/kit/polish.ts'
import { mayUse, type Role, type VerificationAccess } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { PublicCommandContext, User } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { heldByRows } from '../../kit/register/holders.queries.ts'
import type { FindHolders } from '../../kit/ties.ts'
import * as queries from './accounts.queries.ts'
import {
  countFailure,
  digest,
  recordWrongPassword,
  refuseWhileWaiting,
  throttleOf,
} from './accounts.throttle.service.ts'

/** Argon2id as OWASP advises it for servers without special hardware (19 MiB, two passes). */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Compared with when a login is unknown, so that the answer takes as long as for a known one. */
let decoyHash: Promise<string> | undefined

/** The hash of a new password; slow on purpose, so it belongs before a transaction, never inside one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2id)
}

/** Who makes a call: the pipeline asks this for every one. */
export async function findCaller(
  db: Db,
  userId: number,
  today: Day,
): Promise<{ user: User; idleMinutes: number } | undefined> {
  const row = await queries.findCaller(db, userId, today)
  if (!row) return undefined
  const { idleMinutes, mustChangePassword, verification, ...user } = row
  return {
    user: {
      ...user,
      verification: verification as VerificationAccess,
      mustChangePassword: mustChangePassword === 1,
    },
    idleMinutes,
  }
}

/** The account of the person in a session, for the frame of the window. */
export function findAccount(db: Db, id: number): Promise<Account | undefined> {
  return queries.findAccount(db, id)
}

/** The accounts of a unit's heads. */
export const accountsOfUnit: FindHolders = (db, unitId) =>
  heldByRows(db, 'accounts.held.unit', queries.ofUnit(unitId))

/** Creates an account whose password is already hashed; used by the set-up and the example data as well. */
export function createAccount(
  tx: Tx,
  account: {
    login: string
    fullName: string
    role: Role
    unitId: number | null
    passwordHash: string
    mustChangePassword: boolean
    createdAt: string
    verification?: VerificationAccess
  },
): Promise<number> {
  const verification = account.verification ?? 'none'
  return queries.insertAccount(tx, { ...account, ...derived(account), verification, isActive: true })
}

/**
 * Enters an account whose owner must change the first password. Refuses a login that is taken, whatever its case, and a
 * head without a unit.
 */
export async function enterAccount(
  { tx, now, record }: Pick<PublicCommandContext, 'tx' | 'now' | 'record'>,
  account: Omit<Parameters<typeof createAccount>[1], 'mustChangePassword' | 'createdAt'> & {
    isActive?: boolean
  },
): Promise<Account> {
  await refuseUnsound(tx, account, null)
  const id = await queries.insertAccount(tx, {
    ...account,
    ...derived(account),
    isActive: account.isActive ?? true,
    verification: account.verification ?? 'none',
    mustChangePassword: true,
    createdAt: now,
  })
  const entered = await getAccount(tx, id)
  await record({ kind: 'accounts', recordId: id, action: 'created', after: entered })
  return entered
}

/**
 * Says on which day an account works for the last time; null: it has no end. Refuses
 * (`accounts.errors.lastAdministrator`) to leave the program without an administrator whose account has no end.
 */
export async function endAccountOn(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  id: number,
  endsOn: Day | null,
): Promise<void> {
  const before = await getAccount(tx, id)
  if (before.endsOn === endsOn) return
  await queries.updateEnd(tx, id, endsOn)
  await ensureAdministratorRemains(tx)
  const after = await getAccount(tx, id)
  await record({ kind: 'accounts', recordId: id, action: 'endMoved', before, after })
}

/** Begins a session: from now on its calls are this person's. */
export function beginSession(
  { session, services, now }: Pick<PublicCommandContext, 'session' | 'services' | 'now'>,
  userId: number,
): void {
  session.userId = userId
  session.isLocked = false
  session.lastActiveAt = Date.parse(now)
  session.generation = services.storage.generation()
}

function derived(account: { login: string; fullName: string }) {
  const words = account.fullName.split(' ')
  const surname = words.at(-1) ?? ''
  return { loginKey: loginKey(account.login), sortKey: sortKey(`${surname} ${words.slice(0, -1).join(' ')}`) }
}

/** Refuses, beside its field, what the table would refuse without a word: a login that is taken, a unit that is not there. */
async function refuseUnsound(
  tx: Tx,
  account: { login: string; role: Role; unitId: number | null; verification?: VerificationAccess },
  exceptId: number | null,
): Promise<void> {
  if (account.role === 'head' && account.unitId === null)
    throw fieldRefused('unitId', 'accounts.errors.headNeedsUnit')
  if (account.verification === 'full' && !mayUse(account.role, 'volunteers.write'))
    throw fieldRefused('verification', 'accounts.errors.verificationOfVolunteers')
  if (await queries.isLoginTaken(tx, loginKey(account.login), exceptId)) {
    throw fieldRefused('login', 'accounts.errors.loginTaken')
  }
  if (account.unitId !== null && !(await queries.isUnit(tx, account.unitId))) {
    throw fieldRefused('unitId', 'validation.notFound')
  }
}

async function ensureAdministratorRemains(tx: Tx): Promise<void> {
  if ((await queries.countLastingAdministrators(tx)) === 0)
    throw ruleBroken('accounts.errors.lastAdministrator')
}

async function getAccount(db: Db, id: number): Promise<Account> {
  const account = await queries.findAccount(db, id)
  if (!account) throw notFound('accounts')
  return account
}

export const accountsHandlers: Handlers<typeof accountsContract> = {
  signIn: inSteps({
    before: async ({ db, now }, { login, password }) => {
      if ((await throttleOf(db, login, now)).waitSeconds > 0) return undefined
      decoyHash ??= hashPassword('a password that nobody has')
      const found = await queries.findCredentials(db, loginKey(login))
      const isRight = await verify(found?.passwordHash ?? (await decoyHash), password)
      return found && isRight ? found : undefined
    },
    run: async (context, { login }, account) => {
      const { tx, now, today, record } = context
      const loginDigest = digest(login)
      // Asked again inside the transaction: many passwords may be tried at the same moment.
      const throttle = await throttleOf(tx, login, now)
      const refusal: SignInRefusal = { isSignedIn: false, waitSeconds: throttle.waitSeconds }
      if (throttle.waitSeconds > 0) return refusal
      if (account === undefined) {
        const known = await queries.findCredentials(tx, loginKey(login))
        await record({ kind: 'accounts', recordId: known?.id ?? null, action: 'signInFailed' })
        return { ...refusal, waitSeconds: await countFailure(tx, login, throttle.failures + 1, now) }
      }
      const { id, endsOn } = account
      await queries.deleteThrottle(tx, loginDigest)
      if (endsOn !== null && endsOn < today) {
        await record({ kind: 'accounts', recordId: id, action: 'signInRefused' })
        return { ...refusal, endedOn: endsOn }
      }
      await record({ kind: 'accounts', recordId: id, action: 'signedIn', by: id })
      beginSession(context, id)
      return { isSignedIn: true }
    },
  }),

  signOut: async ({ session, record }) => {
    if (session.userId === null) return
    await record({ kind: 'accounts', recordId: session.userId, action: 'signedOut' })
    session.userId = null
    session.isLocked = false
  },

  lock: async ({ session, user, record }) => {
    await record({ kind: 'accounts', recordId: user.id, action: 'locked' })
    session.isLocked = true
  },

  keepAwake: ({ session, now }) => {
    session.lastActiveAt = Date.parse(now)
  },

  changePassword: inSteps({
    before: async ({ db, user, now, services }, { current, password }) => {
      const stored = await queries.getOwnCredentials(db, user.id)
      await refuseWhileWaiting(db, stored.login, now)
      if (!(await verify(stored.passwordHash, current))) {
        // A transaction of its own: the refusal, which is an error, would take its own trace back with it.
        await inTransaction(services.storage, (tx) => recordWrongPassword(tx, user.id, stored.login, now))
        throw fieldRefused('current', 'accounts.errors.wrongPassword')
      }
      if (current === password) throw fieldRefused('password', 'accounts.errors.samePassword')
      return hashPassword(password)
    },
    run: async ({ tx, user, now, record }, _input, passwordHash) => {
      const { login } = await queries.getOwnCredentials(tx, user.id)
      // Asked again inside the transaction: many passwords may be tried at the same moment.
      await refuseWhileWaiting(tx, login, now)
      await queries.deleteThrottle(tx, digest(login))
      await queries.updatePassword(tx, user.id, passwordHash, false)
      await record({ kind: 'accounts', recordId: user.id, action: 'passwordChanged' })
    },
  }),

  list: ({ db }) => queries.listAccounts(db),

  create: inSteps({
    before: (_context, { password }) => hashPassword(password),
    run: (context, { password, ...input }, passwordHash) => enterAccount(context, { ...input, passwordHash }),
  }),

  change: async ({ tx, record }, input) => {
    const before = await getAccount(tx, input.id)
    await refuseUnsound(tx, input, input.id)
    const isChanged = await queries.updateAccount(tx, input.id, input.version, {
      ...input,
      ...derived(input),
    })
    if (!isChanged) throw conflict(before)
    await ensureAdministratorRemains(tx)
    const after = await getAccount(tx, input.id)
    await record({ kind: 'accounts', recordId: input.id, action: 'changed', before, after })
    return after
  },

  resetPassword: inSteps({
    before: (_context, { password }) => hashPassword(password),
    run: async ({ tx, record }, { id }, passwordHash) => {
      const account = await getAccount(tx, id)
      await queries.updatePassword(tx, id, passwordHash, true)
      await queries.deleteThrottle(tx, digest(account.login))
      await record({ kind: 'accounts', recordId: id, action: 'passwordReset' })
    },
  }),
}

/** The accounts of the example data as its sign-in screen offers them. Call it for the example only. */
export async function listDemoAccounts(db: Db): Promise<{ login: string; fullName: string; role: Role }[]> {
  return (await queries.listAccounts(db)).map(({ login, fullName, role }) => ({ login, fullName, role }))
}
