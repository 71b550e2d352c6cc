import { type Day, formatDayInWords } from '../../kit/dates.ts'
import { formatAmount } from '../../kit/money.ts'
import type { AgreementFields } from './agreements.contract.ts'
import { guardianWords } from './agreements.representation.document.ts'
import { insuranceFor, isWaiverAgreed, weeklyTimeInWords } from './agreements.rules.ts'

/** What stands where something is missing. */
export const blank = '………………'

const weekdayNames = ['poniedziałki', 'wtorki', 'środy', 'czwartki', 'piątki', 'soboty', 'niedziele'] as const

/** Days of the week as a document names them, 1 being Monday: `poniedziałki, środy i piątki`. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const names = weekdays.map((weekday) => weekdayNames[weekday - 1] ?? '')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} i ${names.at(-1)}`
}

type Time = Pick<
  AgreementFields,
  'startsOn' | 'endsOn' | 'weeklyMinutes' | 'plannedMinutes' | 'weekdays' | 'schedule'
>

/** When and for how long one serves: `2,5 godziny tygodniowo, łącznie 40 godzin, wtorki i czwartki`. Empty where nothing is said. */
export function timeInWords({
  startsOn,
  endsOn,
  weeklyMinutes,
  plannedMinutes,
  weekdays,
  schedule,
}: Time): string {
  const length = weeklyMinutes === null ? '' : weeklyTimeInWords(weeklyMinutes)
  return [
    length && startsOn !== endsOn ? `${length} tygodniowo` : length,
    plannedMinutes === null ? '' : `łącznie ${weeklyTimeInWords(plannedMinutes)}`,
    // Words of one's own say the days better.
    schedule || weekdaysInWords(weekdays),
  ]
    .filter(Boolean)
    .join(', ')
}

type Waiver = Pick<AgreementFields, 'travelCosts' | 'waiverScope' | 'waiverPercent' | 'waiverAmount'>

/** What a partial waiver covers, in the words of a document: `50% każdego rozliczenia, przejazdy taksówką`. */
export function waiverPartInWords({
  waiverScope,
  waiverPercent,
  waiverAmount,
}: Omit<Waiver, 'travelCosts'>): string {
  const part = [
    waiverPercent === null ? '' : `${waiverPercent}% kwoty każdego rozliczenia`,
    waiverAmount === null ? '' : `${formatAmount(waiverAmount)} z każdego rozliczenia`,
    waiverScope,
  ]
  return part.filter(Boolean).join(', ') || blank
}

type Clause = (code: string, values?: Record<string, string>) => string

/** The clause on travel costs; with a waiver it says that costs are covered until the statement is signed. */
export function costsClause(agreement: Waiver, clause: Clause): string {
  if (!isWaiverAgreed(agreement)) return clause('agreement.costsReimbursed')
  const waived =
    agreement.travelCosts === 'waived'
      ? clause('agreement.costsWaived')
      : clause('agreement.costsPartlyWaived', { waiverScope: waiverPartInWords(agreement) })
  return `${waived} ${clause('agreement.costsUntilSigned')}`
}

/** The separate statement of the volunteer who waives travel costs (UDPP art. 45 ust. 4); null where they are covered. */
export function waiverStatement(agreement: Waiver, clause: Clause): string | null {
  if (!isWaiverAgreed(agreement)) return null
  return clause('agreement.waiverStatement', {
    waiverExtent:
      agreement.travelCosts === 'waived'
        ? 'całość tych kosztów'
        : `część tych kosztów – ${waiverPartInWords(agreement)}`,
  })
}

type Insurance = Pick<
  AgreementFields,
  'startsOn' | 'endsOn' | 'nnwInsurer' | 'nnwPolicy' | 'nnwProvider' | 'nnwFrom' | 'nnwTo'
>

/** The clauses on accident cover, by the length of the agreement (UDPP art. 46). */
export function insuranceClauses(agreement: Insurance, clause: Clause): string[] {
  const inWords = (day: Day | null) => (day ? formatDayInWords(day) : blank)
  const policy = { insurer: agreement.nnwInsurer || blank, policy: agreement.nnwPolicy || blank }
  if (insuranceFor(agreement.startsOn, agreement.endsOn) === 'nnw') {
    return [
      clause('agreement.insuranceNnw', {
        ...policy,
        nnwFrom: inWords(agreement.nnwFrom),
        nnwTo: inWords(agreement.nnwTo),
        nnwProvider: { centre: 'Korzystający', other: 'inny podmiot', '': blank }[agreement.nnwProvider],
      }),
    ]
  }
  const isPolicyNamed = Boolean(agreement.nnwInsurer && agreement.nnwPolicy)
  return [
    clause('agreement.insuranceState'),
    ...(isPolicyNamed ? [clause('agreement.insuranceAdditional', policy)] : []),
  ]
}

/** `Hanna Łukasik (rodzic)` */
export function guardianInWords({
  guardianName,
  guardianRelation,
}: Pick<AgreementFields, 'guardianName' | 'guardianRelation'>): string {
  return `${guardianName || blank} (${guardianWords[guardianRelation]})`
}
