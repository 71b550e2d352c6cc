import { distance } from 'fastest-levenshtein'
import { isFamiliarFormOf } from '../first-names.ts'

/** How two names that are not the same are still alike. */
export interface NameLikeness {
  /** Words of the longer name that the shorter does not have: a second first name, the other half of a surname. */
  missing: number
  /** Words that are familiar forms of each other (Kasia, Katarzyna). */
  familiar: number
  /** Words that differ by a slip of the pen. */
  mistyped: number
}

/** Do two words differ by a slip: a letter too many, too few, wrong, or two letters exchanged? */
export function isMistyped(one: string, other: string): boolean {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  if (one === other || shorter < 4 || longer - shorter > 2) return false
  // A number is never a slip of another, and a short word with another beginning is another word (Anna, Hanna).
  if (/\d/.test(one + other) || (shorter < 6 && one[0] !== other[0])) return false
  const edits = distance(one, other)
  return edits === 1 || (edits === 2 && (shorter >= 8 || areExchanged(one, other)))
}

/** Are these texts the same but for two neighbouring signs that changed places? */
export function areExchanged(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return (
    at + 1 < one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

/**
 * Compares two names by their sorted words, whatever their order: each word of the shorter name must be found in the
 * longer one, as it is, in a familiar form, or mistyped.
 *
 * @returns undefined where they are names of different people, or where a single word would have to be enough
 */
export function nameLikeness(one: readonly string[], other: readonly string[]): NameLikeness | undefined {
  const isFirst =
    one.length < other.length || (one.length === other.length && one.join(' ') <= other.join(' '))
  const [shorter, longer] = isFirst ? [one, other] : [other, one]
  if (shorter.length === 0 || (shorter.length === 1 && longer.length > 1)) return undefined
  const left = [...longer]
  const loose = shorter.filter((word) => !taken(left, (each) => each === word))
  if (loose.length > 2) return undefined
  const odd = loose.filter((word) => !taken(left, (each) => isFamiliarFormOf(each, word)))
  if (odd.some((word) => !taken(left, (each) => isMistyped(each, word)))) return undefined
  return { missing: left.length, familiar: loose.length - odd.length, mistyped: odd.length }
}

/** Takes the first fitting word out of the list. @returns whether there was one */
function taken(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits)
  if (at < 0) return false
  words.splice(at, 1)
  return true
}
