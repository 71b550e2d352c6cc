import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { TerminationFields } from '#shared/features/agreements/agreements.terminations.contract.ts'
import type { CheckFields } from '#shared/features/child-protection/child-protection.contract.ts'
import type { CheckKind } from '#shared/features/child-protection/child-protection.rules.ts'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { guardian, guardians } from '#tests/support/builders.ts'
import type { Api } from '#tests/support/testApp.ts'
import type { VariantHours } from './hoursVariants.ts'
import type { anActiveVolunteer } from './writing.ts'

/** One document for a golden test: of whom, with what. */
export interface DocumentVariant {
  kind: string
  /** `list`: of nobody, with the person of the variant among its people. */
  of?: 'agreement' | 'nobody' | 'list' | 'unit'
  person?: Parameters<typeof anActiveVolunteer>[1]
  fields?: Partial<DocumentFields>
  /** What was checked before work with minors; the document is then written by somebody who may read it. */
  checks?: [CheckKind, Partial<CheckFields>?][]
  /** What was served under the agreement, and the months of which it is confirmed. */
  hours?: readonly VariantHours[]
  confirmed?: readonly string[]
  /** Is the agreement of it concluded by the list of an event, with somebody else on it? */
  isListed?: true
  /** When the waiver of travel costs was signed. */
  waiverSignedOn?: string
  /** What is settled, where the document is written from a settlement. */
  settlement?: Omit<Parameters<Api['costSettlements']['create']>[0], 'agreementId'>
  /** What the annex changes from which it is written. */
  annex?: Partial<AnnexFields>
  /** How the agreement was ended, from which it is written. */
  termination?: Partial<TerminationFields>
}

/** A pupil and an agreement that a parent signs. */
export const minor = {
  volunteer: {
    birthOn: '2011-04-03',
    category: 'pupil' as const,
    guardians: [{ ...guardians[0], name: 'Hanna Łukasik', relation: 'parent' as const }],
  },
  agreement: { ...guardian },
}
