import { Button, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DryRun, DryRunRow, ImportRegisterName } from '#shared/features/imports/imports.contract.ts'
import type { RowDecision } from '#shared/kit/import.ts'
import { textOf } from '../../i18n.ts'
import { ChangeList } from '../../ui/register/ChangeList.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { CheckCell } from './CheckCell.tsx'
import classes from './CheckRow.module.css'
import { choiceText } from './choiceText.ts'
import { RowProblem } from './RowProblem.tsx'
import type { TextRule } from './useDecisions.ts'

export interface CheckRowProps {
  register: ImportRegisterName
  row: DryRunRow
  columns: DryRun['columns']
  mayChange: boolean
  decision: RowDecision
  onDecide: (decision: RowDecision) => void
  onDecideText: (rule: TextRule) => void
}

const tones = { create: 'good', change: 'info', skip: 'past', undecided: 'stop' } as const

/** One row of the dry run, and under it what is doubtful with the ways to settle it. */
export function CheckRow(props: CheckRowProps) {
  const { register, row, columns, decision, onDecide } = props
  const { t } = useTranslation()
  const isSkipped = row.action === 'skip'
  const isWithoutChange = isSkipped && row.change !== null
  const happening = t(isWithoutChange ? 'imports.actions.unchanged' : `imports.actions.${row.action}`)
  const decided = useDecided(register, row, decision, onDecide)
  const isMarked = (field: string) =>
    row.problems.find(
      (problem) => problem.field === field || (problem.field === 'row' && field === columns[0]?.field),
    )
  return (
    <>
      <Table.Tr data-skipped={isSkipped || undefined} className={classes.row}>
        <Table.Td>{row.line}</Table.Td>
        <Table.Td>
          <StateMark tone={tones[row.action]}>{happening}</StateMark>
        </Table.Td>
        {columns.map(({ field }) => (
          <Table.Td
            key={field}
            className={classes.cell}
            data-level={isSkipped ? undefined : isMarked(field)?.level}
          >
            {isSkipped ? (
              row.cells[field]
            ) : (
              <CheckCell
                field={textOf({ key: `${register}.fields.${field}` })}
                line={row.line}
                isFirst={field === columns[0]?.field}
                text={row.cells[field] ?? ''}
                isCorrected={decision.fields?.[field]?.text !== undefined}
                onCorrect={(text) => onDecide({ fields: { ...decision.fields, [field]: { text } } })}
              />
            )}
          </Table.Td>
        ))}
      </Table.Tr>
      {(row.problems.length > 0 || isSkipped || row.change || decided.length > 0) && (
        <Table.Tr className={classes.problems}>
          <Table.Td />
          <Table.Td colSpan={columns.length + 1}>
            <div className={classes.list}>
              {row.change && !isWithoutChange && <Changes register={register} change={row.change} />}
              {!isSkipped &&
                row.problems.map((problem) => (
                  <RowProblem key={problem.field + problem.key} {...props} problem={problem} />
                ))}
              {decided.map(({ text, undo }) => (
                <Group key={text} gap="xs">
                  {text !== happening && (
                    <Text size="sm" c="dimmed">
                      {text}
                    </Text>
                  )}
                  <Button size="compact-xs" variant="default" onClick={undo}>
                    {t('imports.changeDecision')}
                  </Button>
                </Group>
              ))}
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

/** What a row would change in a record: each field before and after. */
function Changes({
  register,
  change,
}: {
  register: ImportRegisterName
  change: NonNullable<DryRunRow['change']>
}) {
  const { t } = useTranslation()
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('imports.changesOf', { label: change.label })}
      </Text>
      <ChangeList section={register} changes={{ fields: change.fields, secret: [] }} />
    </div>
  )
}

/** What was decided about a row, in words, each with the way back. */
function useDecided(
  register: ImportRegisterName,
  row: DryRunRow,
  decision: RowDecision,
  onDecide: CheckRowProps['onDecide'],
): { text: string; undo: () => void }[] {
  const { t } = useTranslation()
  const decided: { text: string; undo: () => void }[] = []
  if (decision.row) {
    const undo = () => onDecide({ row: undefined, target: undefined })
    decided.push({ text: t(`imports.rowDecisions.${decision.row}`), undo })
  }
  if (decision.row === 'skip') return decided
  for (const [field, made] of Object.entries(decision.fields ?? {})) {
    const label = textOf({ key: `${register}.fields.${field}` })
    const { [field]: _, ...others } = decision.fields ?? {}
    const undo = () => onDecide({ fields: others })
    if (made.reference !== undefined) decided.push({ text: `${label}: ${t('imports.chosen')}`, undo })
    else if (made.choice || made.text !== undefined)
      decided.push({
        text: `${label}: ${made.choice ? choiceText(field, made) : (row.cells[field] ?? '')}`,
        undo,
      })
  }
  return decided
}
