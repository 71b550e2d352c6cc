import type { Annex, AnnexClause } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { type AgreementValues, agreementValues } from './agreementValues.ts'

/** An annex as the form holds it: the agreement as it is to be, and what belongs to the annex alone. */
export interface AnnexValues extends AgreementValues {
  agreementId: number
  clauses: AnnexClause[]
  freeText: string
  validFrom: string | null
}

/** A new annex to an agreement, concluded today. */
export function newAnnex(
  agreement: Agreement,
  clauses: AnnexClause[],
  today: string,
  town: string,
): AnnexValues {
  const { id: _id, version: _version, ...terms } = agreementValues(agreement)
  return {
    ...terms,
    agreementId: agreement.id,
    clauses,
    freeText: '',
    concludedOn: today,
    concludedIn: town,
    validFrom: today < agreement.startsOn ? agreement.startsOn : today,
  }
}

/** A saved draft of an annex in the form. */
export function annexValues(agreement: Agreement, draft: Annex): AnnexValues {
  const { agreementId, clauses, freeText, concludedOn, concludedIn, validFrom, signatoryId } = draft
  return {
    ...newAnnex({ ...agreement, ...draft.entered }, clauses, concludedOn, concludedIn),
    agreementId,
    freeText,
    validFrom,
    signatoryId,
    id: draft.id,
    version: draft.version,
  }
}
