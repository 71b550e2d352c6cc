import { forgetRecordsOf } from '../../kit/register/emptying.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf } from './agreements.forgetting.queries.ts'

/**
 * Removes from the agreements of a volunteer, their annexes and terminations who acted for the volunteer and whatever was
 * written in words of one's own, the notes, what the history has of people, and drafts that lie in the bin. Numbers, days,
 * places and tasks stay for statistics, and the scans of signed papers like the issued documents, under names that tell nothing.
 */
export const forgetVolunteerInAgreements: Forget = (context, volunteerId) =>
  forgetRecordsOf(
    context,
    { kind: 'agreements', column: 'volunteer_id', attachments: 'stay', clear: clearWordsOf },
    volunteerId,
  )
