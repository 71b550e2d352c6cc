import type { UseFormReturnType } from '@mantine/form'
import {
  type Volunteer,
  type VolunteerFields,
  volunteerFields,
} from '#shared/features/volunteers/volunteers.contract.ts'

/** The fields of a new volunteer. */
export const emptyVolunteer: VolunteerFields = {
  ...volunteerFields.parse({ surname: '-', firstNames: '-' }),
  surname: '',
  firstNames: '',
}

/** A volunteer in the form; days may be texts that are no dates yet. */
export type VolunteerValues = VolunteerFields & Partial<Volunteer>

export type VolunteerFormOf = UseFormReturnType<VolunteerValues>

/** Has a part of the form a problem beside one of its fields? */
export function hasProblem(form: VolunteerFormOf, fields: readonly (keyof VolunteerFields)[]): boolean {
  return Object.keys(form.errors).some((path) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`)),
  )
}
