import type { Agreement } from '../agreements/agreements.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'
import type { DocumentProblem, DocumentSource } from './documents.kind.ts'

/** The agreements that were chosen, in the order in which they began. */
export function chosenAgreements({ agreements }: DocumentSource, ids: readonly number[]): Agreement[] {
  return agreements.filter(({ id }) => ids.includes(id))
}

/** What is not known of the volunteer and the document needs. */
export function identityProblems({ volunteer }: DocumentSource): DocumentProblem[] {
  return volunteer && !birthDayOf(volunteer)
    ? [{ key: 'documents.problems.birthDateUnknown', level: 'stop' }]
    : []
}

/** Nothing can be certified of somebody who never had an agreement. */
export function withoutAgreement({ agreements, issuedOn }: DocumentSource): DocumentProblem[] {
  const hasBegun = agreements.some(({ startsOn }) => startsOn <= issuedOn)
  return hasBegun
    ? []
    : [{ key: 'documents.problems.noAgreement', level: 'stop', basis: 'certificateOnDemand' }]
}
