import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlacementObstacle } from '#shared/features/placements/placements.rules.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What has to be done before a placement begins, each with what it stands on. */
export function PlacementObstacles({ obstacles }: { obstacles: readonly PlacementObstacle[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('placements.beforeStart')}>
      {obstacles.length === 0 ? (
        <Text c="dimmed">{t('placements.nothingMissing')}</Text>
      ) : (
        <Stack gap="xs">
          {obstacles.map((obstacle) => (
            <Notice key={`${obstacle.key} ${JSON.stringify(obstacle.params)}`} tone="warning">
              {textOf(obstacle)}
              {obstacle.basis && (
                <Text component="span" size="sm" c="dimmed">
                  {' '}
                  ({t(`placements.basis.${obstacle.basis}`)})
                </Text>
              )}
            </Notice>
          ))}
        </Stack>
      )}
    </Panel>
  )
}
