import type { Identity } from '../../kit/likeness/identity.ts'
import type { Likeness, LikenessDoubt, LikenessReason } from '../../kit/likeness/likeness.ts'
import type { LikenessRules } from '../../kit/likeness/rules.ts'
import { fold, naturalKey } from '../../kit/polish.ts'

/** What tells an agreement from others, ready to be compared. */
interface ReadyAgreement {
  /** The volunteer's id. */
  volunteer: string
  /** The number as a key: 017/2007 is 17/2007. Empty for a draft. */
  number: string
  unit: string
  startsOn: string
  /** `~` where it has no end. */
  endsOn: string
}

const points = {
  number: 45,
  sameDays: 40,
  volunteer: 30,
  overlap: 20,
  unit: 15,
  otherUnit: -20,
} as const satisfies Partial<Record<LikenessReason | LikenessDoubt, number>>

function readyAgreement({ belongsTo, number, unit, startsOn, endsOn }: Identity): ReadyAgreement {
  return {
    volunteer: belongsTo ?? '',
    number: naturalKey(number ?? ''),
    unit: fold(unit ?? ''),
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '~',
  }
}

/**
 * How alike two agreements are: the same number 45; of one volunteer 30, with the same days 40 or days that overlap 20,
 * the same unit 15, another one −20. Agreements of one volunteer that follow each other are none.
 */
function agreementLikeness(one: ReadyAgreement, other: ReadyAgreement): Likeness {
  const reasons: (keyof typeof points & LikenessReason)[] = []
  const doubts: (keyof typeof points & LikenessDoubt)[] = []
  if (one.number && one.number === other.number) reasons.push('number')
  const areDaysKnown = one.startsOn !== '' && other.startsOn !== ''
  const doOverlap = areDaysKnown && one.startsOn <= other.endsOn && other.startsOn <= one.endsOn
  if (one.volunteer && one.volunteer === other.volunteer && doOverlap) {
    const isSame = one.startsOn === other.startsOn && one.endsOn === other.endsOn
    reasons.unshift('volunteer')
    reasons.push(isSame ? 'sameDays' : 'overlap')
    if (one.unit && one.unit === other.unit) reasons.push('unit')
    else if (one.unit && other.unit) doubts.push('otherUnit')
  }
  const sum = [...reasons, ...doubts].reduce((total, each) => total + points[each], 0)
  return { score: Math.max(0, Math.min(100, sum)), reasons, doubts }
}

/** How agreements are compared. */
export const agreementLikenessRules: LikenessRules<ReadyAgreement> = {
  ready: readyAgreement,
  keys: [({ volunteer }) => (volunteer ? [volunteer] : []), ({ number }) => (number ? [number] : [])],
  order: ({ startsOn }) => startsOn,
  of: agreementLikeness,
}
