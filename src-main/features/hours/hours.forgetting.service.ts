import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf, listOf } from './hours.forgetting.queries.ts'

/** Tasks are the same whatever blanks stand around them and whichever letters are capitals, as reports count them. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.trim().toLocaleLowerCase('pl'))
  return a === b
}

/**
 * Removes from the hours of a volunteer the places, and the tasks that were written in words of one's own. Days and hours
 * stay for statistics, and so does a task that the agreement names: reports count it. The history of hours is that of their
 * agreements.
 */
export const forgetVolunteerInHours: Forget = async ({ tx }, volunteerId) => {
  for (const { id, place, task, tasks } of await listOf(tx, volunteerId)) {
    const isOfAgreement = (JSON.parse(tasks) as string[]).some((each) => isSame(each, task))
    const left = isOfAgreement ? task : ''
    if (place !== '' || task !== left) await clearWordsOf(tx, id, left)
  }
}
