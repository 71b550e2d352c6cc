import { addDays, addYears, ageOn, type Day, yearOf } from '../../kit/dates.ts'
import { readPesel } from '../../kit/identifiers.ts'
import type { VolunteerFields } from './volunteers.contract.ts'

/** What a person may do alone (Kodeks cywilny, art. 11–17). */
export type LegalCapacity = 'full' | 'limited' | 'none' | 'unknown'

/** What of a volunteer tells legal capacity. */
export type CapacityFacts = Pick<VolunteerFields, 'birthOn' | 'pesel' | 'legalStatus'>

/**
 * Legal capacity on a day (Kodeks cywilny, art. 10–16): by age none under 13, limited from 13 to 17, full from 18. Who is
 * fully incapacitated (art. 13; possible from 13 years on) has none, who is partly incapacitated (art. 16; only of age) has a
 * limited one. Unknown without a birth date where the status does not tell it.
 */
export function legalCapacityOn(
  birthOn: Day | null,
  day: Day,
  legalStatus: VolunteerFields['legalStatus'] = 'byAge',
): LegalCapacity {
  if (legalStatus === 'fullyIncapacitated') return 'none'
  if (!birthOn) return legalStatus === 'partlyIncapacitated' ? 'limited' : 'unknown'
  const age = ageOn(birthOn, day)
  if (age < 13) return 'none'
  return age < 18 || legalStatus === 'partlyIncapacitated' ? 'limited' : 'full'
}

/** Legal capacity of a volunteer on a day, by the birth date on record or that of a sound PESEL. */
export function capacityOn(volunteer: CapacityFacts, day: Day): LegalCapacity {
  return legalCapacityOn(birthDayOf(volunteer), day, volunteer.legalStatus)
}

/** Does somebody have to act for the volunteer on that day, or to consent? False where the age is not known. */
export function needsGuardianOn(volunteer: CapacityFacts, day: Day): boolean {
  const capacity = capacityOn(volunteer, day)
  return capacity === 'limited' || capacity === 'none'
}

/** The birth date on record, or the one that a sound PESEL tells. */
export function birthDayOf(volunteer: { birthOn: Day | null; pesel: string }): Day | null {
  if (volunteer.birthOn) return volunteer.birthOn
  const pesel = readPesel(volunteer.pesel)
  return pesel?.isChecksumRight ? (pesel.birthDay ?? null) : null
}

/** Is the person under 18 on that day? False where the birth date is not known. */
export function isMinorOn(birthOn: Day | null, day: Day): boolean {
  return birthOn !== null && ageOn(birthOn, day) < 18
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
 * form of address; a birth date in the future or over 110 years ago; nobody who acts for a volunteer without full capacity; an
 * incapacitation at an age at which no court decides it; a category that does not fit the kind of relation; neither PESEL
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
  } else if (!volunteer.pesel) {
    warn('birthOn', 'neitherPeselNorBirth')
  }
  return [...warnings, ...statusWarnings(volunteer, today)]
}

function statusWarnings(volunteer: VolunteerFields, today: Day): VolunteerWarning[] {
  const warnings: VolunteerWarning[] = []
  const warn = (field: keyof VolunteerFields, name: string) =>
    warnings.push({ field, key: `volunteers.warnings.${name}` })
  const { legalStatus } = volunteer
  const isMinor = isMinorOn(volunteer.birthOn, today)
  if (volunteer.guardians.length === 0) {
    if (isMinor) warn('guardians', 'minorWithoutGuardian')
    else if (legalStatus !== 'byAge') warn('guardians', 'incapacitatedWithoutGuardian')
  }
  const age = volunteer.birthOn ? ageOn(volunteer.birthOn, today) : null
  const isTooYoung = age !== null && age < (legalStatus === 'partlyIncapacitated' ? 18 : 13)
  if (legalStatus !== 'byAge' && isTooYoung) warn('legalStatus', 'legalStatusTooYoung')
  if (volunteer.category === 'trainee' && volunteer.engagement === 'volunteering')
    warn('engagement', 'traineeAsVolunteer')
  return warnings
}

/**
 * The day from which the data of a volunteer may be removed: they are kept for so many full calendar years, counted from
 * 1 January after the year of the last day (rules of archives; own reading, the centre's file plan decides the years).
 */
export function retentionEnd(lastDay: Day, years: number): Day {
  return `${String(yearOf(lastDay) + years + 1).padStart(4, '0')}-01-01`
}

/** The birth date of which only the year is left: age in years at the end of any year stays the same. */
export function yearAlone(birthOn: Day): Day {
  return `${birthOn.slice(0, 4)}-01-01`
}
