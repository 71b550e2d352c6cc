import { type Day, formatDayInWords } from '../../kit/dates.ts'
import type { AgreementFields } from './agreements.contract.ts'
import { insuranceFor } from './agreements.rules.ts'

/** What stands where something is yet to come. */
export const blank = '………………'

/** The points of a list with the marks that end them, unless a clerk has put marks of one's own. */
export function listed(items: string[]): string[] {
  if (items.some((item) => /[.,;:]$/.test(item))) return items
  return items.map((item, index) => item + (index < items.length - 1 ? ';' : '.'))
}

/** The days of the checks before work with minors; a blank while there are none. */
export function checkPoints({
  minorsChecks = [],
  clause,
}: {
  minorsChecks?: readonly { key: string; doneOn: Day }[]
  clause: (code: string, values?: Record<string, string>) => string
}): string[] {
  if (minorsChecks.length === 0) return [blank]
  return minorsChecks.map(({ key, doneOn }) =>
    clause(`agreement.check.${key}`, { day: formatDayInWords(doneOn) }),
  )
}

/** The points on insurance: what the length of the service asks for. */
export function insurancePoints(
  agreement: AgreementFields,
  text: (code: string, values?: Record<string, string>) => { text: string; items: string[] },
  inWords: (day: Day | null) => string,
) {
  const policy = { insurer: agreement.nnwInsurer || blank, policy: agreement.nnwPolicy || blank }
  if (insuranceFor(agreement.startsOn, agreement.endsOn) === 'nnw') {
    return [
      text('insuranceNnw', {
        ...policy,
        nnwFrom: inWords(agreement.nnwFrom),
        nnwTo: inWords(agreement.nnwTo),
        nnwProvider: { centre: 'Korzystający', other: 'inny podmiot', '': blank }[agreement.nnwProvider],
      }),
    ]
  }
  const isPolicyNamed = Boolean(agreement.nnwInsurer && agreement.nnwPolicy)
  return [text('insuranceState'), ...(isPolicyNamed ? [text('insuranceAdditional', policy)] : [])]
}
