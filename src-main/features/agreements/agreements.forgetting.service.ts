import { forgetBinned, forgetParts, forgetRecord } from '../../kit/register/emptying.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf, clearWordsOfAnnexes, listIdsOf } from './agreements.forgetting.queries.ts'

/**
 * Removes from the agreements of a volunteer, their annexes and terminations who acted for the volunteer and whatever was
 * written in words of one's own, the notes, what the history has of people, and drafts that lie in the bin. Numbers, days,
 * places and tasks stay for statistics, and the scans of signed papers like the issued documents, under names that tell nothing.
 */
export const forgetVolunteerInAgreements: Forget = async (context, volunteerId) => {
  const ids = await listIdsOf(context.tx, volunteerId)
  for (const id of ids) {
    await clearWordsOf(context.tx, id)
    await clearWordsOfAnnexes(context.tx, id)
    await forgetRecord(context, { kind: 'agreements', id })
  }
  await forgetParts(context, 'agreements', ids, 'stay')
  await forgetBinned(context, 'agreements', 'volunteer_id', volunteerId)
}
