import { Anchor, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

/** The placements that go on although what is required of the volunteer is not met. */
const keptBackList = `/placements?${new URLSearchParams({ filters: JSON.stringify({ isKeptBack: { is: true } }) })}`

/** How much of the monitoring waits, and who serves without what is required; nothing where neither is so. */
export function WaitingMonitoring() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.monitoring.summary.queryOptions())
  if (!data || data.overdue + data.today + data.coming + data.keptBack === 0) return null
  return (
    <Panel
      title={t('monitoring.todo')}
      actions={
        <Anchor component={Link} to="/placements/monitoring" size="sm">
          {t('startPage.showAll')}
        </Anchor>
      }
    >
      <Group gap="lg">
        {data.keptBack > 0 && (
          <Anchor component={Link} to={keptBackList} size="sm">
            <StateMark tone="stop">{t('placements.keptBackCount', { count: data.keptBack })}</StateMark>
          </Anchor>
        )}
        {data.overdue > 0 && (
          <StateMark tone="stop">{t('monitoring.overdueCount', { count: data.overdue })}</StateMark>
        )}
        {data.today > 0 && (
          <StateMark tone="warning">{t('monitoring.todayCount', { count: data.today })}</StateMark>
        )}
        {data.coming > 0 && <Text size="sm">{t('monitoring.comingCount', { count: data.coming })}</Text>}
      </Group>
    </Panel>
  )
}
