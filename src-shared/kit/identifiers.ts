import { type Day, dayFrom } from './dates.ts'

/** What a PESEL number says and whether it can be right. */
export interface Pesel {
  birthDay: Day | undefined
  sex: 'woman' | 'man'
  /** Does the check digit fit? Old numbers with errors exist, so a wrong one is a warning, not a refusal. */
  isChecksumRight: boolean
}

function weightedSum(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

/**
 * Reads a PESEL number: 11 digits, the century in the month, sex in the tenth digit, check digit by the weights
 * 1 3 7 9 (ustawa o ewidencji ludności, art. 15).
 *
 * @returns undefined where the text is not 11 digits. A date that does not exist leaves `birthDay` undefined,
 * which also catches 00000000000 (its check digit fits).
 */
export function readPesel(text: string): Pesel | undefined {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{11}$/.test(digits)) return undefined
  const month = Number(digits.slice(2, 4))
  const centuries = [1900, 2000, 2100, 2200, 1800]
  const century = centuries[Math.floor(month / 20)] ?? 1900
  return {
    birthDay: dayFrom(century + Number(digits.slice(0, 2)), month % 20, Number(digits.slice(4, 6))),
    sex: Number(digits[9]) % 2 === 0 ? 'woman' : 'man',
    isChecksumRight:
      (10 - (weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(digits[10]),
  }
}

/** Is this a tax number (NIP): 10 digits, weights 6 5 7 2 3 4 5 6 7 modulo 11? Zeros alone are not. */
export function isNip(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '').replace(/^PL/i, '')
  if (!/^\d{10}$/.test(digits) || /^0+$/.test(digits)) return false
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9])
}

/** Is this a business number (REGON) of 9 or 14 digits with the right check digits? */
export function isRegon(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '')
  if (/^0+$/.test(digits)) return false
  const nine = () => (weightedSum(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8])
  if (/^\d{9}$/.test(digits)) return nine()
  const weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]
  return /^\d{14}$/.test(digits) && nine() && (weightedSum(digits, weights) % 11) % 10 === Number(digits[13])
}

/** Writes a NIP as offices print it: `123-456-32-18`. Anything else comes back trimmed. */
export function formatNip(text: string): string {
  const digits = text.replace(/[\s-]/g, '').replace(/^PL/i, '')
  return /^\d{10}$/.test(digits) ? digits.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, '$1-$2-$3-$4') : text.trim()
}

/** Reads a postal code (`20-681`, `20681`, `20 - 012`) as `NN-NNN`, or undefined. */
export function readPostCode(text: string): string | undefined {
  const digits = text.replace(/[\s\-–]/g, '')
  return /^\d{5}$/.test(digits) ? `${digits.slice(0, 2)}-${digits.slice(2)}` : undefined
}

const mobilePrefixes = /^(45|50|51|53|57|60|66|69|72|73|78|79|88)/

/**
 * Reads a Polish telephone number of any age and writes it one way: `601 234 567` (mobile), `71 782 23 00`
 * (landline), with an extension where there is one (`71 782 23 00 wew. 12`). The old leading 0 and +48 are dropped.
 *
 * @returns undefined where there are not nine digits; a foreign number starting with + is kept as typed.
 */
export function readPhone(text: string): string | undefined {
  const typed = text.replace(/^(tel|fax|kom)\.?:?/i, '').trim()
  if (/^\+(?!48)\d[\d\s-]{6,18}$/.test(typed)) return typed.replace(/\s+/g, ' ')
  const [main = '', extension] = splitExtension(typed)
  const digits = main
    .replace(/\D/g, '')
    .replace(/^(?:00)?48(?=\d{9}$)/, '')
    .replace(/^0(?=\d{9}$)/, '')
  if (!/^[1-9]\d{8}$/.test(digits)) return undefined
  const shaped = mobilePrefixes.test(digits)
    ? digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')
    : digits.replace(/(\d{2})(\d{3})(\d{2})(\d{2})/, '$1 $2 $3 $4')
  return extension ? `${shaped} wew. ${extension}` : shaped
}

/** Splits `71 78 22 422/425` into number and extension; the slashes around an old prefix (`/081/`) are not one. */
function splitExtension(typed: string): [string, string | undefined] {
  const match = /^(.*\d)\s*(?:\/|w\.|wew\.?)\s*(\d{1,4})$/i.exec(typed)
  const before = match?.[1] ?? ''
  return match && before.replace(/\D/g, '').length >= 9 ? [before, match[2]] : [typed, undefined]
}
