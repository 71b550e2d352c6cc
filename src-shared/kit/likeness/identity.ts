import type { Day } from '../dates.ts'
import { formalNames } from '../first-names.ts'
import { readPesel, readPhone } from '../identifiers.ts'
import { fold, naturalKey } from '../polish.ts'

/** What tells a record from others. Whatever is left out or empty is not known, and speaks neither for nor against. */
export interface Identity {
  /** For what is no person: the whole name. */
  surname?: string | undefined
  firstNames?: string | undefined
  birthOn?: Day | null | undefined
  pesel?: string | null | undefined
  phone?: string | undefined
  email?: string | undefined
  street?: string | undefined
  town?: string | undefined
  /** The number that names it: of staff, of an agreement; of a unit its symbol. */
  number?: string | undefined
  /** Whose name its account in the program bears. */
  account?: string | undefined
  /** What it stands below or belongs to, by its id: the unit above, the volunteer. */
  belongsTo?: string | undefined
  /** The unit of an agreement, by its name. */
  unit?: string | undefined
  startsOn?: Day | null | undefined
  endsOn?: Day | null | undefined
}

/** An identity made ready to be compared with many others. */
export interface ReadyIdentity {
  surname: string
  firstNames: string
  /** All words of the name, sorted. */
  words: readonly string[]
  name: string
  birthOn: Day | null
  /** Eleven digits, or empty. */
  pesel: string
  /** Does it tell a day that exists? 00000000000 does not. */
  doesPeselTellDay: boolean
  /** Does its check digit fit as well? */
  isPeselSound: boolean
  phone: string
  email: string
  street: string
  town: string
  number: string
  /** All words of the name that the account bears, sorted. */
  account: string
}

/** The words of a folded name. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/['’]/g, '')
    .split(/[\s-]+/)
    .filter(Boolean)
}

/** Folds and splits what an identity says. */
export function readyIdentity(identity: Identity): ReadyIdentity {
  const surname = wordsOf(fold(identity.surname ?? ''))
  const firstNames = wordsOf(fold(identity.firstNames ?? ''))
  const words = [...surname, ...firstNames].sort()
  const pesel = (identity.pesel ?? '').replace(/\D/g, '')
  const read = readPesel(pesel)
  return {
    surname: surname.join(' '),
    firstNames: firstNames.join(' '),
    words,
    name: words.join(' '),
    birthOn: identity.birthOn || null,
    pesel: read ? pesel : '',
    doesPeselTellDay: read?.birthDay !== undefined,
    isPeselSound: read?.isChecksumRight === true && read.birthDay !== undefined,
    phone: phoneDigits(identity.phone ?? ''),
    email: (identity.email ?? '').trim().toLowerCase(),
    street: streetKey(identity.street ?? ''),
    town: fold(identity.town ?? ''),
    number: naturalKey(identity.number ?? ''),
    account: wordsOf(fold(identity.account ?? ''))
      .sort()
      .join(' '),
  }
}

/** A street with its number, in whatever way it is written. */
export function streetKey(street: string): string {
  return fold(street)
    .replace(/^(ul|al|pl|os)\.? /, '')
    .replace(/[\s.,]+/g, ' ')
    .trim()
}

/** The digits of a telephone number; empty where there are too few for one. */
export function phoneDigits(typed: string): string {
  const digits = (readPhone(typed) ?? typed).replace(/\D/g, '')
  return digits.length >= 7 ? digits : ''
}

/**
 * The keys by which two records can be found to be alike without comparing everybody with everybody, one function a kind
 * of key: two records whose score is 70 or more share at least one key of one kind.
 */
export const likenessKeys: readonly ((identity: ReadyIdentity) => string[])[] = [
  ({ name, account }) => [...new Set([name, account])].filter(Boolean),
  ({ number }) => some(number),
  ({ surname, firstNames }) => {
    const formal = (words: string) => words.split(' ').filter(Boolean).flatMap(formalNames)
    const pairs = formal(surname).flatMap((one) =>
      formal(firstNames).map((other) => [one, other].sort().join(' ')),
    )
    return [...new Set(pairs)]
  },
  ({ birthOn }) => {
    const [year, ...rest] = (birthOn ?? '').split('-')
    return some(birthOn && `${year} ${rest.sort().join(' ')}`)
  },
  // A slip in a PESEL leaves one of its halves whole, or exchanges the two digits between them.
  ({ pesel }) => some(pesel.slice(0, 6)),
  ({ pesel }) => some(pesel.slice(6)),
  ({ pesel }) => some(pesel.slice(0, 5) + pesel.slice(7)),
  ({ phone }) => some(phone),
  ({ email }) => some(email),
  ({ street }) => some(street),
]

function some(key: string | null): string[] {
  return key ? [key] : []
}
