import type { Permission } from '../../kit/procedure.ts'
import { annex, termination } from './documents.annex.kind.ts'
import { applicationCard } from './documents.applicationCard.kind.ts'
import { certificate } from './documents.certificate.kind.ts'
import { agreementConfirmation } from './documents.confirmation.kind.ts'
import { costWaiver, guardianConsent } from './documents.consent.kind.ts'
import { costSettlement } from './documents.costSettlement.kind.ts'
import { dataAuthorisation } from './documents.dataAuthorisation.kind.ts'
import { eventList } from './documents.eventList.kind.ts'
import { hoursCard } from './documents.hoursCard.kind.ts'
import { introduction } from './documents.introduction.kind.ts'
import type { AnyDocumentKind } from './documents.kind.ts'
import { letter } from './documents.letter.kind.ts'
import { opinion } from './documents.opinion.kind.ts'
import { badge, placement } from './documents.placement.kind.ts'
import { privacyNotice } from './documents.privacyNotice.kind.ts'
import { safetyInformation } from './documents.safetyInformation.kind.ts'
import { verificationCard } from './documents.verificationCard.kind.ts'

const declared = [
  applicationCard,
  guardianConsent,
  costWaiver,
  safetyInformation,
  verificationCard,
  privacyNotice,
  dataAuthorisation,
  agreementConfirmation,
  annex,
  termination,
  certificate,
  opinion,
  placement,
  badge,
  introduction,
  costSettlement,
  eventList,
  hoursCard,
  letter,
] as const

/** LIST: the kinds of documents that a clerk writes; agreements are made by their own feature. */
export const documentKinds = declared as unknown as readonly AnyDocumentKind[]

/** The kind of that code; undefined where there is none. */
export function kindOf(code: string): AnyDocumentKind | undefined {
  return documentKinds.find((kind) => kind.code === code)
}

/** May somebody with these permissions write such documents, and see those that were issued? */
export function mayUseKind(code: string, may: (permission: Permission) => boolean): boolean {
  const permission = kindOf(code)?.restrictedTo
  return !permission || may(permission)
}

/** The kinds that somebody with these permissions may not see. */
export function hiddenKinds(may: (permission: Permission) => boolean): string[] {
  return documentKinds.map(({ code }) => code).filter((code) => !mayUseKind(code, may))
}
