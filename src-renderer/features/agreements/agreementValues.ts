import type { UseFormReturnType } from '@mantine/form'
import type { Agreement, AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { lengthInDays } from '#shared/features/agreements/agreements.rules.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays } from '#shared/kit/dates.ts'

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
  activityKindId: null,
  tasks: [''],
  weeklyMinutes: null,
  plannedMinutes: null,
  weekdays: [],
  schedule: '',
  needs: [],
  form: 'written',
  formReason: '',
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
  waiverPercent: null,
  waiverAmount: null,
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

/** A new agreement like another one: its content with the term and the policy of its own, and signed anew. */
export function agreementLike(
  model: Agreement,
  volunteer: Volunteer,
  today: string,
  town: string,
): AgreementValues {
  const { id: _id, version: _version, ...content } = agreementValues(model)
  const fresh = newAgreement(volunteer, today, town)
  const next = model.endsOn && model.endsOn >= today ? addDays(model.endsOn, 1) : today
  const days = lengthInDays(model.startsOn, model.endsOn)
  return {
    ...content,
    concludedOn: today,
    concludedIn: content.concludedIn || fresh.concludedIn,
    startsOn: next,
    endsOn: days === null ? null : addDays(next, days - 1),
    form: 'written',
    formReason: '',
    // A policy covers days of its own, and so do the checks: they are looked at again.
    nnwPolicy: '',
    nnwInsurer: '',
    nnwProvider: '',
    nnwFrom: null,
    nnwTo: null,
    isMinorsCheckConfirmed: false,
    guardianName: fresh.guardianName,
    guardianRelation: fresh.guardianRelation,
    guardianPhone: fresh.guardianPhone,
    notes: '',
  }
}
