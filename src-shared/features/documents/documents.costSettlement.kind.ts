import { formatDay, formatDayInWords, formatLocalTime } from '../../kit/dates.ts'
import { formatAmount, formatRate, plainAmount } from '../../kit/money.ts'
import { amountInWords, nounFor } from '../../kit/words.ts'
import { areCostsClosed, isWaiverInForce } from '../agreements/agreements.rules.ts'
import { waiverPartInWords } from '../agreements/agreements.words.rules.ts'
import type { SettlementLine } from '../cost-settlements/cost-settlements.contract.ts'
import { isOpen } from '../cost-settlements/cost-settlements.rules.ts'
import { agreementNumber } from './documents.consent.kind.ts'
import { type DocumentProblem, defineKind } from './documents.kind.ts'
import { blank, fullNameOf, gendered } from './documents.words.rules.ts'

/** Rozliczenie kosztów wolontariusza: what was spent on travel, how it was counted, and who checked it (UDPP art. 45(1)(3)). */
export const costSettlement = defineKind({
  code: 'costSettlement',
  about: 'agreements',
  origin: 'costSettlements',
  template: 'cost-settlement',
  pattern: 'RK/{nr}/{rok}',
  caseSign: 'optional',
  isSignedByCentre: true,
  copies: 2,
  basis: ['costs'],
  guardDays: 0,
  fields: {
    checkedBy: { type: 'text' },
    accountant: { type: 'text' },
    payment: { type: 'choice', values: ['transfer', 'cash'], texts: 'costPayment' },
  },
  propose: ({ agreement }) => ({ checkedBy: agreement?.coordinator ?? '' }),
  problems: ({ settlement, agreement }): DocumentProblem[] => {
    if (agreement && areCostsClosed(agreement, settlement?.endsOn ?? agreement.startsOn))
      return [{ key: 'documents.problems.costsWaived', level: 'stop', basis: 'costWaiver' }]
    if (!settlement) return [{ key: 'documents.problems.settlementMissing', level: 'stop' }]
    return isOpen(settlement.state) ? [{ key: 'documents.problems.settlementOpen', level: 'stop' }] : []
  },
  content: (
    { settlement, agreement, volunteer, unit, clause, signatory },
    { checkedBy, accountant, payment },
  ) => {
    const sum = (settlement?.travelAmount ?? 0) + (settlement?.perDiemAmount ?? 0)
    const waived = settlement?.waivedAmount ?? 0
    const total = settlement?.total ?? 0
    const form = volunteer?.formOfAddress ?? 'unknown'
    return {
      title: 'Rozliczenie',
      subtitle: 'kosztów podróży i diet wolontariusza',
      body: {
        facts: [
          ['Wolontariusz', fullNameOf(volunteer)],
          ['Porozumienie', agreementNumber(agreement)],
          ...(unit ? [['Miejsce wykonywania świadczeń', unit.name]] : []),
          ['Okres', settlement ? periodOf(settlement) : blank],
          ['Cel przejazdów lub podróży', settlement?.purpose ?? blank],
          ['Sposób wypłaty', payment === 'cash' ? 'gotówką' : 'przelewem'],
          ...(settlement?.hasVehicleConsent
            ? [['Przejazd własnym pojazdem', 'za zgodą korzystającego udzieloną na wniosek wolontariusza']]
            : []),
        ],
        lines: (settlement?.lines ?? []).map((line) => ({
          ...wordsOf(line),
          amount: plainAmount(line.amount),
        })),
        sums: [
          ['Suma kosztów', formatAmount(sum)],
          ...(waived > 0 ? [['Objęte zwolnieniem', `−${formatAmount(waived)}`]] : []),
        ],
        total: formatAmount(total),
        totalInWords: amountInWords(total),
        basis: [
          clause('costs.basis'),
          ...(settlement?.lines.some(({ parts }) => parts.length > 0) ? [clause('costs.rates')] : []),
        ],
        waived:
          agreement?.travelCosts === 'partlyWaived' &&
          settlement &&
          isWaiverInForce(agreement, settlement.endsOn)
            ? clause('costs.waived', { scope: waiverPartInWords(agreement) })
            : null,
        statement: clause('costs.statement', {
          incurred: gendered(form, ['poniosłam', 'poniosłem', 'poniosłam/-em']),
          received: gendered(form, ['otrzymałam', 'otrzymałem', 'otrzymałam/-em']),
        }),
      },
      signatures: [
        { role: 'data i podpis wolontariusza', name: fullNameOf(volunteer) },
        ...(agreement?.guardianName
          ? [{ role: 'data i podpis przedstawiciela ustawowego', name: agreement.guardianName }]
          : []),
        { role: 'sprawdzono pod względem merytorycznym', name: checkedBy },
        { role: 'sprawdzono pod względem formalnym i rachunkowym', name: accountant },
        {
          role: ['zatwierdzono do wypłaty', signatory?.position, signatory?.authorisation]
            .filter(Boolean)
            .join(', '),
          name: signatory?.fullName ?? '',
        },
      ],
      isCentrePlaced: true,
      attachments: settlement?.lines.some(({ kind }) => kind === 'ticket' || kind === 'other')
        ? ['bilety i rachunki']
        : [],
      recipients: [fullNameOf(volunteer), 'a/a'],
    }
  },
})

function periodOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  if (startsOn === endsOn) return formatDayInWords(startsOn)
  return `od ${formatDayInWords(startsOn)} do ${formatDayInWords(endsOn)}`
}

const vehicleNames = {
  carLarge: 'samochód powyżej 900 cm³',
  carSmall: 'samochód do 900 cm³',
  motorcycle: 'motocykl',
  moped: 'motorower',
}
const mealNames = { breakfast: 'śniadanie', lunch: 'obiad', dinner: 'kolacja' }
const shareNames = { 0: 'nie przysługuje', 50: 'połowa', 100: 'cała' }

function daysOf(days: readonly string[]): string {
  return days.map(formatDay).join(', ')
}

/** A line of the table: when, which way and by what, and how its amount was counted. */
function wordsOf(line: SettlementLine): { when: string; what: string; how: string[] } {
  switch (line.kind) {
    case 'ticket':
      return {
        when: daysOf(line.days),
        what: `${line.route} (transport publiczny)`,
        how: [`${line.tickets} ${nounFor(line.tickets, ['bilet', 'bilety', 'biletów'])}`],
      }
    case 'other':
      return { when: daysOf(line.days), what: line.route, how: ['według rachunku'] }
    case 'vehicle':
      return {
        when: daysOf(line.days),
        what: `${line.route} (${vehicleNames[line.vehicle]})`,
        how: groupedRates(line).map(
          ({ count, rate }) => `${count} × ${kilometres(line.hectometres)} × ${formatRate(rate)}`,
        ),
      }
    case 'perDiem':
      return {
        when: `${formatLocalTime(line.departsAt)} – ${formatLocalTime(line.returnsAt)}`,
        what: `${line.route} (dieta)`,
        how: line.parts.map(({ rate, share = 0 }, index) => {
          const meals = line.meals[index] ?? []
          const free = meals.length > 0 ? `, bez: ${meals.map((meal) => mealNames[meal]).join(', ')}` : ''
          const number = line.parts.length > 1 ? `doba ${index + 1}: ` : ''
          return `${number}${shareNames[share]} z ${formatRate(rate)}${free}`
        }),
      }
  }
}

/** Parts of the same rate together, in the order of their days. */
function groupedRates({ parts }: SettlementLine): { count: number; rate: number }[] {
  const counts = new Map<number, number>()
  for (const { rate } of parts) counts.set(rate, (counts.get(rate) ?? 0) + 1)
  return [...counts].map(([rate, count]) => ({ rate, count }))
}

function kilometres(hectometres: number): string {
  return `${String(hectometres / 10).replace('.', ',')}\u00a0km`
}
