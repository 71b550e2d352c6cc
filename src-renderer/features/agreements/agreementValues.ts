import type { UseFormReturnType } from '@mantine/form'
import type { Agreement, AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'

/** An agreement as the form holds it: dates may be texts that are no dates yet; `id` and `version` of a saved draft. */
export interface AgreementValues extends Omit<AgreementFields, 'startsOn' | 'concludedOn'> {
  startsOn: string | null
  concludedOn: string | null
  id?: number
  version?: number
  [field: string]: unknown
}

export type AgreementFormOf = UseFormReturnType<AgreementValues>

/** The fields of the form in their empty state. */
export const emptyAgreement: AgreementFields = {
  volunteerId: 0,
  unitId: null,
  tasks: [''],
  weeklyMinutes: null,
  schedule: '',
  concludedOn: '',
  concludedIn: '',
  startsOn: '',
  endsOn: null,
  worksWithMinors: false,
  isMinorsCheckConfirmed: false,
  nnwInsurer: '',
  nnwPolicy: '',
  nnwProvider: '',
  nnwFrom: null,
  nnwTo: null,
  travelCosts: 'reimbursed',
  waiverScope: '',
  noticeDays: 14,
  signatoryId: null,
  projectId: null,
  coordinator: '',
  guardianName: '',
  guardianRelation: '',
  guardianPhone: '',
  notes: '',
}

/** A new agreement with a volunteer: today, in the centre's town, with the first guardian on record. */
export function newAgreement(volunteer: Volunteer, today: string, town: string): AgreementValues {
  const [guardian] = volunteer.guardians
  return {
    ...emptyAgreement,
    volunteerId: volunteer.id,
    concludedOn: today,
    startsOn: today,
    concludedIn: town,
    guardianName: guardian?.name ?? '',
    guardianRelation: guardian?.relation ?? '',
    guardianPhone: guardian?.phone ?? '',
  }
}

/** A saved draft in the form. */
export function agreementValues(draft: Agreement): AgreementValues {
  const known = Object.keys(emptyAgreement) as (keyof AgreementFields)[]
  const fields = Object.fromEntries(known.map((field) => [field, draft[field]])) as unknown as AgreementFields
  return {
    ...fields,
    tasks: draft.tasks.length > 0 ? draft.tasks : [''],
    id: draft.id,
    version: draft.version,
  }
}
