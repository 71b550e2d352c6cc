import {
  type CentreEvent,
  type EventFields,
  eventFields,
  type eventsContract,
} from '#shared/features/events/events.contract.ts'
import type { eventsRegister } from '#shared/features/events/events.register.ts'
import { daysOfEvent, daysText, eventProblems } from '#shared/features/events/events.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import { findKind } from '../requirements/requirements.service.ts'
import { isInStaff } from '../staff/staff.reader.ts'
import { findUnit } from '../units/units.service.ts'
import { eventsList } from './events.list.queries.ts'
import * as members from './events.members.queries.ts'
import * as queries from './events.queries.ts'
import { getEvent, listMembersOf } from './events.reader.ts'

type Writing = Pick<CommandContext, 'tx' | 'record'>

/** For so many days after it an event is offered where people are put on a list. */
const openDays = 60

/** Refuses beside its field what an event refers to and is not there, and a kind of activity that is closed. */
async function checkReferences(
  db: Db,
  { unitId, coordinatorId, activityKindId }: EventFields,
  before: CentreEvent | null,
): Promise<void> {
  if (unitId !== null && !(await findUnit(db, unitId))) throw fieldRefused('unitId', 'validation.notFound')
  if (coordinatorId !== null && !(await isInStaff(db, coordinatorId)))
    throw fieldRefused('coordinatorId', 'validation.notFound')
  if (activityKindId === null || activityKindId === before?.activityKindId) return
  const kind = await findKind(db, activityKindId)
  if (!kind) throw fieldRefused('activityKindId', 'validation.notFound')
  if (!kind.isActive) throw fieldRefused('activityKindId', 'events.errors.kindClosed')
}

/** What agreements say of their event, and so stays once one was concluded. */
const agreedFields = [
  'startsOn',
  'endsOn',
  'fromMinute',
  'toMinute',
  'unitId',
  'activityKindId',
  'tasks',
  'worksWithMinors',
  'nnwProvider',
  'nnwInsurer',
  'nnwPolicy',
  'nnwFrom',
  'nnwTo',
] as const satisfies (keyof EventFields)[]

async function checkAgreed(db: Db, before: CentreEvent, event: EventFields): Promise<void> {
  const changed = agreedFields.find((key) => JSON.stringify(before[key]) !== JSON.stringify(event[key]))
  if (changed === undefined) return
  const isAgreed = (await listMembersOf(db, before)).some(({ agreement }) => agreement !== null)
  if (isAgreed) throw fieldRefused(changed, 'events.errors.agreed')
}

/** Plans an event inside the caller's transaction. */
export async function planEvent(
  { tx, record, now }: Pick<PublicCommandContext, 'tx' | 'record' | 'now'>,
  event: EventFields,
): Promise<CentreEvent> {
  await checkReferences(tx, event, null)
  const id = await queries.insertEvent(tx, event, now)
  await record({ kind: 'events', recordId: id, action: 'created', after: event })
  return getEvent(tx, id)
}

async function changeEvent(
  { tx, record }: Writing,
  { id, version, ...event }: EventFields & Pick<CentreEvent, 'id' | 'version'>,
): Promise<CentreEvent> {
  const before = await getEvent(tx, id)
  refuseClosed(before)
  await checkReferences(tx, event, before)
  if (before.version !== version) throw conflict(before)
  await checkAgreed(tx, before, event)
  if ((await members.countPresencesOutside(tx, id, event)) > 0)
    throw fieldRefused('startsOn', 'events.errors.presenceOutside')
  if (!(await queries.updateEvent(tx, { id, version }, event))) throw conflict(before)
  const after = await getEvent(tx, id)
  await record({ kind: 'events', recordId: id, action: 'changed', before, after })
  return after
}

/** Refuses an event whose list does not change any more. */
export function refuseClosed({ status }: Pick<CentreEvent, 'status'>): void {
  if (status === 'settled' || status === 'cancelled') throw ruleBroken(`events.errors.${status}`)
}

/** Notes what became of an event. */
export async function changeStatus(
  { tx, record }: Writing,
  before: CentreEvent,
  version: number,
  status: CentreEvent['status'],
  { action, reason = '' }: { action: string; reason?: string },
): Promise<CentreEvent> {
  if (!(await queries.updateStatus(tx, { id: before.id, version }, status, reason))) throw conflict(before)
  const after = await getEvent(tx, before.id)
  await record({
    kind: 'events',
    recordId: before.id,
    action,
    before: { status: before.status, cancelReason: before.cancelReason },
    after: { status, cancelReason: reason },
  })
  return after
}

