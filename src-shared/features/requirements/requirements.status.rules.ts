import { addDays, addYears, type Day } from '../../kit/dates.ts'
import type { Facts, Mark, RuleBook, StatusFrom, StatusReason } from './requirements.model.rules.ts'
import {
  isBound,
  nearestOption,
  type Option,
  optionsOf,
  unmetBefore,
  worksSinceBefore,
} from './requirements.rules.ts'

/** A status as it came about up to a day. */
export interface StatusCourse {
  /** How it is on that day. */
  current: StatusFrom
  /** All that it was, the first first. */
  course: StatusFrom[]
  /** The next day on which it may change by itself; null where it will not. */
  nextOn: Day | null
}

/** The days on which anything that a status follows from begins to hold or ceases to, in their order. */
function turningDays(book: RuleBook, facts: Facts): Day[] {
  const after = (day: Day | null) => (day === null ? [] : [addDays(day, 1)])
  const own = [
    facts.addedOn,
    ...facts.kinds.map(({ chosenOn }) => chosenOn),
    ...facts.agreements.flatMap(({ concludedOn, endsOn }) => [concludedOn, ...after(endsOn)]),
    ...facts.completions.flatMap(({ doneOn, validUntil }) => [doneOn, ...after(validUntil)]),
    ...facts.exemptions.flatMap(({ fromOn, untilOn }) => [fromOn, ...after(untilOn)]),
    ...facts.documents.map(({ issuedOn }) => issuedOn),
    ...facts.marks.flatMap(({ onDay, untilOn }) => [onDay, ...after(untilOn)]),
  ].sort()
  // Nothing is asked of anybody before the first that is known of the person.
  const first = own[0] as Day
  const others = [
    ...(facts.birthOn ? [addYears(facts.birthOn, 18)] : []),
    ...book.versions.flatMap(({ validFrom, endsOn, forAllFrom }) => [
      validFrom,
      ...after(endsOn),
      ...(forAllFrom ? [forAllFrom] : []),
    ]),
  ].filter((day) => day > first)
  return [...new Set([...own, ...others])].sort()
}

type LastMark = { id: number; mark: Mark; onDay: Day; untilOn: Day | null }

/** What people decided last by a day; what was entered later counts among decisions for one day. */
function lastMark(facts: Facts, day: Day): LastMark | undefined {
  return facts.marks
    .filter(({ onDay }) => onDay <= day)
    .reduce<LastMark | undefined>((last, mark) => (last && last.onDay > mark.onDay ? last : mark), undefined)
}

/** Was anything begun with the person: a kind of activity chosen, something noted as done or exempt, an agreement concluded? */
function isStarted(facts: Facts, day: Day): boolean {
  return (
    facts.kinds.some(({ chosenOn }) => chosenOn <= day) ||
    facts.completions.some(({ doneOn }) => doneOn <= day) ||
    facts.exemptions.some(({ fromOn }) => fromOn <= day) ||
    facts.documents.some(({ issuedOn }) => issuedOn <= day) ||
    facts.agreements.some(({ concludedOn }) => concludedOn <= day)
  )
}

/** The status without its day. */
type Situation = Omit<StatusFrom, 'since'>

function because(
  status: StatusFrom['status'],
  reason: StatusReason,
  more: Partial<Pick<StatusFrom, 'requirementId' | 'markId'>> = {},
): Situation {
  return { status, reason, requirementId: null, markId: null, ...more }
}

/** What a person works by: a chosen kind of activity, or the work that went on before the centre asked for anything. */
function workable(book: RuleBook, facts: Facts, day: Day): Option[] {
  const isEarlier = worksSinceBefore(book, facts, day)
  return optionsOf(book, facts, day).filter(({ kind }) => kind !== null || isEarlier)
}

