import { addDays, addYears, ageOn, type Day } from '../../kit/dates.ts'
import { readPesel } from '../../kit/identifiers.ts'
import type { VolunteerFields } from './volunteers.contract.ts'

/** What a person of that age may do alone (Kodeks cywilny, art. 11–15). */
export type LegalCapacity = 'full' | 'limited' | 'none' | 'unknown'

/**
 * Legal capacity by age on a day: none under 13, limited from 13 to 17, full from 18 (Kodeks cywilny, art. 10–15).
 * Unknown without a birth date. Incapacitation is not recorded here.
 */
export function legalCapacityOn(birthOn: Day | null, day: Day): LegalCapacity {
  if (!birthOn) return 'unknown'
  const age = ageOn(birthOn, day)
  if (age >= 18) return 'full'
  return age >= 13 ? 'limited' : 'none'
}

/** The birth date on record, or the one that a sound PESEL tells. */
export function birthDayOf(volunteer: { birthOn: Day | null; pesel: string }): Day | null {
  if (volunteer.birthOn) return volunteer.birthOn
  const pesel = readPesel(volunteer.pesel)
  return pesel?.isChecksumRight ? (pesel.birthDay ?? null) : null
}

/** Is the person under 18 on that day? False where the birth date is not known. */
export function isMinorOn(birthOn: Day | null, day: Day): boolean {
  const capacity = legalCapacityOn(birthOn, day)
  return capacity === 'limited' || capacity === 'none'
}

/**
 * The birthday of the youngest adults on a day: whoever was born then or before is of age. On 28 February of a
 * common year these are the people born on a leap day.
 */
export function youngestAdultBirthday(day: Day): Day {
  const birthday = addYears(day, -18)
  const next = addDays(birthday, 1)
  return isMinorOn(next, day) ? birthday : next
}

/** A doubt about one field; it warns and does not stop. */
export interface VolunteerWarning {
  field: keyof VolunteerFields
  key: string
}

/**
 * What looks wrong but may be right: a PESEL that does not agree with its check digit, the birth date or the
 * form of address; a birth date in the future or over 110 years ago; a minor without a guardian; neither PESEL
 * nor birth date. Nothing is overwritten by itself.
 */
export function volunteerWarnings(volunteer: VolunteerFields, today: Day): VolunteerWarning[] {
  const warnings: VolunteerWarning[] = []
  const warn = (field: keyof VolunteerFields, name: string) =>
    warnings.push({ field, key: `volunteers.warnings.${name}` })

  const pesel = readPesel(volunteer.pesel)
  if (pesel) {
    if (!pesel.isChecksumRight || !pesel.birthDay) warn('pesel', 'peselChecksum')
    else if (volunteer.birthOn && pesel.birthDay !== volunteer.birthOn) warn('birthOn', 'peselBirthDiffers')
    const isOther = volunteer.formOfAddress === (pesel.sex === 'woman' ? 'pan' : 'pani')
    if (pesel.isChecksumRight && isOther) warn('formOfAddress', 'peselSexDiffers')
  }
  if (volunteer.birthOn) {
    if (volunteer.birthOn > today) warn('birthOn', 'birthInFuture')
    else if (ageOn(volunteer.birthOn, today) > 110) warn('birthOn', 'veryOld')
    if (isMinorOn(volunteer.birthOn, today) && !volunteer.guardianName)
      warn('guardianName', 'minorWithoutGuardian')
  } else if (!volunteer.pesel) {
    warn('birthOn', 'neitherPeselNorBirth')
  }
  return warnings
}
