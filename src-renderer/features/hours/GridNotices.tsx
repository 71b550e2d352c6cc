import { Button, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { MonthCells } from './useMonthCells.ts'

/** How many refusals are told one by one. */
const mostTold = 5

/** What of the typed hours is not saved, and why. */
export function GridNotices({ cells: { problems, state, flush, restore } }: { cells: MonthCells }) {
  const { t } = useTranslation()
  return (
    <div role="alert" style={{ display: 'grid', gap: 4, marginTop: 8 }}>
      {state === 'failed' && (
        <Notice tone="stop">
          {t('hours.notReached')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void flush()}>
            {t('hours.retry')}
          </Button>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice
          tone="warning"
          label={t('hours.notSaved', { count: problems.length })}
          actions={
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                for (const { agreementId, day } of problems) restore(agreementId, day)
              }}
            >
              {t('hours.restoreAll')}
            </Button>
          }
        >
          <List size="sm" mt={4}>
            {problems.slice(0, mostTold).map(({ agreementId, day, volunteerName, problem }) => (
              <List.Item key={`${agreementId} ${day}`}>
                {`${volunteerName}, ${formatDay(day)}: ${textOf(problem)}`}
              </List.Item>
            ))}
            {problems.length > mostTold && (
              <List.Item>{t('hours.more', { count: problems.length - mostTold })}</List.Item>
            )}
          </List>
        </Notice>
      )}
    </div>
  )
}
