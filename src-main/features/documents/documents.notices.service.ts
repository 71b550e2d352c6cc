import type { documentsNoticesContract } from '#shared/features/documents/documents.notices.contract.ts'
import {
  type NoticeAudience,
  noticeClause,
  privacyNotice,
} from '#shared/features/documents/documents.privacyNotice.kind.ts'
import { unitScope } from '../../kit/context.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { clauseVersionsOn } from '../clauses/clauses.service.ts'
import { listNotices } from './documents.notices.queries.ts'

export const documentsNoticesHandlers: Handlers<typeof documentsNoticesContract> = {
  noticesOf: async ({ db, user, today }, person) => {
    const { clauseDay } = await clauseVersionsOn(db, today)
    const rows = await listNotices(db, privacyNotice.code, person, unitScope(user))
    return rows.map(({ id, input, data, signedOn, deliveredOn, issuedByName }) => {
      const { audience } = JSON.parse(input).input as { audience: NoticeAudience }
      // What was issued before versions were printed counts as older than any.
      const versionFrom: string = JSON.parse(data).body.validFrom ?? ''
      return {
        documentId: id,
        audience,
        versionFrom,
        givenOn: deliveredOn ?? signedOn,
        issuedByName,
        isOutdated: versionFrom < clauseDay(noticeClause(audience)),
      }
    })
  },
}
