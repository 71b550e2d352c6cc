import { addDays, type Day } from '../../kit/dates.ts'
import type { StaffGroup } from '../positions/positions.contract.ts'

/** From when to when somebody is employed; null: not known, or open. */
export interface Employment {
  employedFrom: Day | null
  employedTo: Day | null
}

/** Employed on that day? An unknown first day counts as long ago; the last day is still a day of employment. */
export function isEmployedOn({ employedFrom, employedTo }: Employment, day: Day): boolean {
  return (employedFrom ?? '') <= day && (employedTo ?? '9999-12-31') >= day
}

/** Where somebody stands on a day: not employed yet, employed, or no longer. */
export function staffStateOn(employment: Employment, day: Day): 'coming' | 'employed' | 'left' {
  if (isEmployedOn(employment, day)) return 'employed'
  return (employment.employedFrom ?? '') > day ? 'coming' : 'left'
}

/**
 * Are these two employments one after the other, with a day between them at which nobody was employed? Then one record
 * cannot hold both.
 */
export function areApart(one: Employment, other: Employment): boolean {
  const endsBefore = (first: Employment, second: Employment) =>
    first.employedTo !== null &&
    second.employedFrom !== null &&
    addDays(first.employedTo, 1) < second.employedFrom
  return endsBefore(one, other) || endsBefore(other, one)
}

/** The day of employment nearest to a day: itself, the first day of who is to come, the last day of who has left. */
export function nearestDayOfEmployment({ employedFrom, employedTo }: Employment, day: Day): Day {
  if (employedTo !== null && employedTo < day) return employedTo
  return employedFrom !== null && employedFrom > day ? employedFrom : day
}

/**
 * The post held on a day: the last that began by then. The first post begins with employment, whenever that is (its
 * day is empty), so that there is one for every day.
 *
 * @returns undefined where there are no posts
 */
export function postOn<Post extends { fromOn: string }>(posts: readonly Post[], day: Day): Post | undefined {
  return posts.reduce<Post | undefined>(
    (held, post) => (post.fromOn <= day && (held === undefined || post.fromOn > held.fromOn) ? post : held),
    undefined,
  )
}

/** The group of a post: its own, or that of the position. */
export function groupOf(post: { ownGroup: StaffGroup | null; positionGroup: StaffGroup }): StaffGroup {
  return post.ownGroup ?? post.positionGroup
}

/**
 * Why a post cannot begin on a day, as a text key, or undefined: it must begin after employment did, by its last day,
 * and on a day on which no other post begins.
 *
 * @param others the days on which the other posts begin
 */
export function whyNoPostFrom(
  day: Day,
  employment: Employment,
  others: readonly string[],
): string | undefined {
  if (day <= (employment.employedFrom ?? '')) return 'staff.errors.postBeforeEmployment'
  if (day > (employment.employedTo ?? '9999-12-31')) return 'staff.errors.postAfterEmployment'
  if (others.includes(day)) return 'staff.errors.postSameDay'
  return undefined
}

/**
 * Which day of employment leaves a later post outside, as its field and the text key that says so, or undefined.
 *
 * @param days the days on which posts begin; the first post, whose day is empty, begins with employment
 */
export function whyPostsOutside(
  days: readonly string[],
  employment: Employment,
): { field: 'employedFrom' | 'employedTo'; key: string } | undefined {
  const reasons = days.filter(Boolean).map((day) => whyNoPostFrom(day, employment, []))
  if (reasons.includes('staff.errors.postBeforeEmployment'))
    return { field: 'employedFrom', key: 'staff.errors.beginsAfterPost' }
  if (reasons.includes('staff.errors.postAfterEmployment'))
    return { field: 'employedTo', key: 'staff.errors.endsBeforePost' }
  return undefined
}
