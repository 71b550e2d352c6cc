import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linesOfPage, type MonthLine } from '#shared/features/hours/hours.contract.ts'
import { daysOfMonth, monthAfter } from '#shared/features/hours/hours.rules.ts'
import { api, orpc } from '../../api/client.ts'
import { queryClient, showFailure } from '../../api/queries.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import barClasses from '../../ui/figures/FigureBar.module.css'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { MonthGrid } from './MonthGrid.tsx'

const route = getRouteApi('/hours')

/** The hours of a month, of all volunteers who serve in it. */
export function MonthScreen() {
  const { t } = useTranslation()
  const { today, user } = useFrame()
  const may = useMay()
  const { month = today.slice(0, 7), unitId = null, from = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(
    orpc.hours.month.queryOptions({
      input: { month, unitId, offset: from },
      placeholderData: keepPreviousData,
    }),
  )
  const show = (next: { month?: string; unitId?: number | null; from?: number }) => {
    const asked = { month, unitId, from: 0, ...next }
    navigate({
      search: {
        month: asked.month === today.slice(0, 7) ? undefined : asked.month,
        unitId: asked.unitId ?? undefined,
        from: asked.from || undefined,
      },
    })
  }
  useShortcuts({ back: () => navigate({ to: '/' }) })
  if (error) return <LoadingFailure error={error} />

  const onConfirm = async (lines: readonly MonthLine[], isConfirming: boolean) => {
    const question = {
      title: t('hours.confirmAsk'),
      text: t('hours.confirmText'),
      action: t('hours.confirm'),
    }
    if (isConfirming && lines.length > 1 && !(await confirm(question))) return
    const input = { month, agreementIds: lines.map(({ agreementId }) => agreementId) }
    try {
      const count = await (isConfirming ? api.hours.confirm(input) : api.hours.reopen(input))
      await queryClient.invalidateQueries({ queryKey: orpc.hours.key() })
      notifications.show({
        message: t(isConfirming ? 'hours.confirmedCount' : 'hours.reopenedCount', { count }),
      })
    } catch (failure) {
      showFailure(failure)
    }
  }
  const open = data?.lines.filter(({ days }) => days.some(({ isConfirmed }) => !isConfirmed)) ?? []
  const monthName = new Intl.DateTimeFormat(currentLanguage(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

  return (
    <>
      <PageHeader
        title={t('hours.log')}
        facts={data && <span>{t('hours.lines', { count: data.count })}</span>}
        actions={
          <>
            <Button component={Link} to="/hours/entries" variant="default">
              {t('hours.listTitle')}
            </Button>
            {may('hours.confirm') && (
              <Button disabled={open.length === 0} onClick={() => void onConfirm(open, true)}>
                {t('hours.confirm')}
              </Button>
            )}
          </>
        }
      />
      <div className={barClasses.bar}>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('hours.previousMonth')}
            onClick={() => show({ month: monthAfter(month, -1) })}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text w={160} ta="center" fw={500} aria-live="polite">
            {monthName.format(new Date(`${month}-01T00:00:00Z`))}
          </Text>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('hours.nextMonth')}
            disabled={month >= today.slice(0, 7)}
            onClick={() => show({ month: monthAfter(month, 1) })}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
        {user?.role !== 'head' && (
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('hours.unit')}
              placeholder={t('hours.allUnits')}
              value={unitId}
              onChange={(id) => show({ unitId: id })}
            />
          </div>
        )}
        {data && data.count > linesOfPage && (
          <Group gap="xs">
            <Text size="sm">
              {t('hours.shown', { from: from + 1, to: from + data.lines.length, count: data.count })}
            </Text>
            <Button
              variant="default"
              disabled={from === 0}
              onClick={() => show({ from: Math.max(0, from - linesOfPage) })}
            >
              {t('hours.previousLines')}
            </Button>
            <Button
              variant="default"
              disabled={from + linesOfPage >= data.count}
              onClick={() => show({ from: from + linesOfPage })}
            >
              {t('hours.nextLines')}
            </Button>
          </Group>
        )}
      </div>
      {may('hours.write') && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('hours.gridHint')}
        </Text>
      )}
      {data?.count === 0 && (
        <div style={{ marginTop: 16 }}>
          <Panel>
            <EmptyState title={t('hours.emptyMonth')} hint={t('hours.emptyMonthHint')} />
          </Panel>
        </div>
      )}
      {data && data.count > 0 && (
        <MonthGrid
          key={`${month} ${unitId} ${from}`}
          lines={data.lines}
          days={daysOfMonth(month)}
          today={today}
          mayWrite={may('hours.write')}
          mayConfirm={may('hours.confirm')}
          onConfirm={(lines, isConfirming) => void onConfirm(lines, isConfirming)}
        />
      )}
    </>
  )
}
