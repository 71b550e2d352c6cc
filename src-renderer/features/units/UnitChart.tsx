import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { DocumentPages } from '../../ui/DocumentPages.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { printPages } from '../../ui/printPages.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'

/** The organisation chart of a day, as it is printed. `dayField` chooses the day. */
export function UnitChart({ on, dayField }: { on: string; dayField: ReactNode }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    orpc.units.chart.queryOptions({ input: { on }, enabled: isDay(on), placeholderData: keepPreviousData }),
  )
  const { data: units } = useQuery(
    orpc.units.tree.queryOptions({ input: { on }, enabled: isDay(on), placeholderData: keepPreviousData }),
  )
  const hasUnits = units !== undefined && units.length > 0
  const print = useMutation({
    mutationFn: () => api.units.printChart({ on }),
    onSuccess: ({ svg, pages }) => printPages({ svg, pages, isLying: true }),
  })
  useShortcuts({ print: hasUnits ? () => print.mutate() : undefined })
  return (
    <>
      <Group align="flex-end" my="sm">
        {dayField}
        {data && hasUnits && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={print.isPending}
            onClick={() => print.mutate()}
          >
            {t('units.printChart')}
          </Button>
        )}
      </Group>
      {error && <LoadingFailure error={error} />}
      {units?.length === 0 && <EmptyState title={t('units.empty')} hint={t('units.emptyHint')} />}
      {data && hasUnits && <DocumentPages {...data} isLying />}
    </>
  )
}
