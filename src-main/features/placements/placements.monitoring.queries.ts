import { sql } from 'kysely'
import type {
  MonitoringEntry,
  MonitoringView,
} from '#shared/features/placements/placements.monitoring.contract.ts'
import { monitoringStateOn } from '#shared/features/placements/placements.monitoring.rules.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'
import { isKeptBack } from './placements.list.queries.ts'
import { isOfUnit } from './placements.queries.ts'

/** Is an entry neither done nor left out? */
export const isWaiting = sql<boolean>`monitoring_entries.done_on is null and monitoring_entries.skipped_on is null`

function entries(db: Db) {
  return db
    .selectFrom('monitoring_entries')
    .leftJoin('staff', 'staff.id', 'monitoring_entries.done_by')
    .select([
      'monitoring_entries.id',
      'monitoring_entries.placement_id as placementId',
      'monitoring_entries.purpose',
      'monitoring_entries.due_on as dueOn',
      'monitoring_entries.task',
      'monitoring_entries.done_on as doneOn',
      'monitoring_entries.done_by as doneBy',
      'staff.surname as doneBySurname',
      'staff.first_names as doneByFirstNames',
      'monitoring_entries.way',
      'monitoring_entries.result',
      'monitoring_entries.sentence',
      'monitoring_entries.next_step as nextStep',
      'monitoring_entries.next_step_on as nextStepOn',
      'monitoring_entries.skipped_on as skippedOn',
      'monitoring_entries.skip_reason as skipReason',
      'monitoring_entries.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

function toEntry({ doneBySurname, doneByFirstNames, ...row }: Row, today: Day): MonitoringEntry {
  return {
    ...row,
    purpose: row.purpose as MonitoringEntry['purpose'],
    way: row.way as MonitoringEntry['way'],
    result: row.result as MonitoringEntry['result'],
    state: monitoringStateOn(row, today),
    doneByName: doneBySurname === null ? null : `${doneBySurname} ${doneByFirstNames}`,
  }
}

/** All entries of a placement, by their day. */
export async function listOfPlacement(db: Db, placementId: number, today: Day): Promise<MonitoringEntry[]> {
  const rows = await entries(db)
    .where('monitoring_entries.placement_id', '=', placementId)
    .orderBy('monitoring_entries.due_on')
    .orderBy('monitoring_entries.id')
    .execute()
  return rows.map((row) => toEntry(row, today))
}

/** @param unitId narrows to one unit and its families (a head's view); null for all */
export async function findEntry(
  db: Db,
  id: number,
  { unitId, today }: { unitId: number | null; today: Day },
): Promise<MonitoringView | undefined> {
  let query = entries(db)
    .innerJoin('placements', 'placements.id', 'monitoring_entries.placement_id')
    .innerJoin('volunteers', 'volunteers.id', 'placements.volunteer_id')
    .leftJoin('units', 'units.id', 'placements.unit_id')
    .leftJoin('families', 'families.id', 'placements.family_id')
    .select([
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'units.name as unitName',
      'families.code as familyCode',
      'placements.coordinator_id as coordinatorId',
    ])
    .where('monitoring_entries.id', '=', id)
  if (unitId !== null) query = query.where(isOfUnit('placements', unitId))
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const { surname, firstNames, unitName, familyCode, coordinatorId, ...entry } = row
  return {
    ...toEntry(entry, today),
    volunteerName: `${surname} ${firstNames}`,
    placeKind: unitName === null ? 'family' : 'unit',
    unitName,
    familyCode,
    coordinatorId,
  }
}

/** How much waits. */
export async function countWaiting(db: Db, today: Day, unitId: number | null) {
  let query = db
    .selectFrom('monitoring_entries')
    .innerJoin('placements', 'placements.id', 'monitoring_entries.placement_id')
    .select([
      sql<number>`count(case when monitoring_entries.due_on < ${today} then 1 end)`.as('overdue'),
      sql<number>`count(case when monitoring_entries.due_on = ${today} then 1 end)`.as('today'),
      sql<number>`count(case when monitoring_entries.due_on > ${today} then 1 end)`.as('coming'),
    ])
    .where(isWaiting)
    .where('monitoring_entries.due_on', '<=', addDays(today, 7))
  if (unitId !== null) query = query.where(isOfUnit('placements', unitId))
  return query.executeTakeFirstOrThrow()
}

/** How many placements are served by people whose status keeps from all work. */
export async function countKeptBack(db: Db, unitId: number | null): Promise<number> {
  let query = db
    .selectFrom('placements')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isKeptBack)
  if (unitId !== null) query = query.where(isOfUnit('placements', unitId))
  return (await query.executeTakeFirstOrThrow()).count
}

/** Lays out what is due. */
export async function insertDue(
  tx: Tx,
  placementId: number,
  due: readonly { purpose: string; day: Day; task?: string; fromId?: number }[],
  createdAt: string,
): Promise<void> {
  if (due.length === 0) return
  await tx
    .insertInto('monitoring_entries')
    .values(
      due.map(({ purpose, day, task = '', fromId = null }) => ({
        placement_id: placementId,
        purpose,
        due_on: day,
        task,
        from_id: fromId,
        sentence: '',
        next_step: '',
        skip_reason: '',
        created_at: createdAt,
      })),
    )
    .execute()
}

/** What was found at a contact. */
export interface Contact {
  doneOn: Day
  doneBy: number
  way: string
  result: string
  sentence: string
  nextStep: string
  nextStepOn: Day | null
}

function contactColumns(contact: Contact) {
  return {
    done_on: contact.doneOn,
    done_by: contact.doneBy,
    way: contact.way,
    result: contact.result,
    sentence: contact.sentence,
    next_step: contact.nextStep,
    next_step_on: contact.nextStepOn,
  }
}

/** Notes a contact. @returns false where the row is no longer at that version */
export function markDone(tx: Tx, id: number, version: number, contact: Contact): Promise<boolean> {
  return updateVersioned(tx, 'monitoring_entries', id, version, {
    ...contactColumns(contact),
    skipped_on: null,
    skip_reason: '',
  })
}

/** Writes a contact for which nothing was due, and answers its id. */
export async function insertContact(
  tx: Tx,
  placementId: number,
  contact: Contact,
  createdAt: string,
): Promise<number> {
  const { id } = await tx
    .insertInto('monitoring_entries')
    .values({
      ...contactColumns(contact),
      placement_id: placementId,
      purpose: 'contact',
      due_on: contact.doneOn,
      task: '',
      skip_reason: '',
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes out the open step that an entry left. */
export async function deleteOpenStepOf(tx: Tx, fromId: number): Promise<void> {
  await tx.deleteFrom('monitoring_entries').where('from_id', '=', fromId).where(isWaiting).execute()
}

/** Leaves an entry out, or (with null) takes that back. @returns false where the row is no longer at that version */
export function markSkipped(
  tx: Tx,
  id: number,
  version: number,
  skipped: { on: Day; reason: string } | null,
): Promise<boolean> {
  return updateVersioned(tx, 'monitoring_entries', id, version, {
    skipped_on: skipped?.on ?? null,
    skip_reason: skipped?.reason ?? '',
  })
}

/** Leaves out what is open in a placement, all of it or before a day. */
export async function skipOpen(
  tx: Tx,
  placementId: number,
  skipped: { on: Day; reason: string },
  before: Day = '9999-12-31',
): Promise<void> {
  await tx
    .updateTable('monitoring_entries')
    .set({ skipped_on: skipped.on, skip_reason: skipped.reason, version: sql`version + 1` })
    .where('placement_id', '=', placementId)
    .where('due_on', '<', before)
    .where(isWaiting)
    .execute()
}

/** Takes out what is open in a placement after a day: what the rhythm laid out alone, or steps as well. */
export async function deleteOpenAfter(
  tx: Tx,
  placementId: number,
  day: Day,
  what: 'rhythm' | 'everything',
): Promise<void> {
  let query = tx
    .deleteFrom('monitoring_entries')
    .where('placement_id', '=', placementId)
    .where('due_on', '>', day)
    .where(isWaiting)
  if (what === 'rhythm') query = query.where('purpose', '<>', 'nextStep')
  await query.execute()
}
