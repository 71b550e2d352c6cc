import { Text } from '@mantine/core'
import i18next from 'i18next'
import type {
  CountedLine,
  CountedPart,
} from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import { formatAmount, formatRate } from '#shared/kit/money.ts'

/** `12,5 km` */
function kilometresText(hectometres: number): string {
  return i18next.t('costSettlements.kilometres', {
    count: String(hectometres / 10).replace('.', ',') as never,
  })
}

interface Group {
  rate: number
  count: number
  amount: number
}

function byRate(parts: readonly CountedPart[]): Group[] {
  const groups = new Map<number, Group>()
  for (const { rate, amount } of parts) {
    const group = groups.get(rate) ?? { rate, count: 0, amount: 0 }
    groups.set(rate, { rate, count: group.count + 1, amount: group.amount + amount })
  }
  return [...groups.values()]
}

/** How the ways in an own vehicle were counted: days, kilometres and the rate of those days. */
export function CountedWays({ hectometres, parts }: { hectometres: number } & Pick<CountedLine, 'parts'>) {
  return byRate(parts).map(({ rate, count, amount }) => (
    <Text key={rate} size="sm" c="dimmed">
      {i18next.t('costSettlements.counted.vehicle', {
        count,
        distance: kilometresText(hectometres),
        rate: formatRate(rate),
        amount: formatAmount(amount),
      })}
    </Text>
  ))
}
