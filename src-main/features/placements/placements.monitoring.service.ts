import type { Placement } from '#shared/features/placements/placements.contract.ts'
import type {
  MonitoringEntry,
  MonitoringView,
  monitoringContract,
} from '#shared/features/placements/placements.monitoring.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { type CommandContext, type User, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { isInStaff } from '../staff/staff.reader.ts'
import * as queries from './placements.monitoring.queries.ts'
import { monitoringList } from './placements.monitoringList.queries.ts'
import { getPlacement, readsFamilies } from './placements.reader.ts'
import type { monitoringRhythmHandlers } from './placements.rhythm.service.ts'

/** The entry; refuses `NOT_FOUND`, also outside a head's unit. */
async function getEntry(
  db: Db,
  id: number,
  { user, today }: Pick<CommandContext, 'user' | 'today'>,
): Promise<MonitoringView> {
  const entry = await queries.findEntry(db, id, { unitId: unitScope(user), today })
  if (!entry) throw notFound('monitoring')
  return entry
}

/** Without what was said of a family, for who may not read families. */
function entryAsReadBy<Entry extends MonitoringEntry>(entry: Entry, isOfFamily: boolean, user: User): Entry {
  if (!isOfFamily || readsFamilies(user)) return entry
  return {
    ...entry,
    sentence: '',
    task: '',
    nextStep: '',
    skipReason: '',
    ...('familyCode' in entry && { familyCode: null }),
  }
}

/** Refuses a contact that cannot have been made, or may not be entered any more. */
async function refuseContact(
  tx: Tx,
  contact: queries.Contact,
  placement: Placement,
  today: string,
): Promise<void> {
  const { doneOn, doneBy, nextStepOn } = contact
  const first = placement.introductions.at(-1)?.introducedOn ?? placement.startsOn
  const from = first < placement.startsOn ? first : placement.startsOn
  if (doneOn > today) throw fieldRefused('doneOn', 'monitoring.errors.future')
  if (doneOn < from) throw fieldRefused('doneOn', 'monitoring.errors.before', { day: formatDay(from) })
  const withdrawnOn = placement.introductions[0]?.withdrawnOn
  if (withdrawnOn && doneOn > withdrawnOn)
    throw fieldRefused('doneOn', 'monitoring.errors.withdrawn', { day: formatDay(withdrawnOn) })
  const { endedOn } = placement
  if (endedOn !== null && doneOn > endedOn)
    throw fieldRefused('doneOn', 'monitoring.errors.ended', { day: formatDay(endedOn) })
  if (nextStepOn !== null && nextStepOn < doneOn)
    throw fieldRefused('nextStepOn', 'monitoring.errors.stepBefore')
  if (!(await isInStaff(tx, doneBy))) throw fieldRefused('doneBy', 'validation.notFound')
}

/** Refuses to enter anything in a placement whose consent was taken back, or that has not begun. */
function refuseClosed(placement: Placement): void {
  if (placement.introductions[0]?.withdrawnOn && placement.state !== 'active')
    throw ruleBroken('monitoring.errors.consentWithdrawn')
  if (placement.activeOn === null) throw ruleBroken('monitoring.errors.notBegun')
}

/** What a contact left to do is due on its own day, as long as the placement lasts. */
async function writeStep(
  tx: Tx,
  entry: Pick<MonitoringEntry, 'id' | 'placementId'>,
  { nextStep, nextStepOn }: queries.Contact,
  now: string,
): Promise<void> {
  await queries.deleteOpenStepOf(tx, entry.id)
  if (!nextStep || nextStepOn === null) return
  const due = { purpose: 'nextStep', day: nextStepOn, task: nextStep, fromId: entry.id }
  await queries.insertDue(tx, entry.placementId, [due], now)
}

type Noting = Pick<CommandContext, 'tx' | 'today' | 'now' | 'record' | 'user'>

