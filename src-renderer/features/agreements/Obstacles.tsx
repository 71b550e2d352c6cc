import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Obstacle } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { shownParams } from './obstacleParams.ts'

/** What stands in the way of concluding, what needs a look, and why (the legal basis). */
export function Obstacles({ obstacles, ready }: { obstacles: Obstacle[]; ready?: string }) {
  const { t } = useTranslation()
  const stops = obstacles.filter(({ level }) => level === 'stop').length
  return (
    <Stack gap={6} aria-live="polite">
      {stops === 0 && <Notice tone="good">{ready ?? t('agreements.law.ready')}</Notice>}
      {obstacles.map(({ key, level, params, basis }) => (
        <Notice key={key} tone={level} label={t(`agreements.law.${level}`)}>
          {textOf({ key, params: shownParams({ params }) })}{' '}
          {basis && (
            <Text component="span" size="sm" inherit={false} c="inherit" opacity={0.85}>
              ({t(`agreements.basis.${basis}`)})
            </Text>
          )}
        </Notice>
      ))}
    </Stack>
  )
}
