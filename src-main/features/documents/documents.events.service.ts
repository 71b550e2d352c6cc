import { kindOf } from '#shared/features/documents/documents.kinds.ts'
import { cancelDocument } from '../../documents/issuing.ts'
import { unitScope } from '../../kit/context.ts'
import type { EventDocuments } from '../events/events.concluding.service.ts'
import { issue } from './documents.issuing.service.ts'
import * as numbers from './documents.numbers.queries.ts'
import { getDocument } from './documents.service.ts'
import { getKind, sourceOf } from './documents.sources.service.ts'

/** The lists of events, which events lie to the right of this feature cannot issue by themselves. */
export const eventDocuments: EventDocuments = {
  issueList: async (context, { eventId, volunteerIds, signatoryId, issuedOn, place }) => {
    const kind = getKind('eventList')
    const people = volunteerIds.map((id) => ({ id, name: '' }))
    const subject = { volunteerId: null, staffId: null, agreementId: null, unitId: null, originId: eventId }
    const { source } = await sourceOf(
      context.tx,
      kind,
      subject,
      { issuedOn, signatoryId, people },
      unitScope(context.user),
    )
    const fields = {
      ...subject,
      kind: kind.code,
      input: kind.propose(source),
      signatoryId,
      issuedOn,
      place,
      caseId: null,
      newCase: null,
      copies: null,
      delivery: '' as const,
      letterheadUnitId: null,
      projectId: null,
      corrects: null,
    }
    return (await issue(context, fields, {})).id
  },

  cancelLists: async ({ tx, record, user }, documentIds, reason) => {
    for (const id of documentIds) {
      const before = await getDocument(tx, id, user)
      if (before.state === 'cancelled' || !kindOf(before.kind)) continue
      await cancelDocument(tx, id, reason, { kind: before.recordKind, id: before.recordId })
      await numbers.cancelGivenNumber(tx, id, reason)
      await record({
        kind: 'documents',
        recordId: id,
        action: 'cancelled',
        before: { state: before.state, cancelReason: '' },
        after: { state: 'cancelled', cancelReason: reason },
      })
    }
  },
}
