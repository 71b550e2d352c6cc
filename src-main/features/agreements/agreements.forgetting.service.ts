import { forgetBinned, forgetRecord } from '../../kit/register/emptying.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearPeopleOf, listIdsOf } from './agreements.forgetting.queries.ts'

/**
 * Removes from the agreements of a volunteer who acted for them and the notes, from their history what it has of people, and
 * drafts that lie in the bin. What the agreement says of tasks, places and time stays for statistics.
 */
export const forgetVolunteerInAgreements: Forget = async (context, volunteerId) => {
  for (const id of await listIdsOf(context.tx, volunteerId)) {
    await clearPeopleOf(context.tx, id)
    await forgetRecord(context, { kind: 'agreements', id })
  }
  await forgetBinned(context, 'agreements', 'volunteer_id', volunteerId)
}
