import { setImmediate } from 'node:timers/promises'
import type {
  Facts,
  Item,
  RuleBook,
  StatusFrom,
} from '#shared/features/requirements/requirements.model.rules.ts'
import { waitsFrom } from '#shared/features/requirements/requirements.reminders.rules.ts'
import { itemsOf, optionsOf } from '#shared/features/requirements/requirements.rules.ts'
import { type StatusCourse, statusCourse } from '#shared/features/requirements/requirements.status.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { listStatusDue, updateStatuses } from '../volunteers/volunteers.service.ts'
import { type KnownVolunteer, loadBook, loadVolunteers } from './requirements.facts.queries.ts'
import * as standings from './requirements.standings.queries.ts'
import * as statusQueries from './requirements.status.queries.ts'

/** What a status is worked out with. `userId` is null where it changes by itself. */
export interface Settling {
  tx: Tx
  today: Day
  now: string
  userId: number | null
}

/** How many volunteers are worked out at a time: between the portions other calls are served. */
const portion = 500

/** The kinds of documents by whose issue a requirement is done. */
function documentKindsOf({ versions }: RuleBook): string[] {
  const kinds = versions.filter(({ source }) => source === 'document').map((rule) => rule.sourceDetail)
  return [...new Set(kinds)]
}

/** What is known of volunteers, with the rules; without those who are not there. */
export async function knownOfAll(
  db: Db,
  volunteerIds: number[],
): Promise<{ book: RuleBook; known: Map<number, KnownVolunteer> }> {
  const book = await loadBook(db)
  return { book, known: await loadVolunteers(db, volunteerIds, documentKindsOf(book)) }
}

/** What is known of a volunteer, with the rules; undefined where there is no such volunteer. */
export async function knownOf(
  db: Db,
  volunteerId: number,
): Promise<{ book: RuleBook; facts: Facts } | undefined> {
  const { book, known } = await knownOfAll(db, [volunteerId])
  const facts = known.get(volunteerId)?.facts
  return facts && { book, facts }
}

/** The beginning of the work that was agreed and lies ahead; null where none does. */
export function workToBegin({ agreements }: Facts, today: Day): Day | null {
  const ahead = agreements.map(({ startsOn }) => startsOn).filter((startsOn) => startsOn >= today)
  return ahead.sort()[0] ?? null
}

/** The day of a requirement that people have to look after: of its lapse, or by which what is missing has to be done. */
export function dueOf({ standing, until }: Item, facts: Facts, today: Day): Day | null {
  return standing === 'missing' ? workToBegin(facts, today) : until
}

const listed = new Set<string>(['inVerification', 'active', 'suspended'])

type Noted = Awaited<ReturnType<typeof standings.listReminders>>

/** The lines that a volunteer has in the list of what is missing and will lapse. */
function linesOf(
  volunteerId: number,
  { book, facts, status, noted }: { book: RuleBook; facts: Facts; status: string; noted: Noted },
  today: Day,
): standings.StandingRow[] {
  if (!listed.has(status)) return []
  return itemsOf(optionsOf(book, facts, today)).flatMap((item) => {
    const { rule, standing } = item
    const dueOn = dueOf(item, facts, today)
    if (dueOn === null && (standing === 'done' || standing === 'exempt')) return []
    const done = noted
      .filter((each) => each.requirementId === rule.requirementId && each.dueOn === dueOn)
      .map(({ daysBefore }) => daysBefore)
    return [
      {
        volunteerId,
        requirementId: rule.requirementId,
        state: standing,
        dueOn,
        remindOn: dueOn && waitsFrom(dueOn, rule.reminderDays, done),
      },
    ]
  })
}

type Line = Pick<StatusFrom, 'since' | 'requirementId' | 'markId'> & { status: string; reason: string }

function isSame(one: Line, other: Line): boolean {
  return (
    one.status === other.status &&
    one.since === other.since &&
    one.reason === other.reason &&
    one.requirementId === other.requirementId &&
    one.markId === other.markId
  )
}

