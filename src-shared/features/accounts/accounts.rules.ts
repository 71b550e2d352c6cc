import { fold } from '../../kit/polish.ts'

/** The shortest password that is accepted. */
export const minPasswordLength = 12

/**
 * What is wrong with a new password, as a text key, or undefined. Length counts, not kinds of characters (the
 * advice of CERT Polska since 2022): at least 12 characters, not one character or word repeated.
 */
export function passwordProblem(password: string): string | undefined {
  if (password.length < minPasswordLength) return 'accounts.errors.passwordTooShort'
  if (password.length > 200) return 'accounts.errors.passwordTooLong'
  if (isRepetition(password)) return 'accounts.errors.passwordTooSimple'
  return undefined
}

/** Is it the same few characters or the same word over and over (`hasło-hasło-hasło`)? */
function isRepetition(password: string): boolean {
  return /^(.{1,11}?)[\s._-]*(?:\1[\s._-]*)+$/u.test(password)
}

/**
 * Seconds to wait after so many failures in a row: none for the first three, then 5, 10, 20 … up to 15 minutes.
 */
export function waitAfterFailures(failures: number): number {
  return failures < 3 ? 0 : Math.min(5 * 2 ** (failures - 3), 900)
}

/** The form in which logins are compared: `Jan.Kowalski ` and `jan.kowalski` are one. */
export function loginKey(login: string): string {
  return fold(login)
}

/** The password of every account in the example data, shown on its sign-in screen. */
export const demoPassword = 'przykladowe-haslo'
