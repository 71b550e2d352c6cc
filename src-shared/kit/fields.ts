import { z } from 'zod'
import { isDay } from './dates.ts'
import { isNip, isRegon, readPhone, readPostCode } from './identifiers.ts'
import { cleanText } from './printable.ts'

/** Text of one line that must not be empty: cleaned, outer and doubled blanks removed. */
export function requiredText(max: number) {
  return z.string().transform(tidy).pipe(z.string().min(1).max(max))
}

/** Text of one line that may be empty; cleaned likewise. */
export function optionalText(max: number) {
  return z.string().transform(tidy).pipe(z.string().max(max)).default('')
}

/** Text of several lines that may be empty: cleaned, outer blanks removed, lines kept. */
export function longText(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(max))
    .default('')
}

/** Text of several lines that must not be empty; cleaned likewise. */
export function requiredLongText(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().min(1).max(max))
}

/** A calendar day `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, { error: 'validation.day', abort: true })

/** A calendar day, or null where it is not known. */
export const optionalDay = day.nullable().default(null)

/** A postal code in any usual style, stored as `NN-NNN`; may be empty. */
export const postCode = shaped(readPostCode, 'validation.postCode')

/** A telephone number in any usual style, stored one way; may be empty. */
export const phone = shaped(readPhone, 'validation.phone')

/** An e-mail address; may be empty. */
export const email = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .max(254)
      .refine((text) => text === '' || z.email().safeParse(text).success, { error: 'validation.email' }),
  )
  .default('')

/** A tax number (NIP), stored as digits; may be empty. */
export const nip = checkedDigits(isNip, 'validation.nip')

/** A business number (REGON), stored as digits; may be empty. */
export const regon = checkedDigits(isRegon, 'validation.regon')

/** Which row, as it was when it was read: a change made on an older version is a conflict. */
export const rowVersion = z.object({ id: z.int().positive(), version: z.int().positive() })

/** Which row. */
export const rowId = z.object({ id: z.int().positive() })

function tidy(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

function shaped(read: (text: string) => string | undefined, problem: string) {
  return z
    .string()
    .refine((text) => text.trim() === '' || read(text) !== undefined, { error: problem })
    .transform((text) => read(text) ?? '')
    .default('')
}

function checkedDigits(isRight: (text: string) => boolean, problem: string) {
  return z
    .string()
    .transform((text) => text.replace(/[\s-]/g, '').replace(/^PL/i, ''))
    .refine((digits) => digits === '' || isRight(digits), { error: problem })
    .default('')
}
