import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Checklist.module.css'

/** How many lines of each kind the side shows. */
const most = 6

/** What is missing and what is due for a volunteer, for the side of a wide window. */
export function RequirementsSide({ volunteerId }: { volunteerId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.requirements.of.queryOptions({ input: { volunteerId } }))
  if (!data || data.status === 'rejected' || data.status === 'ended') return null
  const missing = data.items.filter(({ standing }) => standing === 'missing' || standing === 'lapsed')
  const due = data.items
    .filter(({ standing, until }) => (standing === 'done' || standing === 'exempt') && until !== null)
    .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  return (
    <Panel title={t('requirements.side.title')}>
      {missing.length === 0 && due.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('requirements.side.nothing')}
        </Text>
      )}
      {missing.length > 0 && (
        <>
          <Text size="sm" fw={500}>
            {t('requirements.side.missing', { count: missing.length })}
          </Text>
          <ul className={classes.list}>
            {missing.slice(0, most).map(({ requirementId, name }) => (
              <li key={requirementId}>
                <Text size="sm">{name}</Text>
              </li>
            ))}
          </ul>
          {missing.length > most && (
            <Text size="sm" c="dimmed">
              {t('requirements.side.andMore', { count: missing.length - most })}
            </Text>
          )}
        </>
      )}
      {due.length > 0 && (
        <>
          <Text size="sm" fw={500} mt={missing.length > 0 ? 'sm' : 0}>
            {t('requirements.side.due')}
          </Text>
          <ul className={classes.list}>
            {due.slice(0, most).map(({ requirementId, name, until }) => (
              <li key={requirementId}>
                <Text size="sm">
                  {until && formatDay(until)} – {name}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
