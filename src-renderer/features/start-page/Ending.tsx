import { Anchor, Group } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { endingDays, endingWithin } from '#shared/features/start-page/start-page.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { addressOf } from './addressOf.ts'
import { Lines } from './Lines.tsx'

/** The agreements that end next, and how many do within 14, 30 and 60 days, each with the way to them. */
export function Ending() {
  const { t } = useTranslation()
  const { data } = useQuery(
    orpc.agreements.list.queryOptions({ input: endingWithin(Math.max(...endingDays)) }),
  )
  const counts = useQueries({
    queries: endingDays.map((days) =>
      orpc.agreements.count.queryOptions({ input: { filters: endingWithin(days).filters } }),
    ),
  })
  return (
    <Lines
      title={t('startPage.ending')}
      lines={data?.rows.map((row) => ({
        key: row.id,
        to: `/agreements/${row.id}`,
        text: row.volunteer?.text ?? '',
        aside: row.endsOn ? formatDay(row.endsOn) : '',
      }))}
      allTo={
        <Group gap="md">
          {endingDays.map((days, index) => {
            const number = counts[index]?.data ?? 0
            return number > 0 ? (
              <Anchor key={days} component={Link} to={addressOf('/agreements', endingWithin(days))} size="sm">
                {t('startPage.endingWithin', { days, number })}
              </Anchor>
            ) : null
          })}
        </Group>
      }
    />
  )
}
