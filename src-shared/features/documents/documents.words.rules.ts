import { type Day, formatDay, formatDayInWords } from '../../kit/dates.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import type { FormOfAddress } from '../name-forms/name-forms.contract.ts'
import { courtesyTitles } from '../name-forms/name-forms.rules.ts'
import type { Volunteer } from '../volunteers/volunteers.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'

/** A place for what is not known yet, to be written by hand. */
export const blank = '………………'

/**
 * The form that goes with a person; both where the form of address is not known, never a guess.
 *
 * @param forms feminine, masculine, both: `['urodzona', 'urodzony', 'urodzony/-a']`
 */
export function gendered(
  form: FormOfAddress,
  [feminine, masculine, both]: readonly [string, string, string],
): string {
  return { pani: feminine, pan: masculine, unknown: both }[form]
}

/** First names and surname, a blank where there is nobody. */
export function fullNameOf(person: { firstNames: string; surname: string } | null): string {
  return person ? `${person.firstNames} ${person.surname}`.trim() : blank
}

/** `Pani Anna Nowak, urodzona 15 stycznia 1990 r.`: a volunteer as a sentence in the nominative names one. */
export function introducedVolunteer(volunteer: Volunteer | null): string {
  if (!volunteer) return blank
  const born = birthDayOf(volunteer)
  const name = `${courtesyTitles[volunteer.formOfAddress]} ${fullNameOf(volunteer)}`
  const verb = gendered(volunteer.formOfAddress, ['urodzona', 'urodzony', 'urodzony/-a'])
  return `${name}, ${verb} ${born ? formatDayInWords(born) : blank}`
}

/** `PESEL 90011512346`, or the birth date where there is no PESEL. */
export function identityOf(volunteer: Volunteer | null): string {
  const born = volunteer && birthDayOf(volunteer)
  if (volunteer?.pesel) return `PESEL ${volunteer.pesel}`
  return `data urodzenia: ${born ? formatDay(born) : blank}`
}

/** The PESEL or the birth date as a name and its value. */
export function identityFact(volunteer: Volunteer | null): [name: string, value: string] {
  const born = volunteer && birthDayOf(volunteer)
  return volunteer?.pesel ? ['PESEL', volunteer.pesel] : ['Data urodzenia', born ? formatDay(born) : blank]
}

/** `od 1 marca 2026 r. do 30 czerwca 2026 r.`; one still in force on the day goes on `nadal`. */
export function periodOf({ startsOn, endsOn }: Pick<Agreement, 'startsOn' | 'endsOn'>, on: Day): string {
  if (startsOn === endsOn) return formatDayInWords(startsOn)
  const isOver = endsOn !== null && endsOn <= on
  return `od ${formatDayInWords(startsOn)} ${isOver ? `do ${formatDayInWords(endsOn)}` : 'nadal'}`
}

/** The paragraphs of a text: an empty line divides them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
