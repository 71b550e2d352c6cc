import { z } from 'zod'
import { email, nip, phone, postCode, regon, requiredText } from '../../kit/fields.ts'
import { command, output, publicCommand, publicQuery, query } from '../../kit/procedure.ts'
import type { PermissionHolder, Role } from '../../permissions.ts'
import { newPassword } from '../accounts/accounts.contract.ts'

/** The centre as it stands on letterheads. */
export const centreFields = z.object({
  name: requiredText(200),
  street: requiredText(120),
  postCode: postCode.refine((code) => code !== '', { error: 'validation.required' }),
  town: requiredText(80),
  phone,
  email,
  nip,
  regon,
  /** The short mark of the centre in case signs, e.g. `MOPS`. */
  symbol: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .refine((text) => /^[\p{Lu}\d.-]{1,12}$/u.test(text), { error: 'settings.errors.symbol' }),
})

/** The first account of a centre: an administrator. */
export const firstAdministrator = z.object({
  login: requiredText(50),
  fullName: requiredText(120),
  password: newPassword,
})

const retentionYears = z.int().min(1).max(50)

export const programFields = z.object({
  /** Minutes without activity after which a session locks. */
  idleMinutes: z.int().min(1).max(120),
  /** Days for which what was removed can be restored; an administrator may empty it from the bin after them. */
  binDays: z.int().min(7).max(730),
  /**
   * Full calendar years after the end for which a volunteer's personal data are kept; then they may be removed. Stays as it is
   * where it is left out.
   */
  retentionYears: retentionYears.optional(),
})

export type Centre = z.output<typeof centreFields>

/** What the window needs before anything else. */
export interface Frame {
  /** `refused`: the database was not opened; `reason` says why and the file is untouched. */
  state: 'refused' | 'needsSetUp' | 'signedOut' | 'locked' | 'ready'
  reason: string | null
  appVersion: string
  centreName: string
  /** Where documents are usually signed. */
  centreTown: string
  isDemo: boolean
  /** Logins of the example data, one for each role; empty outside it. The password is shown with them. */
  demoAccounts: { login: string; fullName: string; role: Role }[]
  user: (PermissionHolder & { id: number; login: string; fullName: string; unitName: string | null }) | null
  mustChangePassword: boolean
  idleMinutes: number
  /** Today in Poland. */
  today: string
  didBackupFail: boolean
}

export interface Settings extends Centre {
  idleMinutes: number
  binDays: number
  retentionYears: number
  version: number
  /** Where the data are kept on this computer. */
  dataFolder: string
}

export const settingsContract = {
  /** What the window shows first: set-up, sign-in, lock screen or the work. Open to all, because it comes before the sign-in. */
  frame: publicQuery().output(output<Frame>()),

  /**
   * The first run: records the centre, creates the first administrator, installs the shipped texts of documents
   * and signs the administrator in. Refuses (`settings.errors.alreadySetUp`) ever after.
   */
  setUp: publicCommand()
    .input(z.object({ centre: centreFields, administrator: firstAdministrator }))
    .output(output<void>()),

  /**
   * Opens the example data, kept in a file of their own. Only while the centre is not set up, so that nobody
   * takes the example for the real registers.
   */
  openDemo: publicQuery().output(output<void>()),

  /** Leaves the example data and returns to the centre's own. Refuses outside the example. */
  closeDemo: publicQuery().output(output<void>()),

  /** The particulars of the centre and how the program behaves, with the version for a change. */
  get: query('settings.read').output(output<Settings>()),

  /** Changes the centre's particulars. Documents issued before keep the old ones. */
  changeCentre: command('settings.write')
    .input(centreFields.extend({ version: z.int().positive() }))
    .output(output<Settings>()),

  /**
   * Changes after how many idle minutes the program locks, for how many years the data of volunteers are kept, and how long
   * the bin keeps what was removed. The new number of
   * days holds for what lies in the bin already as well, counted from the day of its removal; nothing is emptied by that.
   * Refuses `CONFLICT` on a stale version.
   */
  changeProgram: command('settings.write')
    .input(programFields.extend({ version: z.int().positive() }))
    .output(output<Settings>()),
}