/** What of a course is not told yet. Where the past itself was corrected, only how it stands now. */
function untold(last: Line | undefined, { course }: StatusCourse): StatusFrom[] {
  const [first, ...rest] = course
  if (!last) return first?.status === 'candidate' ? rest : course
  const told = course.findIndex((line) => isSame(line, last))
  if (told >= 0) return course.slice(told + 1)
  const now = course.at(-1)
  return now ? [now] : []
}

async function writeStanding(
  { tx }: Settling,
  wanted: standings.StandingRow[],
  present: Awaited<ReturnType<typeof standings.listStandings>>,
): Promise<void> {
  const left = new Map(present.map((row) => [row.requirementId, row]))
  for (const row of wanted) {
    const known = left.get(row.requirementId)
    left.delete(row.requirementId)
    if (!known) await standings.insertStanding(tx, row)
    else if (known.state !== row.state || known.dueOn !== row.dueOn || known.remindOn !== row.remindOn)
      await standings.updateStanding(tx, known.id, row)
  }
  const gone = present.filter(({ requirementId }) => left.has(requirementId))
  // A merge may bring two lines of one requirement.
  const doubled = present.filter((row, at) =>
    present.slice(at + 1).some((other) => other.requirementId === row.requirementId),
  )
  await standings.deleteStandings(tx, [...new Set([...gone, ...doubled].map(({ id }) => id))])
}

/** A status that changed. */
export interface ChangedStatus {
  volunteerId: number
  before: string
  after: StatusFrom
}

/**
 * Works out the statuses of volunteers, and what they lack, and writes what changed. Answers whose status is another. Who
 * made it change stands beside the last line of the course.
 */
export async function settleAll(settling: Settling, volunteerIds: number[]): Promise<ChangedStatus[]> {
  const { tx, today, now, userId } = settling
  const book = await loadBook(tx)
  const kinds = documentKindsOf(book)
  const changed: ChangedStatus[] = []
  for (let start = 0; start < volunteerIds.length; start += portion) {
    if (start > 0) await setImmediate()
    const ids = volunteerIds.slice(start, start + portion)
    const known = await loadVolunteers(tx, ids, kinds)
    const last = new Map(
      (await statusQueries.listLastStatuses(tx, ids)).map((line) => [line.volunteerId, line]),
    )
    const present = Map.groupBy(await standings.listStandings(tx, ids), ({ volunteerId }) => volunteerId)
    const noted = Map.groupBy(await standings.listReminders(tx, ids), ({ volunteerId }) => volunteerId)
    for (const [volunteerId, { facts, kept }] of known) {
      const course = statusCourse(book, facts, today)
      const { current, nextOn } = course
      const lines = untold(last.get(volunteerId), course)
      for (const [at, line] of lines.entries()) {
        const isLast = at === lines.length - 1
        await statusQueries.insertStatus(tx, volunteerId, line, { userId: isLast ? userId : null, at: now })
      }
      const { status, since } = current
      if (isMoved(kept, { status, since, nextOn }))
        await updateStatuses(tx, [{ id: volunteerId, status, since, nextOn }])
      if (kept.status !== status) changed.push({ volunteerId, before: kept.status, after: current })
      const wanted = linesOf(volunteerId, { book, facts, status, noted: noted.get(volunteerId) ?? [] }, today)
      await writeStanding(settling, wanted, present.get(volunteerId) ?? [])
    }
  }
  return changed
}

function isMoved(kept: KnownVolunteer['kept'], wanted: KnownVolunteer['kept']): boolean {
  return kept.status !== wanted.status || kept.since !== wanted.since || kept.nextOn !== wanted.nextOn
}

/** Works out the statuses whose day has come, or which something else made doubtful. */
export async function settleDue(settling: Settling): Promise<void> {
  await settleAll(settling, await listStatusDue(settling.tx, settling.today))
}
