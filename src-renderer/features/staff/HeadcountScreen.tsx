import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { headcountBy, totalHeadcount } from '#shared/features/staff/staff.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { HeadcountTable } from './HeadcountTable.tsx'

const route = getRouteApi('/staff/headcount')

// The library of charts is large, and nothing else needs it.
const HeadcountChart = lazy(() =>
  import('./HeadcountChart.tsx').then(({ HeadcountChart: chart }) => ({ default: chart })),
)

/** How many people there were on a day, by unit, group and position: as tables, whose figures open, and as a chart. */
export function HeadcountScreen() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { day = today } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.staff.headcount.queryOptions({ input: { day } }))
  useShortcuts({ back: () => navigate({ to: '/staff' }) })
  if (error) return <LoadingFailure error={error} />
  const cells = data ?? []
  const total = totalHeadcount(cells)
  const byUnit = headcountBy(cells, 'unit')

  return (
    <>
      <PageHeader
        title={t('staff.headcount.title')}
        aside={data && t('staff.headcount.people', { count: total.total })}
      />
      <div style={{ maxWidth: 220, marginTop: 12 }}>
        <DateField
          label={t('staff.headcount.day')}
          value={day}
          onChange={(typed) => {
            if (typed && isDay(typed))
              navigate({ search: { day: typed === today ? undefined : typed }, replace: true })
          }}
        />
      </div>
      {data && total.total === 0 && (
        <EmptyState title={t('staff.headcount.empty')} hint={t('staff.headcount.emptyHint')} />
      )}
      {total.total > 0 && (
        <div style={{ display: 'grid', gap: 16, marginTop: 16 }}>
          <Panel title={t('staff.headcount.byUnit')}>
            <HeadcountTable day={day} by="unit" lines={byUnit} total={total} />
          </Panel>
          <Panel title={t('staff.headcount.chart')}>
            <Suspense fallback={null}>
              <HeadcountChart lines={byUnit} />
            </Suspense>
          </Panel>
          <Panel title={t('staff.headcount.byPosition')}>
            <HeadcountTable day={day} by="position" lines={headcountBy(cells, 'position')} total={total} />
          </Panel>
        </div>
      )}
    </>
  )
}