/** Why a held event cannot be settled; undefined where it can. */
async function whyNotSettled(db: Db, event: CentreEvent): Promise<string | undefined> {
  const list = await listMembersOf(db, event)
  const days = daysOfEvent(event)
  const came = list.filter(({ presences }) => presences.some(({ minutes }) => minutes > 0))
  if (came.some(({ agreement }) => agreement === null)) return 'events.errors.cameWithoutAgreement'
  const concluded = list.filter(({ agreement }) => agreement !== null)
  if (concluded.some(({ presences }) => presences.length < days.length))
    return 'events.errors.presenceUnknown'
  const isWritten = concluded.every(({ presences, served }) =>
    presences.every(({ day, minutes }) => minutes === 0 || served.some((each) => each.day === day)),
  )
  return isWritten ? undefined : 'events.errors.hoursMissing'
}

/** What the tools of every register need to know of this one. */
export const eventsServed: ServedRegister<typeof eventsRegister> = { list: eventsList }

type Handled =
  | keyof ReturnType<typeof registerHandlers>
  | 'removal'
  | 'undo'
  | 'get'
  | 'create'
  | 'change'
  | 'open'
  | 'members'
  | 'problems'
  | 'ofAgreement'
  | 'hold'
  | 'settle'
  | 'reopen'

export const eventsHandlers: Pick<Handlers<typeof eventsContract>, Handled> = {
  ...registerHandlers(eventsServed),

  removal: removalHandlers({
    list: eventsList,
    searchKinds: ['events'],
    get: getEvent,
    title: async (db, id) => {
      const event = await getEvent(db, id)
      return `${event.name}, ${daysText(event)}`
    },
    reasons: async (db, id) => {
      const list = await members.listMembers(db, id)
      const count = list.filter(({ agreementId }) => agreementId !== null).length
      return count > 0 ? [{ key: 'events.held.concluded', params: { count }, records: [] }] : []
    },
    rows: async (db, id) => [
      { table: 'event_members', where: { event_id: id } },
      ...(await members.listMemberIds(db, id)).map((member_id) => ({
        table: 'event_presences' as const,
        where: { member_id },
      })),
    ],
    counted: { event_members: 'events.memberCount' },
  }),

  undo: undoHandlers(eventsList, { fields: eventFields, get: getEvent, change: changeEvent }),

  get: ({ db, user }, { id }) => getEvent(db, id, unitScope(user)),

  create: planEvent,

  change: changeEvent,

  open: ({ db, user, today }) => queries.listOpen(db, addDays(today, -openDays), unitScope(user)),

  members: async ({ db, user }, { id }) => listMembersOf(db, await getEvent(db, id, unitScope(user))),

  problems: async ({ db, user }, { id }) => eventProblems(await getEvent(db, id, unitScope(user))),

  ofAgreement: async ({ db, user }, { id }) =>
    (await queries.findOfAgreement(db, id, unitScope(user))) ?? null,

  hold: async (context, { id, version }) => {
    const event = await getEvent(context.tx, id)
    if (event.status !== 'planned') throw ruleBroken('events.errors.notPlanned')
    if (event.startsOn > context.today) throw ruleBroken('events.errors.notYet')
    return changeStatus(context, event, version, 'held', { action: 'held' })
  },

  settle: async (context, { id, version }) => {
    const event = await getEvent(context.tx, id)
    if (event.status !== 'held') throw ruleBroken('events.errors.notHeld')
    const whyNot = await whyNotSettled(context.tx, event)
    if (whyNot) throw ruleBroken(whyNot)
    return changeStatus(context, event, version, 'settled', { action: 'settled' })
  },

  reopen: async (context, { id, version }) => {
    const event = await getEvent(context.tx, id)
    if (event.status !== 'held' && event.status !== 'settled') throw ruleBroken('events.errors.notHeld')
    const status = event.status === 'settled' ? 'held' : 'planned'
    return changeStatus(context, event, version, status, { action: 'reopened' })
  },
}
