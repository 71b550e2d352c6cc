import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettlementLine } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { formatDay, formatLocalTime } from '#shared/kit/dates.ts'
import { formatAmount, formatRate } from '#shared/kit/money.ts'
import { CountedWays } from './CountedWays.tsx'

/** The lines of a settlement as they were counted. */
export function SettlementLines({ lines }: { lines: readonly SettlementLine[] }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table mb="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('costSettlements.days')}</Table.Th>
            <Table.Th>{t('costSettlements.route')}</Table.Th>
            <Table.Th ta="right">{t('costSettlements.fields.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <Table.Tr key={index} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                {line.kind === 'perDiem'
                  ? `${formatLocalTime(line.departsAt)} – ${formatLocalTime(line.returnsAt)}`
                  : line.days.map(formatDay).join(', ')}
              </Table.Td>
              <Table.Td>
                {line.route}
                <HowCounted line={line} />
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                {formatAmount(line.amount)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function HowCounted({ line }: { line: SettlementLine }) {
  const { t } = useTranslation()
  switch (line.kind) {
    case 'ticket':
      return (
        <Text size="sm" c="dimmed">
          {t('costSettlements.kinds.ticket')}: {line.tickets}
        </Text>
      )
    case 'other':
      return null
    case 'vehicle':
      return (
        <>
          <Text size="sm" c="dimmed">
            {t(`costSettlements.vehicles.${line.vehicle}`)}
          </Text>
          <CountedWays hectometres={line.hectometres} parts={line.parts} />
        </>
      )
    case 'perDiem':
      return line.parts.map(({ from, rate, share = 0, amount }, index) => {
        const meals = (line.meals[index] ?? []).map((meal) => t(`costSettlements.mealNames.${meal}`))
        return (
          <Text key={from} size="sm" c="dimmed">
            {t('costSettlements.counted.perDiem', {
              rate: formatRate(rate),
              share: t(`costSettlements.shares.s${share}`),
              amount: formatAmount(amount),
            })}
            {meals.length > 0 && ` (${t('costSettlements.freeMeals', { meals: meals.join(', ') })})`}
          </Text>
        )
      })
  }
}
