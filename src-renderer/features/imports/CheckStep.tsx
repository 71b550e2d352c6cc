import { Button, Group, Progress, SegmentedControl, Table, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DryRun, ImportLine, ImportOptions } from '#shared/features/imports/imports.contract.ts'
import type { ImportDecisions, RowDecision } from '#shared/kit/import.ts'
import { api, orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { CheckRow } from './CheckRow.tsx'

interface CheckStepProps {
  register: 'volunteers' | 'agreements'
  id: number
  options: ImportOptions
  decisions: ImportDecisions
  onDecide: (lines: number[], decision: RowDecision) => void
  onBack: () => void
  onDone: (result: ImportLine) => void
}

const pageSize = 100

/** The dry run: every problem in its row and column, decided here; then all rows are written or none. */
export function CheckStep(props: CheckStepProps) {
  const { register, id, options, decisions, onDecide, onBack, onDone } = props
  const { t } = useTranslation()
  const [show, setShow] = useState<'problems' | 'all'>('problems')
  const [offset, setOffset] = useState(0)
  const { data, error } = useQuery(
    orpc.imports.preview.queryOptions({
      input: { id, options, decisions, show, offset, limit: pageSize },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  const run = useMutation(orpc.imports.run.mutationOptions({ onSuccess: onDone }))

  if (error) return <LoadingFailure error={error} />
  if (!data) return <Text c="dimmed">{t('common.loading')}</Text>
  const { totals } = data

  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Group gap="lg" aria-live="polite">
        <Text fw={500}>{t('imports.totals.rows', { count: totals.rows })}</Text>
        <StateMark tone="good">{t('imports.totals.create', { count: totals.create })}</StateMark>
        <StateMark tone="past">{t('imports.totals.skip', { count: totals.skip })}</StateMark>
        <StateMark tone={totals.undecided > 0 ? 'stop' : 'neutral'}>
          {t('imports.totals.undecided', { count: totals.undecided })}
        </StateMark>
        <StateMark tone={totals.warnings > 0 ? 'warning' : 'neutral'}>
          {t('imports.totals.warnings', { count: totals.warnings })}
        </StateMark>
        <SegmentedControl
          size="xs"
          value={show}
          onChange={(value) => {
            setShow(value as typeof show)
            setOffset(0)
          }}
          data={[
            { value: 'problems', label: t('imports.show.problems') },
            { value: 'all', label: t('imports.show.all') },
          ]}
        />
      </Group>
      {data.newUnits.length > 0 && (
        <Notice tone="hint">
          {t('imports.newUnits', { count: data.newUnits.length, names: data.newUnits.join(', ') })}
        </Notice>
      )}
      {data.repeats.length > 1 && (
        <Notice
          tone="warning"
          actions={
            <Button size="xs" variant="default" onClick={() => onDecide(data.repeats, { row: 'skip' })}>
              {t('imports.skipRepeats')}
            </Button>
          }
        >
          {t('imports.repeats', { count: data.repeats.length })}
        </Notice>
      )}
      <Panel>
        {data.rows.length === 0 ? (
          <Text c="dimmed">{t(totals.rows === 0 ? 'imports.errors.nothing' : 'imports.allGood')}</Text>
        ) : (
          <RowsTable
            register={register}
            dryRun={data}
            decisions={decisions}
            onDecide={(line, decision) => onDecide([line], decision)}
          />
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
      {run.isPending && <RunProgress id={id} />}
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
          disabled={totals.undecided > 0 || totals.create === 0}
          loading={run.isPending}
          onClick={() => run.mutate({ id, options, decisions })}
        >
          {t('imports.run', { count: totals.create })}
        </Button>
      </Group>
    </div>
  )
}

function RowsTable({
  register,
  dryRun,
  decisions,
  onDecide,
}: {
  register: 'volunteers' | 'agreements'
  dryRun: DryRun
  decisions: ImportDecisions
  onDecide: (line: number, decision: RowDecision) => void
}) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t('imports.steps.check')}>
      <Table verticalSpacing={6} style={{ minWidth: 900 }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.line')}</Table.Th>
            <Table.Th>{t('imports.action')}</Table.Th>
            {dryRun.columns.map(({ field, title }) => (
              <Table.Th key={field}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dryRun.rows.map((row) => (
            <CheckRow
              key={row.line}
              register={register}
              row={row}
              columns={dryRun.columns}
              decision={decisions[row.line] ?? {}}
              onDecide={(decision) => onDecide(row.line, decision)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function RunProgress({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.imports.progress.queryOptions({ input: { id }, refetchInterval: 300 }))
  const { done = 0, total = 0 } = data ?? {}
  return (
    <Group gap="sm" role="status">
      <Progress value={total ? (done / total) * 100 : 0} flex={1} aria-label={t('imports.steps.done')} />
      <Text size="sm">{t('imports.running', { done, total })}</Text>
      <Button size="compact-sm" variant="default" onClick={() => api.imports.cancel({ id })}>
        {t('imports.stop')}
      </Button>
    </Group>
  )
}
