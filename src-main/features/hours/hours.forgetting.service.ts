import { sharesTask } from '#shared/features/agreements/agreements.rules.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf, listOf } from './hours.forgetting.queries.ts'

/**
 * Removes from the hours of a volunteer the places, and the tasks that were written in words of one's own. Days and hours
 * stay for statistics, and so does a task that the agreement names: reports count it. The history of hours is that of their
 * agreements.
 */
export const forgetVolunteerInHours: Forget = async ({ tx }, volunteerId) => {
  for (const { id, place, task, tasks } of await listOf(tx, volunteerId)) {
    const left = sharesTask([task], JSON.parse(tasks) as string[]) ? task : ''
    if (place !== '' || task !== left) await clearWordsOf(tx, id, left)
  }
}
