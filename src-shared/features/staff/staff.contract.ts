import { z } from 'zod'
import { day, email, optionalDay, phone, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { bulkProcedures } from '../../kit/register/bulk.ts'
import { duplicateProcedures } from '../../kit/register/duplicates.ts'
import { type ExportedList, exportFormats, type PrintedList } from '../../kit/register/export.ts'
import { mergingProcedures } from '../../kit/register/merging.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import type { RowOf } from '../../kit/register/register.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { roles } from '../../permissions.ts'
import { newPassword } from '../accounts/accounts.contract.ts'
import { type StaffGroup, staffGroups } from '../positions/positions.contract.ts'
import { type HeadcountCell, headcountWays } from './staff.headcount.rules.ts'
import { formsOfAddress, specialisations, staffRegister, staffRoles } from './staff.register.ts'

/** The fields of a member of staff one by one; the import reuses them. There is neither PESEL nor private address. */
export const staffShape = {
  /** Text, because letters occur; unique. */
  personalNumber: requiredText(20),
  surname: requiredText(80),
  firstNames: requiredText(80),
  formOfAddress: z.enum(formsOfAddress).default('unknown'),
  specialisation: z.enum(specialisations).default('none'),
  isFieldWorker: z.boolean().default(false),
  employedFrom: optionalDay,
  /** The last day; the account of who leaves works to the end of it. */
  employedTo: optionalDay,
  phone,
  email,
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length).default([]),
}

interface Period {
  employedFrom: string | null
  employedTo: string | null
}
const isInOrder = ({ employedFrom, employedTo }: Period) =>
  employedFrom === null || employedTo === null || employedTo >= employedFrom
const outOfOrder = { path: ['employedTo'], error: 'validation.endBeforeStart' }

/** A member of staff as entered, without the posts. */
export const staffFields = z.object(staffShape).refine(isInOrder, outOfOrder)
export type StaffFields = z.output<typeof staffFields>

/** A post: what somebody is, where, and in which group if not in the position's. */
export const postShape = {
  positionId: z.int().positive(),
  unitId: z.int().positive().nullable().default(null),
  /** Null: the group of the position. */
  ownGroup: z.enum(staffGroups).nullable().default(null),
}
export const postFields = z.object(postShape)
export type PostFields = z.output<typeof postFields>

/** A post with the names of what it refers to, as they are today. */
export interface Post extends PostFields {
  id: number
  /** Empty for the first post, which is held from the beginning of employment. */
  fromOn: string
  positionName: string
  positionGroup: StaffGroup
  unitName: string | null
}

/** A member of staff with the post held today (or last, or first to come). */
export interface StaffMember extends StaffFields {
  id: number
  position: { id: number; text: string }
  unit: { id: number; text: string } | null
  staffGroup: StaffGroup
  /** Is the group another than the position's? */
  hasOwnGroup: boolean
  userId: number | null
  createdAt: string
  version: number
}

/** A member of staff as the list shows it. */
export type StaffRow = RowOf<typeof staffRegister>

/** The account of a member of staff. */
export interface StaffAccount {
  id: number
  login: string
  fullName: string
  role: (typeof roles)[number]
  isActive: boolean
  endsOn: string | null
}

const newFields = z.object({ ...staffShape, ...postShape })

const headcountOn = z.object({ day, language: z.enum(['pl', 'en']).default('pl') })

/** A member of staff as a choice offers them. */
export interface StaffChoice {
  id: number
  /** As in registers: `Świerczyńska Ewa`. */
  name: string
  /** As in documents: `Ewa Świerczyńska`. */
  fullName: string
  phone: string
  positionName: string
  unitName: string | null
}

