import { type Identity, phoneDigits, streetKey, wordsOf } from '../../kit/likeness/identity.ts'
import type { Likeness, LikenessDoubt, LikenessReason } from '../../kit/likeness/likeness.ts'
import { nameLikeness } from '../../kit/likeness/names.ts'
import type { LikenessRules } from '../../kit/likeness/rules.ts'
import { fold } from '../../kit/polish.ts'

/** What tells a unit from others, ready to be compared. */
interface ReadyUnit {
  /** All words of the name, sorted. */
  words: readonly string[]
  name: string
  symbol: string
  /** The id of the unit above; empty where none is known. */
  parent: string
  address: string
  /** The digits of each telephone. */
  phones: readonly string[]
  email: string
}

const points = {
  title: 50,
  mistypedTitle: 35,
  partOfTitle: 30,
  symbol: 30,
  email: 25,
  parent: 20,
  phone: 20,
  street: 15,
  otherParent: -20,
} as const satisfies Partial<Record<LikenessReason | LikenessDoubt, number>>

/** The most that is said of two units whose names differ: sections of one house share address, telephone and e-mail. */
const otherTitleLimit = 60

function readyUnit({ surname, number, belongsTo, street, phone, email }: Identity): ReadyUnit {
  const words = wordsOf(fold(surname ?? '')).sort()
  return {
    words,
    name: words.join(' '),
    symbol: fold(number ?? ''),
    parent: belongsTo ?? '',
    address: streetKey(street ?? ''),
    phones: (phone ?? '').split(';').map(phoneDigits).filter(Boolean),
    email: (email ?? '').trim().toLowerCase(),
  }
}

function titleReason(
  one: ReadyUnit,
  other: ReadyUnit,
): 'title' | 'mistypedTitle' | 'partOfTitle' | undefined {
  if (one.name && one.name === other.name) return 'title'
  const alike = nameLikeness(one.words, other.words)
  if (!alike) return undefined
  return alike.missing > 0 ? 'partOfTitle' : 'mistypedTitle'
}

/**
 * How alike two units are, whatever the order of the words of their names: the name 50 (a slip 35, a part 30), the
 * symbol 30, e-mail 25, a telephone 20, the address 15; of units with names that are alike the same unit above 20,
 * another one −20: each division may have its secretariat. Units of different names are at most possibly one (60).
 */
function unitLikeness(one: ReadyUnit, other: ReadyUnit): Likeness {
  const title = titleReason(one, other)
  const reasons: (keyof typeof points & LikenessReason)[] = title ? [title] : []
  const doubts: (keyof typeof points & LikenessDoubt)[] = []
  if (one.symbol && one.symbol === other.symbol) reasons.push('symbol')
  if (one.email && one.email === other.email) reasons.push('email')
  if (title && one.parent && one.parent === other.parent) reasons.push('parent')
  else if (title && one.parent && other.parent) doubts.push('otherParent')
  if (one.phones.some((phone) => other.phones.includes(phone))) reasons.push('phone')
  if (one.address && one.address === other.address) reasons.push('street')
  const sum = [...reasons, ...doubts].reduce((total, each) => total + points[each], 0)
  return { score: Math.max(0, Math.min(title ? 100 : otherTitleLimit, sum)), reasons, doubts }
}

/** How units are compared. */
export const unitLikenessRules: LikenessRules<ReadyUnit> = {
  ready: readyUnit,
  keys: [
    // A name that is alike shares a word at least; the numbers and the short words of all of them bring nobody together.
    ({ words }) => words.filter((word) => word.length > 3),
    ({ symbol }) => (symbol ? [symbol] : []),
    ({ email }) => (email ? [email] : []),
    ({ phones }) => [...phones],
    ({ address }) => (address ? [address] : []),
  ],
  order: ({ name }) => name,
  of: unitLikeness,
}
