import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettlementProblem } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'

/** What stands in the way of handing a settlement in, what needs a look, and the legal basis. */
export function SettlementProblems({ problems }: { problems: readonly SettlementProblem[] }) {
  const { t } = useTranslation()
  const isReady = problems.every(({ level }) => level !== 'stop')
  return (
    <Stack gap={6} aria-live="polite">
      {isReady && <Notice tone="good">{t('costSettlements.ready')}</Notice>}
      {problems.map(({ key, level, line, params, basis }) => (
        <Notice key={`${key} ${line}`} tone={level}>
          {line !== undefined && `${t('costSettlements.problemLine', { number: line + 1 })} `}
          {textOf({ key, ...(params && { params }) })}{' '}
          {basis && (
            <Text component="span" size="sm" inherit={false} c="inherit" opacity={0.85}>
              ({textOf({ key: basis })})
            </Text>
          )}
        </Notice>
      ))}
    </Stack>
  )
}