export const staffContract = {
  /**
   * The procedures of every register. Position, unit, group and state are today's, or those of the day that the filter
   * `employedOn` asks for. A head sees those whose unit today is the own one.
   */
  ...registerProcedures(staffRegister),

  /** Removes a record into the bin. */
  removal: removalProcedures(staffRegister),

  /** Takes back the last changes of a record, and brings them again. */
  undo: undoProcedures(staffRegister),

  /** Makes many members of staff field workers or not, or gives them one degree of specialisation or form of address. */
  bulk: bulkProcedures(staffRegister, {
    isFieldWorker: z.boolean(),
    specialisation: z.enum(specialisations),
    formOfAddress: z.enum(formsOfAddress),
  }),

  /** Repetitions: while one types, and over the whole register. Accounts are compared for who manages them. */
  duplicates: duplicateProcedures(staffRegister),

  /**
   * Two records of one person made one; the posts of one of them stay. Refuses two accounts, and two employments with a
   * time between them: a record holds one.
   */
  merging: mergingProcedures(staffRegister),

  /** One member of staff, for a head of those whom `list` shows. */
  get: query('staff.read').input(rowId).output(output<StaffMember>()),

  /** The posts of a member of staff, the latest first. */
  posts: query('staff.read').input(rowId).output(output<Post[]>()),

  /** At most 20 members of staff for a choice: by the beginning of any word of the record, employed ones alone. */
  find: query('staff.read')
    .input(
      z.object({ search: z.string().max(100).default(''), id: z.int().positive().nullable().default(null) }),
    )
    .output(output<StaffChoice[]>()),

  /**
   * The headcount of a day, by unit, group and position: everybody employed on it counts once, whatever the working
   * time, at the post held on that day. A head sees the own unit.
   */
  headcount: query('staff.read').input(z.object({ day })).output(output<HeadcountCell[]>()),

  /** The headcount by units, positions or groups as a file: a line each and the sum. The history keeps who took it. */
  exportHeadcount: command('staff.read')
    .input(headcountOn.extend({ by: z.enum(headcountWays), format: z.enum(exportFormats) }))
    .output(output<ExportedList>()),

  /** The headcount in all three ways with a bar for each line, as pages to print on A4. The history keeps who took it. */
  printHeadcount: command('staff.read').input(headcountOn).output(output<PrintedList>()),

  /** The number that follows the highest one that is all digits; empty where there is none. */
  nextNumber: query('staff.write').output(output<string>()),

  /**
   * Enters a member of staff with the first post. Refuses a personal number that is taken, a unit that is not there
   * or was closed before (before the last day of employment, where that is over) and a position that is closed.
   */
  create: command('staff.write').input(newFields.refine(isInOrder, outOfOrder)).output(output<StaffMember>()),

  /**
   * Changes what belongs to no post. Another last day of employment becomes the last day of the account
   * (`accounts.errors.lastAdministrator` where nobody else would be left). Refuses days of employment outside of which
   * a later post would begin.
   */
  change: command('staff.write')
    .input(z.object({ ...staffShape, ...rowVersion.shape }).refine(isInOrder, outOfOrder))
    .output(output<StaffMember>()),

  /**
   * From a day on, past or to come, somebody holds another post. Refuses a day on which no post can begin, and a unit
   * that was closed before it.
   */
  changePostFrom: command('staff.write')
    .input(postFields.extend({ ...rowVersion.shape, fromOn: day }))
    .output(output<StaffMember>()),

  /** Corrects a post that was entered wrongly; `fromOn` null keeps the day on which it begins. */
  correctPost: command('staff.write')
    .input(postFields.extend({ ...rowVersion.shape, postId: z.int().positive(), fromOn: optionalDay }))
    .output(output<StaffMember>()),

  /** Removes a post that was entered by mistake; the post before it then goes on. Refuses the first. */
  removePost: command('staff.write')
    .input(rowVersion.extend({ postId: z.int().positive() }))
    .output(output<StaffMember>()),

  /** The account of a member of staff; null where there is none. */
  account: query('accounts.manage').input(rowId).output(output<StaffAccount | null>()),

  /** Accounts that belong to no member of staff, for linking one. */
  freeAccounts: query('accounts.manage').output(output<StaffAccount[]>()),

  /**
   * Creates an account for a member of staff, with a first password. It ends on the last day of employment; a head's
   * unit is that of the post. Refuses a login that is taken, and who has an account already.
   */
  createAccount: command('accounts.manage')
    .input(rowVersion.extend({ login: requiredText(50), role: z.enum(roles), password: newPassword }))
    .output(output<StaffMember>()),

  /** Says that an existing account is that person's, from then on with the last day of employment; null: none is. */
  linkAccount: command('accounts.manage')
    .input(rowVersion.extend({ userId: z.int().positive().nullable() }))
    .output(output<StaffMember>()),
}
