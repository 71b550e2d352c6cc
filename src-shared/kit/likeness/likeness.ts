import type { Day } from '../dates.ts'
import { type Identity, type ReadyIdentity, readyIdentity } from './identity.ts'
import { areExchanged, nameLikeness } from './names.ts'

/** What speaks for two records being one, strongest first. */
export const likenessReasons = [
  'pesel',
  'volunteer',
  'number',
  'symbol',
  'name',
  'nameTurned',
  'title',
  'account',
  'sameDays',
  'birthOn',
  'partOfName',
  'familiarName',
  'mistypedName',
  'partOfTitle',
  'mistypedTitle',
  'peselMistyped',
  'email',
  'birthTurned',
  'phone',
  'parent',
  'overlap',
  'birthDigit',
  'street',
  'unit',
  'surname',
  'firstNames',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** What speaks against it. */
export const likenessDoubts = ['otherPesel', 'otherBirth', 'otherParent', 'otherUnit'] as const
export type LikenessDoubt = (typeof likenessDoubts)[number]

/** How sure it is, in words. */
export const likenessLevels = ['certain', 'veryLikely', 'possible'] as const
export type LikenessLevel = (typeof likenessLevels)[number]

/** How alike two records are, and why. */
export interface Likeness {
  /** 0–100. */
  score: number
  reasons: LikenessReason[]
  doubts: LikenessDoubt[]
}

/** The lowest score of each level. */
const levelScores: Record<LikenessLevel, number> = { certain: 95, veryLikely: 70, possible: 45 }

/** How sure a score is; undefined where two records are likely two people. */
export function likenessLevel(score: number): LikenessLevel | undefined {
  return likenessLevels.find((level) => score >= levelScores[level])
}

const points = {
  pesel: 40,
  number: 45,
  name: 50,
  nameTurned: 50,
  account: 45,
  birthOn: 35,
  partOfName: 40,
  familiarName: 40,
  mistypedName: 35,
  peselMistyped: 30,
  email: 30,
  birthTurned: 25,
  phone: 20,
  birthDigit: 20,
  street: 15,
  surname: 5,
  firstNames: 5,
  otherPesel: -30,
  otherBirth: -40,
} as const satisfies Partial<Record<LikenessReason | LikenessDoubt, number>>

type PeopleReason = keyof typeof points & LikenessReason
type PeopleDoubt = keyof typeof points & LikenessDoubt

/** The most that can be said of two records of which the name differs, is only alike, or the birth date differs. */
const limits = { otherName: 60, likeName: 90, otherBirth: 60 }

/**
 * How alike two records are: points for each thing they share, less points for each in which they differ, 0–100. The
 * order of the two, of the words of a name, its case and marks do not matter.
 *
 * The same PESEL (one that tells a day) is 100, two different sound ones 0, whatever else is the same. Without it:
 * the name 50 (in any order; less 10 for a word that the other lacks and for a familiar form, less 15 for a slip), the
 * birth date 35 (day and month exchanged 25, one digit wrong 20, another −40), e-mail 30, a mistyped PESEL 30,
 * telephone 20, address 15, one of the names 5, the same number 45, and an account in the other's name 45. People of different names are never more than possibly one (60: a
 * family shares a home, a telephone and a surname), nor are namesakes with different birth dates (father and son);
 * names that are only alike are never certain (90: twins).
 */
export function likeness(one: Identity, other: Identity): Likeness {
  return likenessOf(readyIdentity(one), readyIdentity(other))
}

/** `likeness` of identities that are ready. */
export function likenessOf(one: ReadyIdentity, other: ReadyIdentity): Likeness {
  const reasons: PeopleReason[] = []
  const doubts: PeopleDoubt[] = []
  const pesel = peselLikeness(one, other)
  if (pesel === 'otherPesel') doubts.push(pesel)
  else if (pesel) reasons.push(pesel)

  const name = nameReasons(one, other)
  reasons.push(...name.reasons)
  const birth = birthLikeness(one.birthOn, other.birthOn)
  if (birth === 'otherBirth') doubts.push(birth)
  else if (birth) reasons.push(birth)
  for (const field of ['email', 'phone'] as const) {
    if (one[field] && one[field] === other[field]) reasons.push(field)
  }
  const areTownsAlike = !one.town || !other.town || one.town === other.town
  if (one.street && one.street === other.street && areTownsAlike) reasons.push('street')
  if (one.number && one.number === other.number) reasons.push('number')
  if (!name.isSame && isAccountOf(one, other)) reasons.push('account')
  reasons.sort((a, b) => likenessReasons.indexOf(a) - likenessReasons.indexOf(b))

  if (pesel === 'pesel' && one.doesPeselTellDay) return { score: 100, reasons, doubts }
  if (pesel === 'otherPesel' && one.isPeselSound && other.isPeselSound) return { score: 0, reasons, doubts }
  const inNames = new Set<PeopleReason>(name.reasons)
  const sum = [...reasons.filter((reason) => !inNames.has(reason)), ...doubts].reduce(
    (total, each) => total + points[each],
    name.points,
  )
  const limit = Math.min(name.limit, birth === 'otherBirth' ? limits.otherBirth : 100)
  return { score: Math.max(0, Math.min(limit, sum)), reasons, doubts }
}

/** Does the account of one of them bear the name of the other, as after a wedding? */
function isAccountOf(one: ReadyIdentity, other: ReadyIdentity): boolean {
  return (
    (one.account !== '' && one.account === other.name) || (other.account !== '' && other.account === one.name)
  )
}

function nameReasons(
  one: ReadyIdentity,
  other: ReadyIdentity,
): { reasons: PeopleReason[]; points: number; limit: number; isSame?: true } {
  if (one.name && one.name === other.name) {
    return {
      reasons: [one.surname === other.surname ? 'name' : 'nameTurned'],
      points: points.name,
      limit: 100,
      isSame: true,
    }
  }
  const alike = nameLikeness(one.words, other.words)
  if (alike) {
    const reasons: PeopleReason[] = []
    if (alike.missing > 0) reasons.push('partOfName')
    if (alike.familiar > 0) reasons.push('familiarName')
    if (alike.mistyped > 0) reasons.push('mistypedName')
    const less =
      Number(alike.missing > 0) * (points.name - points.partOfName) +
      alike.familiar * (points.name - points.familiarName) +
      alike.mistyped * (points.name - points.mistypedName)
    return { reasons, points: Math.max(0, points.name - less), limit: limits.likeName }
  }
  const shared = (['surname', 'firstNames'] as const).filter((part) => one[part] && one[part] === other[part])
  return { reasons: shared, points: shared.length * points.surname, limit: limits.otherName }
}

function birthLikeness(one: Day | null, other: Day | null) {
  if (!one || !other) return undefined
  if (one === other) return 'birthOn'
  const [year, month, day] = one.split('-')
  if (other === `${year}-${day}-${month}`) return 'birthTurned'
  const differing = [...one].filter((sign, at) => sign !== other[at]).length
  return differing === 1 ? 'birthDigit' : 'otherBirth'
}

function peselLikeness(one: ReadyIdentity, other: ReadyIdentity) {
  if (!one.pesel || !other.pesel) return undefined
  if (one.pesel === other.pesel) return 'pesel'
  if (one.isPeselSound && other.isPeselSound) return 'otherPesel'
  const differing = [...one.pesel].filter((digit, at) => digit !== other.pesel[at]).length
  return differing === 1 || areExchanged(one.pesel, other.pesel) ? 'peselMistyped' : 'otherPesel'
}
