import {
  type HourEntry,
  type HoursFields,
  type hoursContract,
  linesOfPage,
} from '#shared/features/hours/hours.contract.ts'
import { hoursTold, type ServedTime, whyNotServed } from '#shared/features/hours/hours.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { AppError, conflict, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { hoursCellsHandlers } from './hours.cells.service.ts'
import { hoursList } from './hours.list.queries.ts'
import * as months from './hours.month.queries.ts'
import { hoursOutHandlers } from './hours.out.service.ts'
import * as queries from './hours.queries.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

async function getEntry(db: Db, id: number, unitId: number | null = null): Promise<HourEntry> {
  const entry = await queries.findEntry(db, id, unitId)
  if (!entry) throw notFound('hours')
  return entry
}

/** The agreement of an entry, if the rules allow the entry; refuses beside the day otherwise. */
async function agreementFor(
  db: Db,
  { agreementId, servedOn, ...entry }: Pick<HoursFields, 'agreementId' | 'servedOn'> & ServedTime,
  { today, exceptId, unitId }: { today: Day; exceptId: number | null; unitId: number | null },
): Promise<queries.AgreementServed> {
  const [agreement] = await queries.listServed(db, [agreementId], unitId)
  if (!agreement) throw notFound('agreements')
  const ofDay = await queries.listServedBy(db, [agreement.volunteerId], servedOn, servedOn)
  const others = ofDay.filter(({ id }) => id !== exceptId)
  const problem = whyNotServed({ servedOn, ...entry }, agreement, { today, others })
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
    after: { hours: [hoursTold(entry.servedOn, entry)] },
  })
  return id
}

/** The unit to which a call is narrowed: a head's own, or else the one that was asked for. */
function unitOf(scope: number | null, asked: number | null): number | null {
  return scope ?? asked
}

export const hoursHandlers: Handlers<typeof hoursContract> = {
  ...listHandlers(hoursList),
  ...hoursCellsHandlers,
  ...hoursOutHandlers,

  month: ({ db, user }, { unitId, ...asked }) =>
    months.listMonth(db, { ...asked, unitId: unitOf(unitScope(user), unitId), limit: linesOfPage }),

  months: async ({ db, user }, asked) =>
    asked.volunteerId === null && asked.agreementId === null
      ? []
      : months.listMonthsOf(db, asked, unitScope(user)),

  totals: async ({ db, user }, { by, unitId, from, to }) => {
    const span = { from, to, unitId: unitOf(unitScope(user), unitId) }
    return { lines: await months.listTotals(db, span, by), whole: await months.wholeOf(db, span) }
  },

  get: ({ db, user }, { id }) => getEntry(db, id, unitScope(user)),

  create: async (context, entry) =>
    getEntry(context.tx, await enterHours(context, entry, { unitId: unitScope(context.user) })),

  change: async ({ tx, record, today, user }, { id, version, ...entry }) => {
    const unitId = unitScope(user)
    const before = await getEntry(tx, id, unitId)
    if (before.version !== version) throw conflict(before)
    if (before.confirmedAt) throw ruleBroken('hours.errors.confirmed')
    const { volunteerId } = await agreementFor(tx, entry, { today, exceptId: id, unitId })
    if (!(await queries.updateEntry(tx, id, version, { ...entry, volunteerId }))) throw conflict(before)
    if (before.agreementId !== entry.agreementId) {
      await record({
        kind: 'agreements',
        recordId: before.agreementId,
        action: 'hoursEntered',
        before: { hours: [hoursTold(before.servedOn, before)] },
        after: { hours: [] },
      })
    }
    await record({
      kind: 'agreements',
      recordId: entry.agreementId,
      action: 'hoursEntered',
      before: { hours: [hoursTold(before.servedOn, before)], place: before.place, task: before.task },
      after: { hours: [hoursTold(entry.servedOn, entry)], place: entry.place, task: entry.task },
    })
    return getEntry(tx, id)
  },

  remove: async ({ tx, record, user }, { id, version }) => {
    const before = await getEntry(tx, id, unitScope(user))
    if (before.version !== version) throw conflict(before)
    if (before.confirmedAt) throw ruleBroken('hours.errors.confirmed')
    if (!(await queries.deleteEntry(tx, id, version))) throw conflict(before)
    await record({
      kind: 'agreements',
      recordId: before.agreementId,
      action: 'hoursEntered',
      before: { hours: [hoursTold(before.servedOn, before)] },
      after: { hours: [] },
    })
  },
}
