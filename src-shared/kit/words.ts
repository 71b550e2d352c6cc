import { toCardinal } from 'n2words/pl-PL'
import { pluralForm } from './polish.ts'

/** A noun as it stands after 1, after 2–4 and after 5: `['osoba', 'osoby', 'osób']`. */
export type CountedNoun = readonly [one: string, few: string, many: string]

/** The noun that goes with a count: 1 osoba, 2 osoby, 5 osób, 22 osoby, 112 osób. */
export function nounFor(count: number, [one, few, many]: CountedNoun): string {
  return { one, few, many }[pluralForm(count)]
}

/**
 * A count with its noun in words: `dwadzieścia dwie osoby`, `jeden dzień`.
 *
 * @param gender of the noun, which decides between `dwa` and `dwie`, `jeden`, `jedna` and `jedno`
 */
export function countInWords(
  count: number,
  noun: CountedNoun,
  gender: 'masculine' | 'feminine' | 'neuter' = 'masculine',
): string {
  if (count === 1) return `${{ masculine: 'jeden', feminine: 'jedna', neuter: 'jedno' }[gender]} ${noun[0]}`
  const words = toCardinal(count)
  // Only two has a form of its own for women, also at the end of a longer number: dwadzieścia dwie, but dwadzieścia jeden.
  const ofGender = gender === 'feminine' ? words.replace(/(^|\s)dwa$/, '$1dwie') : words
  return `${ofGender} ${nounFor(count, noun)}`
}

/**
 * An amount in words as offices write it on settlements: whole złoty in words, grosze as a fraction:
 * `milion trzysta czterdzieści trzy tysiące dwieście siedemdziesiąt osiem złotych 00/100`.
 *
 * @param grosze a whole number, 0 or more
 */
export function amountInWords(grosze: number): string {
  const whole = countInWords(Math.floor(grosze / 100), ['złoty', 'złote', 'złotych'])
  return `${whole} ${String(grosze % 100).padStart(2, '0')}/100`
}

/** Minutes in words: `sto dwadzieścia godzin`, `jedna godzina piętnaście minut`; nothing is rounded. */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 || rest === 0 ? [countInWords(hours, ['godzina', 'godziny', 'godzin'], 'feminine')] : []),
    ...(rest > 0 ? [countInWords(rest, ['minuta', 'minuty', 'minut'], 'feminine')] : []),
  ]
  return parts.join(' ')
}

/** Minutes in figures: `120 godz.`, `1 godz. 15 min`. */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 || rest === 0 ? [`${hours} godz.`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(
    ' ',
  )
}
