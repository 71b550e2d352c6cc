import {
  type Check,
  type CheckFields,
  checkFields,
  type childProtectionContract,
  linesOfLog,
  type Verification,
} from '#shared/features/child-protection/child-protection.contract.ts'
import {
  type Admission,
  admissionOn,
  type CheckFacts,
  countOfGaps,
  isStandardOutdated,
  recheckDueOn,
  stepsOf,
  supersedes,
} from '#shared/features/child-protection/child-protection.rules.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { birthDayOf } from '#shared/features/volunteers/volunteers.rules.ts'
import { addDays, addMonths, type Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { deleteStoredRows } from '../../database/records.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import type { Forget } from '../../kit/ties.ts'
import { findVolunteer, getVolunteer } from '../volunteers/volunteers.service.ts'
import { followGate } from './child-protection.following.service.ts'
import * as queries from './child-protection.queries.ts'
import { dropSheet, dropSheetIfDone, keepSheet, sheetOf } from './child-protection.sheets.service.ts'

/** How many days before its time a new look into the registers is listed as due. */
const remindedDays = 30

/**
 * THE gate before work with minors (UOM art. 21): may this person be admitted on that day? Whoever admits somebody, places
 * somebody or prints a document about it asks here, with the first day of the work. What is missing is named by the part of
 * the gate alone, the same for "not checked" and "listed"; of people who may not read the checks tell only how many
 * (`countOfGaps`). Somebody who is not there is not admitted.
 */
export async function admissionOf(db: Db, volunteerId: number, day: Day): Promise<Admission> {
  const volunteer = await findVolunteer(db, volunteerId)
  return admissionOn(await queries.listChecksOf(db, [volunteerId]), day, {
    birthOn: volunteer ? birthDayOf(volunteer) : null,
  })
}

/**
 * The gate for several people at once, for what is judged without the database: whether each may be admitted on a day, and how
 * many parts are missing.
 */
export async function admissionsOf(
  db: Db,
  people: readonly Pick<Volunteer, 'id' | 'birthOn' | 'pesel'>[],
): Promise<(volunteerId: number, day: Day) => { isAdmitted: boolean; missing: number }> {
  const ids = people.map(({ id }) => id)
  const checks = Map.groupBy(await queries.listChecksOf(db, ids), ({ volunteerId }) => volunteerId)
  const births = new Map(people.map((person) => [person.id, birthDayOf(person)]))
  return (volunteerId, day) => {
    const birthOn = births.get(volunteerId) ?? null
    const admission = admissionOn(checks.get(volunteerId) ?? [], day, { birthOn })
    return { isAdmitted: admission.isAdmitted, missing: countOfGaps(admission) }
  }
}

/** What was noted of a person, for a document that is restricted to who may read it. */
export function checksOf(db: Db, volunteerId: number): Promise<CheckFacts[]> {
  return queries.listChecksOf(db, [volunteerId])
}

/** What a document may say of a check: what was looked into and when, and never what was found. */
export interface PrintedCheck {
  key:
    | 'restrictedRegister'
    | 'commissionRegister'
    | 'criminalRecord'
    | 'declaration'
    | 'foreign'
    | 'standards'
  doneOn: Day
}

/** The days of the checks that count on a day, in the order of work; foreign papers without their states. */
export async function printedChecksOf(db: Db, volunteerId: number, day: Day): Promise<PrintedCheck[]> {
  const steps = stepsOf(await queries.listChecksOf(db, [volunteerId]), day, { birthOn: null })
  const foreign = steps.filter(({ key }) => key === 'foreignRecord')
  const isForeignDone = foreign.every(({ standing }) => standing === 'done')
  const lastForeign = foreign
    .flatMap(({ doneOn }) => doneOn ?? [])
    .toSorted()
    .at(-1)
  return steps.flatMap(({ key, standing, doneOn }, index): PrintedCheck[] => {
    if (standing !== 'done' || !doneOn) return []
    if (key !== 'foreignRecord') return [{ key, doneOn }]
    const isLast = steps[index + 1]?.key !== 'foreignRecord'
    return isLast && isForeignDone && lastForeign ? [{ key: 'foreign', doneOn: lastForeign }] : []
  })
}

type Writing = Pick<CommandContext, 'tx' | 'record' | 'now' | 'today' | 'services'> & { user: { id: number } }

/**
 * Notes a check inside the caller's transaction. A newer one takes the place of the older ones of its step, and both stay to
 * be seen. Refuses a day that is yet to come. The history says that something was noted, and not what.
 */
export async function noteCheck(context: Writing, entered: CheckFields): Promise<void> {
  const { tx, record, now, today, user } = context
  const { isNotIssued: _, ...check } = checkFields.parse(entered)
  const fresh = { ...check, result: check.result ?? ('clear' as const) }
  for (const field of ['doneOn', 'issuedOn'] as const) {
    const day = check[field]
    if (day !== null && day > today) throw fieldRefused(field, 'childProtection.errors.inFuture')
  }
  const noted = await queries.listChecksOf(tx, [check.volunteerId])
  const older = noted.filter((old) => old.supersededOn === null && !old.isCancelled && supersedes(fresh, old))
  await queries.markSuperseded(
    tx,
    older.map(({ id }) => id),
    check.doneOn,
  )
  await queries.insertCheck(tx, check, { userId: user.id, at: now })
  await record({ kind: 'childProtection', recordId: check.volunteerId, action: 'noted' })
  await followGate(context, check.volunteerId)
}

async function verificationOf(db: Db, volunteerId: number, today: Day): Promise<Verification> {
  const volunteer = await getVolunteer(db, volunteerId)
  const person = { birthOn: birthDayOf(volunteer) }
  const stored = await queries.listChecksOf(db, [volunteerId])
  const checks: Check[] = stored.map(({ volunteerId: _, ...check }) => check)
  const { recheckMonths, standardsFrom } = await queries.getPolicy(db)
  return {
    checks,
    steps: stepsOf(checks, today, person),
    admission: admissionOn(checks, today, person),
    recheckDueOn: recheckDueOn(checks, recheckMonths),
    isStandardOutdated: isStandardOutdated(checks, standardsFrom),
    standardsFrom,
  }
}

/** Removes the checks of a volunteer whose data are removed after their time; the history says only that they were noted. */
export const forgetChecksOfVolunteer: Forget = async ({ tx, services }, volunteerId) => {
  await deleteStoredRows(tx, { table: 'protection_checks', where: { volunteer_id: volunteerId } })
  dropSheet(services, volunteerId)
}

export const childProtectionHandlers: Handlers<typeof childProtectionContract> = {
  admission: async ({ db, user, today }, { volunteerId, day }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    const admission = await admissionOf(db, volunteerId, day ?? today)
    const { isAdmitted, since } = admission
    return { isAdmitted, since, missing: countOfGaps(admission) }
  },

  get: async ({ db, user, today, noteRead }, { volunteerId }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    noteRead({ kind: 'childProtection', recordId: volunteerId })
    return verificationOf(db, volunteerId, today)
  },

  note: async (context, check) => {
    const { tx, user, today, services } = context
    await getVolunteer(tx, check.volunteerId, unitScope(user))
    await noteCheck(context, check)
    const verification = await verificationOf(tx, check.volunteerId, today)
    dropSheetIfDone(services, check.volunteerId, verification.checks)
    return verification
  },

  cancel: async (context, { id, version }) => {
    const { tx, user, now, today, record } = context
    const check = await queries.findCheck(tx, id)
    if (!check) throw notFound('childProtection')
    const { volunteerId } = check
    await getVolunteer(tx, volunteerId, unitScope(user))
    if (check.result === 'listed') throw ruleBroken('childProtection.errors.listedStays')
    if (!(await queries.markCancelled(tx, { id, version }, now))) throw conflict(check)
    await record({ kind: 'childProtection', recordId: volunteerId, action: 'cancelled' })
    await followGate(context, volunteerId)
    return verificationOf(tx, volunteerId, today)
  },

  sheet: async ({ db, user, services, now }, { volunteerId }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    return sheetOf(services, volunteerId, now)
  },

  keepSheet: async ({ db, user, services, now }, sheet) => {
    await getVolunteer(db, sheet.volunteerId, unitScope(user))
    keepSheet(services, sheet, now)
  },

  dropSheet: async ({ db, user, services }, { volunteerId }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    dropSheet(services, volunteerId)
  },

  policy: ({ db }) => queries.getPolicy(db),

  changePolicy: async ({ tx, record }, input) => {
    const before = await queries.getPolicy(tx)
    if (!(await queries.updatePolicy(tx, input))) throw conflict(before)
    const after = await queries.getPolicy(tx)
    await record({ kind: 'childProtection', recordId: null, action: 'policyChanged', before, after })
    return after
  },

  due: async ({ db, user, today }) => {
    const { recheckMonths } = await queries.getPolicy(db)
    if (recheckMonths === 0) return []
    const looks = await queries.listLastLooks(db, unitScope(user))
    return looks
      .map(({ lastOn, ...who }) => ({ ...who, dueOn: addMonths(lastOn, recheckMonths) }))
      .filter(({ dueOn }) => dueOn <= addDays(today, remindedDays))
  },

  log: ({ db }, { before }) => queries.listLog(db, before, linesOfLog),
}
