import type { HoursCell, hoursContract, RefusedCell } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, hoursTold, whyNotServed } from '#shared/features/hours/hours.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { formatMonth } from '#shared/kit/months.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as confirming from './hours.confirming.queries.ts'
import * as queries from './hours.queries.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>
type Entry = Awaited<ReturnType<typeof queries.listServedBy>>[number]

/** Why an entry, the only one of its cell, is not written over with this; undefined where it is. */
function whyNotOver(entry: Entry, cell: HoursCell): FieldProblem | undefined {
  if (entry.isConfirmed) return { key: 'hours.errors.confirmed' }
  // Words that the grid does not show are not lost by a key pressed in it.
  return cell.minutes === 0 && entry.hasWords ? { key: 'hours.errors.detailed' } : undefined
}

/**
 * Writes cells, each as a whole: the time of an agreement on a day. Answers those that may not be written; the cells of an
 * agreement that is out of reach are refused like those of one that is not there.
 */
async function saveCells(context: Writing, cells: HoursCell[], unitId: number | null) {
  const { tx, record, now, today } = context
  const found = await queries.listServed(tx, [...new Set(cells.map((cell) => cell.agreementId))], unitId)
  const agreements = new Map(found.map((agreement) => [agreement.id, agreement]))
  const days = cells.map(({ day }) => day).sort()
  const people = [...new Set(found.map(({ volunteerId }) => volunteerId))]
  const served = await queries.listServedBy(tx, people, days[0] as Day, days.at(-1) as Day)
  const refused: RefusedCell[] = []
  const changes = new Map<number, { before: string[]; after: string[] }>()
  const byDay = Map.groupBy(served, ({ volunteerId, servedOn }) => `${volunteerId} ${servedOn}`)

  for (const cell of cells) {
    const { agreementId, day, ...time } = cell
    const refuse = (problem: FieldProblem) => refused.push({ agreementId, day, ...problem })
    const agreement = agreements.get(agreementId)
    if (!agreement) {
      refuse({ key: 'hours.errors.noAgreement' })
      continue
    }
    const key = `${agreement.volunteerId} ${day}`
    const ofPerson = byDay.get(key) ?? []
    const entries = ofPerson.filter((entry) => entry.agreementId === agreementId)
    const [entry] = entries
    const minutes = entries.reduce((sum, each) => sum + each.minutes, 0)
    const isSameSpan = entries.length > 1 || time.fromMinute === (entry?.fromMinute ?? null)
    if (minutes === time.minutes && isSameSpan) continue
    const others = ofPerson.filter((each) => each !== entry)
    const problem =
      entries.length > 1
        ? { key: 'hours.errors.several' }
        : ((entry && whyNotOver(entry, cell)) ??
          (time.minutes > 0
            ? whyNotServed({ servedOn: day, ...time }, agreement, { today, others })
            : undefined))
    if (problem) {
      refuse(problem)
      continue
    }
    const whole = { agreementId, volunteerId: agreement.volunteerId, servedOn: day, ...time }
    const isWritten = await writeCell(tx, entry, whole, now)
    byDay.set(key, isWritten === null ? others : [...others, isWritten])
    const change = changes.get(agreementId) ?? { before: [], after: [] }
    if (entry) change.before.push(hoursTold(day, entry))
    if (time.minutes > 0) change.after.push(hoursTold(day, time))
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

/** Writes what a cell says in place of its entry. @returns the entry as it is now; null where the cell is empty */
async function writeCell(
  tx: Writing['tx'],
  entry: Entry | undefined,
  whole: Omit<Entry, 'id' | 'version' | 'isConfirmed' | 'hasWords'>,
  createdAt: string,
): Promise<Entry | null> {
  if (!entry) {
    const id = await queries.insertEntry(tx, { ...whole, place: '', task: '', importId: null, createdAt })
    return { ...whole, id, version: 1, isConfirmed: 0, hasWords: 0 }
  }
  const isWritten =
    whole.minutes === 0
      ? await queries.deleteEntry(tx, entry.id, entry.version)
      : await queries.updateEntry(tx, entry.id, entry.version, whole)
  if (!isWritten) throw new Error('an entry moved under its lock')
  return whole.minutes === 0 ? null : { ...entry, ...whole, version: entry.version + 1 }
}

/** What the history of an agreement keeps of a month that was confirmed or opened again. */
function monthTold(month: string, minutes: number) {
  return { hours: [`${formatMonth(month)}: ${hoursInCell(minutes)} h`] }
}

type Confirming = Pick<CommandContext, 'tx' | 'record' | 'now' | 'user'>

async function confirmAll(
  { tx, record, now, user }: Confirming,
  { month, lines }: { month: string; lines: { agreementId: number; minutes: number }[] },
) {
  const seen = new Map(lines.map(({ agreementId, minutes }) => [agreementId, minutes]))
  const found = await queries.listServed(tx, [...seen.keys()], unitScope(user))
  const ids = found.map(({ id }) => id)
  const open = await confirming.openMinutesOf(tx, ids, month)
  const isAsSeen = (id: number) => (open.get(id) ?? 0) === seen.get(id)
  const asSeen = ids.filter(isAsSeen)
  const confirmed = await confirming.confirmEntries(tx, asSeen, month, { userId: user.id, at: now })
  let all = 0
  for (const [recordId, { count, minutes }] of confirmed) {
    all += count
    await record({
      kind: 'agreements',
      recordId,
      action: 'hoursConfirmed',
      after: monthTold(month, minutes),
    })
  }
  return { count: all, confirmedAt: now, changed: ids.filter((id) => !isAsSeen(id)) }
}

/** Confirms all entries of agreements in a month, whatever is open, inside the caller's transaction; answers how many. */
export async function confirmHours(
  context: Confirming,
  { month, agreementIds }: { month: string; agreementIds: readonly number[] },
): Promise<number> {
  const ids = [...new Set(agreementIds)]
  const open = await confirming.openMinutesOf(context.tx, ids, month)
  const lines = ids.map((agreementId) => ({ agreementId, minutes: open.get(agreementId) ?? 0 }))
  return (await confirmAll(context, { month, lines })).count
}

async function reopenAll(
  { tx, record, user }: CommandContext,
  { month, agreementIds, confirmedAt }: { month: string; agreementIds: number[]; confirmedAt: string | null },
): Promise<number> {
  const found = await queries.listServed(tx, [...new Set(agreementIds)], unitScope(user))
  const ids = found.map(({ id }) => id)
  const reopened = await confirming.reopenEntries(tx, ids, month, confirmedAt)
  let all = 0
  for (const [recordId, { count, minutes }] of reopened) {
    all += count
    await record({ kind: 'agreements', recordId, action: 'hoursReopened', after: monthTold(month, minutes) })
  }
  return all
}

/** The handlers of writing the grid of a month and of confirming it. */
export const hoursCellsHandlers: Pick<Handlers<typeof hoursContract>, 'save' | 'confirm' | 'reopen'> = {
  save: (context, { cells }) => saveCells(context, cells, unitScope(context.user)),
  confirm: confirmAll,
  reopen: reopenAll,
}
