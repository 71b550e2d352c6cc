import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { startPageRequests, unconfirmedHours } from '#shared/features/start-page/start-page.rules.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { addressOf } from './addressOf.ts'
import classes from './StartScreen.module.css'

/** Hours to confirm and costs to approve, each for those who may and only where some wait. */
export function Waiting() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const hours = unconfirmedHours(today)
  const { costs } = startPageRequests
  const { data: entries = 0 } = useQuery(
    orpc.hours.count.queryOptions({ input: hours, enabled: may('hours.confirm') }),
  )
  const { data: settlements = 0 } = useQuery(
    orpc.costSettlements.count.queryOptions({ input: costs, enabled: may('costSettlements.approve') }),
  )
  if (entries + settlements === 0) return null
  return (
    <Panel title={t('startPage.waiting')}>
      <Group gap="lg">
        {entries > 0 && (
          <Link to={addressOf('/hours/entries', hours)} className={classes.waiting}>
            <StateMark tone="warning">{t('startPage.hoursToConfirm', { count: entries })}</StateMark>
          </Link>
        )}
        {settlements > 0 && (
          <Link to={addressOf('/cost-settlements', costs)} className={classes.waiting}>
            <StateMark tone="warning">{t('startPage.costsToApprove', { count: settlements })}</StateMark>
          </Link>
        )}
      </Group>
    </Panel>
  )
}
