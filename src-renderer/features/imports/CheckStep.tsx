import { Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  DryRun,
  ImportLine,
  ImportOptions,
  ImportRegisterName,
  ImportRowFilter,
} from '#shared/features/imports/imports.contract.ts'
import { orpc } from '../../api/client.ts'
import { failureOf } from '../../api/errors.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { CheckFilter } from './CheckFilter.tsx'
import { CheckTable } from './CheckTable.tsx'
import { DateColumns } from './DateColumns.tsx'
import { Repeats } from './Repeats.tsx'
import { TextRules } from './TextRules.tsx'
import type { Decisions } from './useDecisions.ts'
import { WorkProgress } from './WorkProgress.tsx'

interface CheckStepProps {
  register: ImportRegisterName
  fileName: string
  id: number
  options: ImportOptions
  decisions: Decisions
  onBack: () => void
  onDone: (result: ImportLine) => void
}

const pageSize = 100

/** The dry run: every problem in its row and column, decided here; then all rows are written or none. */
export function CheckStep({ register, fileName, id, options, decisions, onBack, onDone }: CheckStepProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<ImportRowFilter>({ show: 'problems', problem: null, field: null })
  const [offset, setOffset] = useState(0)
  const draft = { id, options, decisions: decisions.rows, rules: decisions.rules }
  const { data, error, isFetching, refetch } = useQuery(
    orpc.imports.preview.queryOptions({
      input: { ...draft, ...filter, offset, limit: pageSize },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  const run = useMutation(orpc.imports.run.mutationOptions({ onSuccess: onDone }))

  const failure = failureOf(error)
  if (failure?.code === 'RULE_BROKEN' && failure.data.reason === 'imports.errors.checkCancelled') {
    return (
      <EmptyState
        title={t('imports.errors.checkCancelled')}
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button onClick={() => refetch()}>{t('imports.checkAgain')}</Button>
          </Group>
        }
      />
    )
  }
  if (error) return <LoadingFailure error={error} />
  if (!data) {
    return (
      <div style={{ maxWidth: 820 }}>
        <Text c="dimmed" mb="sm">
          {t('imports.phases.checking')}…
        </Text>
        <WorkProgress id={id} />
      </div>
    )
  }
  const { totals } = data

  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Totals totals={totals} />
      <DateColumns
        columns={data.dates}
        readings={decisions.rules.dates ?? {}}
        onDecide={decisions.decideDates}
      />
      <Repeats
        register={register}
        count={data.repeats}
        mayChange={data.mayChange}
        chosen={decisions.rules.repeats}
        onChoose={decisions.decideRepeats}
      />
      {data.newUnits.length > 0 && (
        <Notice tone="hint">
          {t('imports.newUnits', { count: data.newUnits.length, names: data.newUnits.join(', ') })}{' '}
          {t('imports.newUnitsMinors')}
        </Notice>
      )}
      <TextRules register={register} rules={decisions.textRules} onTakeBack={decisions.takeBackText} />
      <CheckFilter
        register={register}
        fileName={fileName}
        draft={draft}
        dryRun={data}
        filter={filter}
        onFilter={(changed) => {
          setFilter(changed)
          setOffset(0)
        }}
      />
      <Panel>
        {data.rows.length === 0 ? (
          <Text c="dimmed">{t(emptyText(data, filter))}</Text>
        ) : (
          <CheckTable register={register} dryRun={data} decisions={decisions} />
        )}
        {data.shownRows > pageSize && (
          <Group justify="center" mt="sm">
            <Button
              variant="default"
              onClick={() => setOffset(Math.max(0, offset - pageSize))}
              disabled={offset === 0}
            >
              {t('imports.earlierRows')}
            </Button>
            <Text size="sm" aria-live="polite">
              {t('imports.shownRows', {
                from: offset + 1,
                to: offset + data.rows.length,
                count: data.shownRows,
              })}
            </Text>
            <Button
              variant="default"
              onClick={() => setOffset(offset + pageSize)}
              disabled={offset + pageSize >= data.shownRows}
            >
              {t('imports.laterRows')}
            </Button>
          </Group>
        )}
      </Panel>
      {(run.isPending || isFetching) && <WorkProgress id={id} />}
      <Group justify="flex-end" gap="xs">
        {totals.undecided > 0 && (
          <Text c="dimmed" size="sm">
            {t('imports.undecidedLeft', { count: totals.undecided })}
          </Text>
        )}
        <Button variant="default" onClick={onBack} disabled={run.isPending}>
          {t('common.back')}
        </Button>
        <Button
          disabled={totals.undecided > 0 || totals.create + totals.change === 0}
          loading={run.isPending}
          onClick={() => run.mutate(draft)}
        >
          {t('imports.run', { count: totals.create + totals.change })}
        </Button>
      </Group>
    </div>
  )
}

function emptyText({ totals }: DryRun, { problem, field, show }: ImportRowFilter) {
  if (totals.rows === 0) return 'imports.errors.nothing' as const
  const isNarrowed = problem || field || show === 'changes'
  return isNarrowed || totals.undecided > 0 ? ('imports.noSuchRows' as const) : ('imports.allGood' as const)
}

function Totals({ totals }: { totals: DryRun['totals'] }) {
  const { t } = useTranslation()
  return (
    <Group gap="lg" aria-live="polite">
      <Text fw={500}>{t('imports.totals.rows', { count: totals.rows })}</Text>
      <StateMark tone="good">{t('imports.totals.create', { count: totals.create })}</StateMark>
      {totals.change > 0 && (
        <StateMark tone="info">{t('imports.totals.change', { count: totals.change })}</StateMark>
      )}
      <StateMark tone="past">{t('imports.totals.skip', { count: totals.skip })}</StateMark>
      <StateMark tone={totals.undecided > 0 ? 'stop' : 'neutral'}>
        {t('imports.totals.undecided', { count: totals.undecided })}
      </StateMark>
      <StateMark tone={totals.warnings > 0 ? 'warning' : 'neutral'}>
        {t('imports.totals.warnings', { count: totals.warnings })}
      </StateMark>
    </Group>
  )
}
