/** Two words that begin with a capital letter and go on in small ones: rarely anything but a name. */
const namePair = /(?<![.\p{L}])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/u

/** Does a text look as if somebody were named in it? A family stands in the program by its code alone. */
export function seemsToName(text: string): boolean {
  return namePair.test(text)
}

/** A street with its sort or number, or a postal code. */
const address =
  /(?<!\p{L})(?:ul|al|pl)\.?\s*\p{Lu}|\d{2}-\d{3}|\d+\s*[a-z]?\s*(?:\/|m\.|lok\.)\s*\d+|\bulic[ay]\b/iu

/** Does a text look like an address? A family has a district, which is a part of the town. */
export function seemsAnAddress(text: string): boolean {
  return address.test(text)
}

/** The code as it is kept: in capital letters, without blanks. */
export function tidyCode(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase()
}

const longestLetters = 2
const longestDigits = 4
const mostDigits = 8

/**
 * What is wrong with the code of a family; undefined for nothing. A code has figures in groups of four at most, eight in
 * all, and letters in groups of two at most: so neither a surname, nor a PESEL, nor a telephone number is one.
 */
export function whyNoCode(code: string): 'shape' | 'name' | 'number' | undefined {
  if (!/^[\p{L}\d]+(?:[/.-][\p{L}\d]+)*$/u.test(code) || code.length > 20) return 'shape'
  const letters = code.match(/\p{L}+/gu) ?? []
  if (letters.some((group) => group.length > longestLetters || !/^[A-Z]+$/.test(group))) return 'name'
  const digits = code.match(/\d+/g) ?? []
  if (digits.length === 0) return 'name'
  const isLong = digits.some((group) => group.length > longestDigits) || digits.join('').length > mostDigits
  return isLong ? 'number' : undefined
}

/** The code of the family that was entered as the so-manieth of a year: `R/2026/017`. */
export function familyCode(year: number, number: number): string {
  return `R/${year}/${String(number).padStart(3, '0')}`
}
