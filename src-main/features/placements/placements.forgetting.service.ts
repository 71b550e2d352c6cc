import { forgetBinned, forgetParts, forgetRecord } from '../../kit/register/emptying.ts'
import type { Forget } from '../../kit/ties.ts'
import { clearWordsOf, listIdsOf } from './placements.forgetting.queries.ts'

/**
 * Removes from the placements of a volunteer tasks, notes, reasons, who met, what was said at contacts, notes and attachments,
 * what the history held, and placements that lie in the bin. Places, days and hours stay for statistics, and that contacts were made.
 */
export const forgetVolunteerInPlacements: Forget = async (context, volunteerId) => {
  const ids = await listIdsOf(context.tx, volunteerId)
  for (const id of ids) {
    await clearWordsOf(context.tx, id)
    await forgetRecord(context, { kind: 'placements', id })
  }
  await forgetParts(context, 'placements', ids, 'go')
  await forgetBinned(context, 'placements', 'volunteer_id', volunteerId)
}