async function writeContact(
  context: Noting,
  { id, version, ...contact }: queries.Contact & { id: number; version: number },
  action: 'contactNoted' | 'contactAmended',
): Promise<MonitoringEntry> {
  const { tx, today, now, record } = context
  const entry = await getEntry(tx, id, context)
  const isDone = entry.doneOn !== null
  if (isDone !== (action === 'contactAmended'))
    throw ruleBroken(isDone ? 'monitoring.errors.done' : 'monitoring.errors.notDone')
  if (entry.skippedOn !== null) throw ruleBroken('monitoring.errors.skipped')
  const placement = await getPlacement(tx, entry.placementId)
  refuseClosed(placement)
  await refuseContact(tx, contact, placement, today)
  if (!(await queries.markDone(tx, id, version, contact))) throw conflict(entry)
  await writeStep(tx, entry, contact, now)
  await record({
    kind: 'placements',
    recordId: entry.placementId,
    action,
    // What was found is told by the entry alone.
    before: isDone ? { doneOn: entry.doneOn } : {},
    after: { doneOn: contact.doneOn },
  })
  return getEntry(tx, id, context)
}

/** Notes a contact that was made, inside the caller's transaction; refuses as `monitoring.note` does. */
export function noteContact(
  context: Noting,
  contact: queries.Contact & { id: number; version: number },
): Promise<MonitoringEntry> {
  return writeContact(context, contact, 'contactNoted')
}

/** The entries of a placement, by their days, as a user may read them. Refuses `NOT_FOUND`. */
export async function listEntriesOf(
  db: Db,
  placementId: number,
  { user, today }: Pick<CommandContext, 'user' | 'today'>,
): Promise<MonitoringEntry[]> {
  const placement = await getPlacement(db, placementId, unitScope(user))
  const entries = await queries.listOfPlacement(db, placementId, today)
  return entries.map((entry) => entryAsReadBy(entry, placement.placeKind === 'family', user))
}

export const monitoringHandlers: Omit<
  Handlers<typeof monitoringContract>,
  keyof typeof monitoringRhythmHandlers
> = {
  ...listHandlers(monitoringList),

  get: async ({ db, user, today, noteRead }, { id }) => {
    const entry = await getEntry(db, id, { user, today })
    const { familyId } = await getPlacement(db, entry.placementId)
    if (familyId !== null && readsFamilies(user)) noteRead({ kind: 'families', recordId: familyId })
    return entryAsReadBy(entry, familyId !== null, user)
  },

  ofPlacement: ({ db, ...reading }, { placementId }) => listEntriesOf(db, placementId, reading),

  summary: async ({ db, user, today }) => ({
    ...(await queries.countWaiting(db, today, unitScope(user))),
    keptBack: await queries.countKeptBack(db, unitScope(user)),
  }),

  note: noteContact,

  amend: (context, input) => writeContact(context, input, 'contactAmended'),

  add: async (context, { placementId, ...contact }) => {
    const { tx, user, today, now, record } = context
    const placement = await getPlacement(tx, placementId, unitScope(user))
    refuseClosed(placement)
    await refuseContact(tx, contact, placement, today)
    const id = await queries.insertContact(tx, placementId, contact, now)
    await writeStep(tx, { id, placementId }, contact, now)
    await record({
      kind: 'placements',
      recordId: placementId,
      action: 'contactNoted',
      after: { doneOn: contact.doneOn },
    })
    return getEntry(tx, id, context)
  },

  skip: async (context, { id, version, reason, andEarlier }) => {
    const { tx, today, record } = context
    const entry = await getEntry(tx, id, context)
    if (entry.doneOn !== null) throw ruleBroken('monitoring.errors.done')
    if (!(await queries.markSkipped(tx, id, version, { on: today, reason }))) throw conflict(entry)
    if (andEarlier) await queries.skipOpen(tx, entry.placementId, { on: today, reason }, entry.dueOn)
    await record({
      kind: 'placements',
      recordId: entry.placementId,
      action: 'contactSkipped',
      after: { dueOn: entry.dueOn },
    })
    return getEntry(tx, id, context)
  },

  unskip: async (context, { id, version }) => {
    const { tx, record } = context
    const entry = await getEntry(tx, id, context)
    refuseClosed(await getPlacement(tx, entry.placementId))
    if (entry.skippedOn === null) throw ruleBroken('monitoring.errors.notSkipped')
    if (!(await queries.markSkipped(tx, id, version, null))) throw conflict(entry)
    await record({
      kind: 'placements',
      recordId: entry.placementId,
      action: 'contactUnskipped',
      after: { dueOn: entry.dueOn },
    })
    return getEntry(tx, id, context)
  },
}
