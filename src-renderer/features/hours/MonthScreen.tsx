import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linesOfPage, type MonthLine } from '#shared/features/hours/hours.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { printPages } from '../../ui/printPages.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { CardsDrawer } from '../documents/CardsDrawer.tsx'
import { GridNotices } from './GridNotices.tsx'
import { MonthBar } from './MonthBar.tsx'
import { type GridStart, MonthGrid } from './MonthGrid.tsx'
import { MonthOut } from './MonthOut.tsx'
import { openDaysOf } from './monthCells.ts'
import { leavePlace, placeLeft } from './placeLeft.ts'
import { useConfirming } from './useConfirming.ts'
import { useMonthCells } from './useMonthCells.ts'

const route = getRouteApi('/hours')

/** The hours of a month, of all volunteers who serve in it. */
export function MonthScreen() {
  const { t } = useTranslation()
  const { today, user } = useFrame()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const userId = user?.id ?? 0
  const isFresh = search.month === undefined && search.unitId === undefined && search.from === undefined
  const [left] = useState(() => (isFresh ? placeLeft(userId) : undefined))
  const thisMonth = today.slice(0, 7)
  // What the address does not say is as it was left, until somebody chooses.
  const hasChosen = useRef(!isFresh)
  const asLeft = hasChosen.current ? undefined : left
  const month = search.month ?? asLeft?.month ?? thisMonth
  const unitId = search.unitId ?? asLeft?.unitId ?? null
  const from = search.from ?? asLeft?.from ?? 0
  const [start, setStart] = useState<GridStart | undefined>(
    left?.agreementId === undefined ? { line: 'first' } : { line: left.agreementId, day: left.day },
  )
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isIssuing, issuing] = useDisclosure()
  const cells = useMonthCells()
  const { data, error, isPlaceholderData } = useQuery(
    orpc.hours.month.queryOptions({
      input: { month, unitId, offset: from },
      placeholderData: keepPreviousData,
    }),
  )
  const show = (next: { month?: string; unitId?: number | null; from?: number }, begin?: GridStart) => {
    hasChosen.current = true
    setStart(begin)
    setChosen(new Set())
    const asked = { month, unitId, from: 0, ...next }
    navigate({
      search: { month: asked.month, unitId: asked.unitId ?? undefined, from: asked.from || undefined },
    })
  }
  const print = useMutation({
    mutationFn: () => api.hours.printMonth({ month, unitId, language: currentLanguage() }),
    onSuccess: ({ svg, pages }) => printPages({ svg, pages, isLying: true }),
  })
  const confirming = useConfirming(month, cells)
  useEffect(
    () => leavePlace(userId, { ...placeLeft(userId), month, unitId, from }),
    [userId, month, unitId, from],
  )
  useShortcuts({
    back: () => navigate({ to: '/' }),
    print: () => print.mutate(),
    save: () => void cells.flush(),
  })
  if (error) return <LoadingFailure error={error} />

  const lines = data?.lines ?? []
  const count = data?.count ?? 0
  const selected = lines.filter(({ agreementId }) => chosen.has(agreementId))
  const confirmed = (selected.length > 0 ? selected : lines).filter((line) => openDaysOf(line).length > 0)
  const onChoose = (of: readonly MonthLine[], isChosen: boolean) =>
    setChosen((all) => {
      const ids = new Set(of.map(({ agreementId }) => agreementId))
      const others = [...all].filter((id) => !ids.has(id))
      return new Set(isChosen ? [...others, ...ids] : others)
    })
  const onPage = (away: 1 | -1, column: number) => {
    const next = from + away * linesOfPage
    if (next < 0 || next >= count) return false
    show({ from: next }, { line: away > 0 ? 'first' : 'last', column })
    return true
  }

  return (
    <>
      <PageHeader
        title={t('hours.log')}
        facts={data && <span>{t('hours.lines', { count })}</span>}
        actions={
          <>
            <MonthOut
              month={month}
              unitId={unitId}
              isPrinting={print.isPending}
              onPrint={() => print.mutate()}
            />
            {may('documents.write') && (
              <Button variant="default" disabled={lines.length === 0} onClick={issuing.open}>
                {selected.length > 0
                  ? t('hours.cardsOfChosen', { count: selected.length })
                  : t('hours.cards')}
              </Button>
            )}
            {may('hours.confirm') && (
              <Button disabled={confirmed.length === 0} onClick={() => void confirming.confirm(confirmed)}>
                {selected.length > 0
                  ? t('hours.confirmChosen', { count: selected.length })
                  : t('hours.confirmShown')}
              </Button>
            )}
          </>
        }
      />
      <MonthBar
        month={month}
        thisMonth={thisMonth}
        unitId={user?.role === 'head' ? undefined : unitId}
        from={from}
        shown={lines.length}
        count={count}
        onMonth={(next) => show({ month: next })}
        onUnit={(id) => show({ unitId: id })}
        onFrom={(next) => show({ from: next })}
      />
      {may('hours.write') && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('hours.gridHint')}{' '}
          <span role="status">
            {cells.state === 'saving' && t('hours.saving')}
            {cells.state === 'saved' && cells.problems.length === 0 && t('hours.saved')}
          </span>
        </Text>
      )}
      <GridNotices cells={cells} />
      {data?.count === 0 && (
        <div style={{ marginTop: 16 }}>
          <Panel>
            <EmptyState title={t('hours.emptyMonth')} hint={t('hours.emptyMonthHint')} />
          </Panel>
        </div>
      )}
      {data && count > 0 && (
        <MonthGrid
          month={month}
          data={data}
          today={today}
          cells={cells}
          chosen={chosen}
          mayWrite={may('hours.write')}
          mayConfirm={may('hours.confirm')}
          start={isPlaceholderData ? undefined : start}
          onPlace={(agreementId, day) => leavePlace(userId, { month, unitId, from, agreementId, day })}
          onPage={onPage}
          onChoose={onChoose}
          onConfirm={(of, isConfirming) =>
            void (isConfirming ? confirming.confirm(of) : confirming.reopen(of))
          }
        />
      )}
      <CardsDrawer
        isOpen={isIssuing}
        agreementIds={(selected.length > 0 ? selected : lines).map(({ agreementId }) => agreementId)}
        month={month}
        onClose={issuing.close}
      />
    </>
  )
}
