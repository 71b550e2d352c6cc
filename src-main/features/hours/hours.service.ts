import {
  type HourEntry,
  type HoursFields,
  type hoursContract,
  linesOfPage,
  type RefusedCell,
} from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, whyNotServed } from '#shared/features/hours/hours.rules.ts'
import { type Day, formatDay } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { AppError, conflict, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { hoursList } from './hours.list.queries.ts'
import * as queries from './hours.queries.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

async function getEntry(db: Db, id: number, unitId: number | null = null): Promise<HourEntry> {
  const entry = await queries.findEntry(db, id, unitId)
  if (!entry) throw notFound('hours')
  return entry
}

/** Hours as the history of their agreement has them: `3.11.2026: 2,5 h`. */
function told(servedOn: Day, minutes: number): string {
  return `${formatDay(servedOn)}: ${hoursInCell(minutes)} h`
}

/** The agreement of an entry, if the rules allow the entry; refuses beside the day otherwise. */
async function agreementFor(
  db: Db,
  entry: Pick<HoursFields, 'agreementId' | 'servedOn' | 'minutes'>,
  { today, exceptId, unitId }: { today: Day; exceptId: number | null; unitId: number | null },
): Promise<queries.AgreementServed> {
  const [agreement] = await queries.listServed(db, [entry.agreementId], unitId)
  if (!agreement) throw notFound('agreements')
  const ofDay = await queries.listServedBy(db, [agreement.volunteerId], entry.servedOn, entry.servedOn)
  const others = ofDay.filter(({ id }) => id !== exceptId).reduce((sum, { minutes }) => sum + minutes, 0)
  const problem = whyNotServed(entry, agreement, { today, others })
  if (problem) throw new AppError('VALIDATION', { fields: { servedOn: problem } })
  return agreement
}

/** Enters a time inside the caller's transaction, and answers its id. Refuses what the rules of hours refuse. */
export async function enterHours(
  { tx, record, now, today }: Writing,
  entry: HoursFields,
  { unitId = null, importId = null }: { unitId?: number | null; importId?: number | null } = {},
): Promise<number> {
  const { volunteerId } = await agreementFor(tx, entry, { today, exceptId: null, unitId })
  const id = await queries.insertEntry(tx, { ...entry, volunteerId, importId, createdAt: now })
  await record({
    kind: 'agreements',
    recordId: entry.agreementId,
    action: 'hoursEntered',
    after: { hours: [told(entry.servedOn, entry.minutes)] },
  })
  return id
}

type Cell = { agreementId: number; day: Day; minutes: number }

/**
 * Writes cells, each as a whole: the time of an agreement on a day. Answers those that may not be written; the cells of an
 * agreement that is out of reach are refused like those of one that is not there.
 */
async function saveCells(context: Writing, cells: Cell[], unitId: number | null) {
  const { tx, record, now, today } = context
  const found = await queries.listServed(tx, [...new Set(cells.map((cell) => cell.agreementId))], unitId)
  const agreements = new Map(found.map((agreement) => [agreement.id, agreement]))
  const days = cells.map(({ day }) => day).sort()
  const people = [...new Set(found.map(({ volunteerId }) => volunteerId))]
  const served = await queries.listServedBy(tx, people, days[0] as Day, days.at(-1) as Day)
  const refused: RefusedCell[] = []
  const changes = new Map<number, { before: string[]; after: string[] }>()
  const byDay = Map.groupBy(served, ({ volunteerId, servedOn }) => `${volunteerId} ${servedOn}`)

  for (const { agreementId, day, minutes } of cells) {
    const refuse = (problem: { key: string }) => refused.push({ agreementId, day, ...problem })
    const agreement = agreements.get(agreementId)
    if (!agreement) {
      refuse({ key: 'hours.errors.noAgreement' })
      continue
    }
    const key = `${agreement.volunteerId} ${day}`
    const ofPerson = byDay.get(key) ?? []
    const entries = ofPerson.filter((entry) => entry.agreementId === agreementId)
    const before = entries.reduce((sum, entry) => sum + entry.minutes, 0)
    if (before === minutes) continue
    const others = ofPerson.reduce((sum, entry) => sum + entry.minutes, -before)
    const problem =
      entries.length > 1
        ? { key: 'hours.errors.several' }
        : entries[0]?.isConfirmed
          ? { key: 'hours.errors.confirmed' }
          : minutes > 0
            ? whyNotServed({ servedOn: day, minutes }, agreement, { today, others })
            : undefined
    if (problem) {
      refuse(problem)
      continue
    }
    const [entry] = entries
    const whole = { agreementId, volunteerId: agreement.volunteerId, servedOn: day, minutes }
    const rest = ofPerson.filter((each) => each !== entry)
    if (entry && minutes === 0) {
      if (!(await queries.deleteEntry(tx, entry.id, entry.version)))
        throw new Error('an entry moved under its lock')
      byDay.set(key, rest)
    } else if (entry) {
      if (!(await queries.updateEntry(tx, entry.id, entry.version, whole)))
        throw new Error('an entry moved under its lock')
      byDay.set(key, [...rest, { ...entry, minutes, version: entry.version + 1 }])
    } else {
      const blank = { place: '', task: '', importId: null, createdAt: now }
      const id = await queries.insertEntry(tx, { ...whole, ...blank })
      byDay.set(key, [...rest, { ...whole, id, isConfirmed: 0, version: 1 }])
    }
    const change = changes.get(agreementId) ?? { before: [], after: [] }
    if (before > 0) change.before.push(told(day, before))
    if (minutes > 0) change.after.push(told(day, minutes))
    changes.set(agreementId, change)
  }

  for (const [recordId, { before, after }] of changes) {
    await record({
      kind: 'agreements',
      recordId,
      action: 'hoursEntered',
      before: { hours: before },
      after: { hours: after },
    })
  }
  return { saved: cells.length - refused.length, refused }
}

/** The unit to which a call is narrowed: a head's own, or else the one that was asked for. */
function unitOf(scope: number | null, asked: number | null): number | null {
  return scope ?? asked
}

/** Confirms the entries of agreements in a month, or takes that back, inside the caller's transaction; answers how many. */
export async function confirmHours(
  {
    tx,
    record,
    now,
    user,
  }: Pick<PublicCommandContext, 'tx' | 'record' | 'now'> & {
    user: Parameters<typeof unitScope>[0]
  },
  { month, agreementIds }: { month: string; agreementIds: number[] },
  isConfirming: boolean,
): Promise<number> {
  const found = await queries.listServed(tx, [...new Set(agreementIds)], unitScope(user))
  let all = 0
  for (const { id } of found) {
    const by = isConfirming ? { userId: user.id, at: now } : null
    const { count, minutes } = await queries.confirmEntries(tx, id, month, by)
    if (count === 0) continue
    all += count
    await record({
      kind: 'agreements',
      recordId: id,
      action: isConfirming ? 'hoursConfirmed' : 'hoursReopened',
      after: { hours: [`${month.slice(5)}.${month.slice(0, 4)}: ${hoursInCell(minutes)} h`] },
    })
  }
  return all
}

export const hoursHandlers: Handlers<typeof hoursContract> = {
  ...listHandlers(hoursList),

  month: ({ db, user }, { unitId, ...asked }) =>
    queries.listMonth(db, { ...asked, unitId: unitOf(unitScope(user), unitId), limit: linesOfPage }),

  months: ({ db, user }, { volunteerId }) => queries.listMonthsOf(db, volunteerId, unitScope(user)),

  save: (context, { cells }) => saveCells(context, cells, unitScope(context.user)),

  get: ({ db, user }, { id }) => getEntry(db, id, unitScope(user)),

  create: async (context, entry) =>
    getEntry(context.tx, await enterHours(context, entry, { unitId: unitScope(context.user) })),

  change: async ({ tx, record, today, user }, { id, version, ...entry }) => {
    const unitId = unitScope(user)
    const before = await getEntry(tx, id, unitId)
    if (before.confirmedAt) throw ruleBroken('hours.errors.confirmed')
    const { volunteerId } = await agreementFor(tx, entry, { today, exceptId: id, unitId })
    if (!(await queries.updateEntry(tx, id, version, { ...entry, volunteerId }))) throw conflict(before)
    await record({
      kind: 'agreements',
      recordId: entry.agreementId,
      action: 'hoursEntered',
      before: { hours: [told(before.servedOn, before.minutes)], place: before.place, task: before.task },
      after: { hours: [told(entry.servedOn, entry.minutes)], place: entry.place, task: entry.task },
    })
    return getEntry(tx, id)
  },

  remove: async ({ tx, record, user }, { id, version }) => {
    const before = await getEntry(tx, id, unitScope(user))
    if (before.confirmedAt) throw ruleBroken('hours.errors.confirmed')
    if (!(await queries.deleteEntry(tx, id, version))) throw conflict(before)
    await record({
      kind: 'agreements',
      recordId: before.agreementId,
      action: 'hoursEntered',
      before: { hours: [told(before.servedOn, before.minutes)] },
      after: { hours: [] },
    })
  },

  confirm: (context, input) => confirmHours(context, input, true),

  reopen: (context, input) => confirmHours(context, input, false),
}