/** How it stands by itself, from how it stood before; decisions of people aside. */
function byItself(before: Situation | undefined, book: RuleBook, facts: Facts, day: Day): Situation {
  const options = workable(book, facts, day)
  const nearest = nearestOption(options, 'status')
  const unmet = nearest ? unmetBefore('status', nearest.items) : []
  const bound = isBound(facts, day)
  // Where nothing is asked at all, it takes an agreement to be at work (UDPP art. 44 ust. 1).
  if (nearest && unmet.length === 0 && (nearest.items.length > 0 || bound)) {
    if (before?.status === 'active') return before
    return because('active', nearest.kind === null ? 'beforeRules' : 'complete')
  }
  const wasAtWork = before?.status === 'active' || before?.status === 'suspended'
  const wasBound = facts.agreements.some(({ concludedOn }) => concludedOn <= day)
  const isJustOver = !bound && isBound(facts, addDays(day, -1))
  if ((wasAtWork && !bound && wasBound) || (before?.status === 'inVerification' && isJustOver))
    return because('ended', 'agreementEnded')
  if (before?.status === 'ended' && !bound) return before
  if (wasAtWork) {
    const [first] = unmet
    return because('suspended', first?.standing === 'lapsed' ? 'lapsed' : 'notDone', {
      requirementId: first?.rule.requirementId ?? null,
    })
  }
  if (before?.status === 'ended') return because('inVerification', 'agreementAfterEnd')
  if (!isStarted(facts, day)) return because('candidate', 'added')
  return before?.status === 'inVerification' ? before : because('inVerification', 'started')
}

/** Has a decision ended the work, on that day or before, without anything having come after it? */
function isEndedBy(mark: LastMark | undefined, own: Situation | undefined, day: Day): mark is LastMark {
  return mark?.mark === 'ended' && (mark.onDay === day || own?.markId === mark.id)
}

/** Does an agreement that was concluded after a decision to end bind the two again? */
function isBoundAnew({ agreements }: Facts, day: Day, since: Day): boolean {
  return isBound({ agreements: agreements.filter(({ concludedOn }) => concludedOn > since) }, day)
}

/**
 * How a status came about up to a day. It is a function of what was done, exempted, agreed and decided, of the rules, and
 * of the day; nobody sets it.
 *
 * - A candidate is in verification once a kind of activity is chosen or anything is done, and active once everything is done
 *   or exempt that is asked before work of at least one chosen kind.
 * - Something that lapses, or comes to be asked, suspends who was active; doing it resumes. Where the last agreement is over,
 *   the work has ended; a new one takes it up.
 * - People suspend (until a day, or until they resume it), end, reject and take up again. A rejection holds until somebody
 *   takes the person up again, whatever is done or agreed.
 */
export function statusCourse(book: RuleBook, facts: Facts, day: Day): StatusCourse {
  const days = turningDays(book, facts)
  const course: StatusFrom[] = []
  let own: Situation | undefined
  for (const turn of days) {
    if (turn > day) break
    const mark = lastMark(facts, turn)
    const isNew = mark?.onDay === turn
    // Taken up again: what the person was before counts no more.
    if (mark?.mark === 'reopened' && isNew) own = byItself(undefined, book, facts, turn)
    else if (mark?.mark === 'rejected') own = because('rejected', 'manual', { markId: mark.id })
    else if (isEndedBy(mark, own, turn) && !isBoundAnew(facts, turn, mark.onDay))
      own = because('ended', 'manual', { markId: mark.id })
    else own = byItself(own, book, facts, turn)
    const shown = withSuspension(own, mark, turn, course.at(-1))
    const last = course.at(-1)
    if (!last || !isSame(last, shown)) course.push({ ...shown, since: turn })
  }
  const current = course.at(-1) ?? { ...because('candidate', 'added'), since: facts.addedOn }
  return {
    current: { ...current, since: sinceOf(course) ?? current.since },
    course,
    nextOn: days.find((turn) => turn > day) ?? null,
  }
}

/** A suspension by hand lies over what the status is by itself, but not over an end. */
function withSuspension(
  own: Situation,
  mark: LastMark | undefined,
  day: Day,
  last: Situation | undefined,
): Situation {
  const isResting = mark?.mark === 'suspended' && (mark.untilOn === null || mark.untilOn >= day)
  if (isResting && own.status !== 'ended' && own.status !== 'rejected')
    return because('suspended', 'manual', { markId: mark.id })
  const wasResting = last?.status === 'suspended' && last.markId !== null
  if (wasResting && own.status === 'active')
    return mark?.mark === 'resumed'
      ? because('active', 'manual', { markId: mark.id })
      : because('active', 'suspensionOver')
  // The reason for being active stays as it was told.
  return last?.status === 'active' && own.status === 'active' ? last : own
}

function isSame(one: Situation, other: Situation): boolean {
  return (
    one.status === other.status &&
    one.reason === other.reason &&
    one.requirementId === other.requirementId &&
    one.markId === other.markId
  )
}

/** The day since which the last status holds, whatever reasons it had. */
function sinceOf(course: readonly StatusFrom[]): Day | undefined {
  const last = course.at(-1)
  const before = course.findLastIndex(({ status }) => status !== last?.status)
  return course[before + 1]?.since
}
