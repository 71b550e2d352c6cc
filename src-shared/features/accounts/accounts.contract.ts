import { z } from 'zod'
import { requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, publicCommand, query } from '../../kit/procedure.ts'
import { mayUse, roles, verificationAccesses } from '../../permissions.ts'
import { passwordProblem } from './accounts.rules.ts'

/** A new password. See `passwordProblem` for what is refused. */
export const newPassword = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** What an administrator enters about an account. A head (kierownik) must have a unit. */
export const accountFields = z
  .object({
    login: requiredText(50),
    fullName: requiredText(120),
    role: z.enum(roles),
    unitId: z.int().positive().nullable().default(null),
    isActive: z.boolean().default(true),
    /** What the account is granted of the checks before work with minors. */
    verification: z.enum(verificationAccesses).default('none'),
  })
  .refine((account) => account.role !== 'head' || account.unitId !== null, {
    path: ['unitId'],
    error: 'accounts.errors.headNeedsUnit',
  })
  .refine(({ role, verification }) => verification !== 'full' || mayUse(role, 'volunteers.write'), {
    path: ['verification'],
    error: 'accounts.errors.verificationOfVolunteers',
  })

/** An account as the list of users shows it. */
export interface Account {
  id: number
  login: string
  fullName: string
  role: (typeof roles)[number]
  verification: (typeof verificationAccesses)[number]
  unitId: number | null
  unitName: string | null
  isActive: boolean
  mustChangePassword: boolean
  /** The last day on which it works: that of its owner's employment. Null: it has none. */
  endsOn: string | null
  createdAt: string
  version: number
}

/** Why a sign-in failed. The answer is the same for an unknown login and a wrong password. */
export interface SignInRefusal {
  isSignedIn: false
  /** Seconds to wait before the next try; 0 where one may try at once. */
  waitSeconds: number
  /** The last day of the account, where it has ended; told only to who knows the password. */
  endedOn?: string
}

export const accountsContract = {
  /**
   * Signs a person in on this window's session, or unlocks it. A failure is an answer, not an error, because it
   * is recorded: after three in a row each next try must wait, twice as long every time, at most 15 minutes.
   * An account that has ended is refused from the day after its last one. Sessions live in memory; closing the program ends them.
   */
  signIn: publicCommand()
    .input(z.object({ login: z.string().max(100), password: z.string().max(200) }))
    .output(output<{ isSignedIn: true } | SignInRefusal>()),

  /** Ends this window's session. Does nothing where nobody is signed in. */
  signOut: publicCommand().output(output<void>()),

  /** Locks this window's session: everything but signing in is refused until the password is given again. */
  lock: command('signedIn').output(output<void>()),

  /**
   * Tells that the person is at work, so that the session does not lock. The page sends it on typing and
   * clicking, at most twice a minute; no other call counts as activity.
   */
  keepAwake: query('signedIn').output(output<void>()),

  /**
   * Changes the caller's own password. Refuses with a field error where the current one is wrong, which is recorded
   * and counted with the failed sign-ins: after three in a row one must wait here and there.
   */
  changePassword: command('signedIn')
    .input(z.object({ current: z.string().max(200), password: newPassword }))
    .output(output<void>()),

  /** All accounts in Polish order. */
  list: query('accounts.manage').output(output<Account[]>()),

  /**
   * Creates an account with a first password, which its owner must change at the first sign-in. Refuses a login
   * that is taken, whatever its case.
   */
  create: command('accounts.manage')
    .input(accountFields.safeExtend({ password: newPassword }))
    .output(output<Account>()),

  /**
   * Changes an account. Refuses (`accounts.errors.lastAdministrator`) to leave the program without an active
   * administrator. What is granted of the checks before work with minors stands in the history. Switching an account off ends its sessions with their next call.
   */
  change: command('accounts.manage')
    .input(accountFields.safeExtend(rowVersion.shape))
    .output(output<Account>()),

  /** Gives an account a new first password, to be changed at the next sign-in, and lifts its waiting time. */
  resetPassword: command('accounts.manage')
    .input(rowId.extend({ password: newPassword }))
    .output(output<void>()),
}
