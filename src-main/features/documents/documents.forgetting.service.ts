import type { FindTies, Forget } from '../../kit/ties.ts'
import { listDraftsAbout, listDraftsListing, takeOffList } from './documents.forgetting.queries.ts'

/** The drafts of documents about a volunteer or an agreement of the volunteer: somebody is still at work on them. */
export const draftsOfVolunteer: FindTies = async (db, id) => {
  const count = (await listDraftsAbout(db, id)).length
  return count > 0 ? [{ key: 'documents.held.drafts', params: { count } }] : []
}

/**
 * Takes a volunteer off the lists of people in drafts of documents about others. Issued documents stay as they were issued,
 * with their attachments and what the history has of them, for the time that the file plan sets.
 */
export const forgetVolunteerInDrafts: Forget = async ({ tx }, volunteerId) => {
  for (const draft of await listDraftsListing(tx, volunteerId)) await takeOffList(tx, draft, volunteerId)
}
