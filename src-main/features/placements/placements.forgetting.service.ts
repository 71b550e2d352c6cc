import { forgetRecordsOf } from '../../kit/register/emptying.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf } from './placements.forgetting.queries.ts'

/**
 * Removes from the placements of a volunteer tasks, notes, reasons, who met, what was said at contacts, notes and attachments,
 * what the history held, and placements that lie in the bin. Places, days and hours stay for statistics, and that contacts were made.
 */
export const forgetVolunteerInPlacements: Forget = (context, volunteerId) =>
  forgetRecordsOf(
    context,
    { kind: 'placements', column: 'volunteer_id', attachments: 'go', clear: clearWordsOf },
    volunteerId,
  )
