import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { TerminationFields } from '#shared/features/agreements/agreements.terminations.contract.ts'
import { earliestEnd } from '#shared/features/agreements/agreements.terminations.rules.ts'

/** The end of an agreement as the form holds it: dates may be texts that are no dates yet. */
export interface TerminationValues extends Omit<TerminationFields, 'givenOn' | 'endsOn' | 'returns'> {
  givenOn: string | null
  endsOn: string | null
  /** One thing a line. */
  returns: string
  /** Of the agreement. */
  version: number
  isPaper: boolean
  [field: string]: unknown
}

/** What is proposed: the volunteer gives notice today. */
export function newTermination(
  agreement: Agreement,
  today: string,
  town: string,
  returns: string,
): TerminationValues {
  return {
    agreementId: agreement.id,
    version: agreement.version,
    mode: 'notice',
    party: 'volunteer',
    givenOn: today,
    givenIn: town,
    endsOn: earliestEnd({ mode: 'notice', givenOn: today }, agreement),
    reason: '',
    returns,
    signatoryId: agreement.signatoryId,
    isPaper: false,
  }
}
