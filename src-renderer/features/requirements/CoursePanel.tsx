import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Checklist } from '#shared/features/requirements/requirements.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './Checklist.module.css'
import { reasonOf } from './reasonOf.ts'
import { statusTones } from './statusTones.ts'

/** How the status came about, newest first. */
export function CoursePanel({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('requirements.course')}>
      <ol className={classes.list}>
        {checklist.timeline.map((line) => (
          <li key={line.id ?? 'added'} className={classes.line}>
            <Text size="sm">{formatDay(line.sinceOn)}</Text>
            <div>
              <StateMark tone={statusTones[line.status]}>{t(`volunteers.statuses.${line.status}`)}</StateMark>
              <Text size="sm">
                {[reasonOf(line), line.untilOn && t('requirements.until', { day: formatDay(line.untilOn) })]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
              {line.createdAt && (
                <Text size="xs" c="dimmed">
                  {line.createdBy
                    ? t('requirements.by', { name: line.createdBy, at: formatInstant(line.createdAt) })
                    : t('requirements.byProgram', { at: formatInstant(line.createdAt) })}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
