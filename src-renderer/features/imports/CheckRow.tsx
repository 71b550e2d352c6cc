import { Button, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DryRun, DryRunRow } from '#shared/features/imports/imports.contract.ts'
import type { FieldDecision, ImportChoice, ImportProblem, RowDecision } from '#shared/kit/import.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './CheckRow.module.css'
import { CorrectCell } from './CorrectCell.tsx'

interface CheckRowProps {
  register: 'volunteers' | 'agreements'
  row: DryRunRow
  columns: DryRun['columns']
  decision: RowDecision
  onDecide: (decision: RowDecision) => void
}

const tones = { create: 'good', skip: 'past', undecided: 'stop' } as const

/** One row of the dry run, and under it what is doubtful with the ways to settle it. */
export function CheckRow({ register, row, columns, decision, onDecide }: CheckRowProps) {
  const { t } = useTranslation()
  const isSkipped = row.action === 'skip'
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
          <StateMark tone={tones[row.action]}>{t(`imports.actions.${row.action}`)}</StateMark>
        </Table.Td>
        {columns.map(({ field }) => (
          <Table.Td
            key={field}
            className={classes.cell}
            data-level={isSkipped ? undefined : isMarked(field)?.level}
          >
            {row.cells[field]}
          </Table.Td>
        ))}
      </Table.Tr>
      {(row.problems.length > 0 || isSkipped || decided.length > 0) && (
        <Table.Tr className={classes.problems}>
          <Table.Td />
          <Table.Td colSpan={columns.length + 1}>
            <div className={classes.list}>
              {!isSkipped &&
                row.problems.map((problem) => (
                  <Problem
                    key={problem.field + problem.key}
                    register={register}
                    row={row}
                    problem={problem}
                    onDecide={onDecide}
                    decision={decision}
                  />
                ))}
              {decided.map(({ text, undo }) => (
                <Group key={text} gap="xs">
                  <Text size="sm" c="dimmed">
                    {text}
                  </Text>
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

/** A PESEL goes to the note of its own, which not everybody reads. */
function choiceLabel(field: string, choice: ImportChoice) {
  return choice === 'toNotes' && field === 'pesel'
    ? ('imports.choices.toPeselNote' as const)
    : (`imports.choices.${choice}` as const)
}

/** What was decided about a row, in words, each with the way back. */
function useDecided(
  register: CheckRowProps['register'],
  row: DryRunRow,
  decision: RowDecision,
  onDecide: CheckRowProps['onDecide'],
): { text: string; undo: () => void }[] {
  const { t } = useTranslation()
  const decided: { text: string; undo: () => void }[] = []
  if (decision.row) {
    const text = t(decision.row === 'skip' ? 'imports.actions.skip' : 'imports.importAnyway')
    decided.push({ text, undo: () => onDecide({ row: undefined }) })
  }
  if (decision.row === 'skip') return decided
  for (const [field, { choice, text }] of Object.entries(decision.fields ?? {})) {
    const label = textOf({ key: `${register}.fields.${field}` })
    const { [field]: _, ...others } = decision.fields ?? {}
    if (choice || text !== undefined) {
      decided.push({
        text: `${label}: ${choice ? t(choiceLabel(field, choice)) : (row.cells[field] ?? '')}`,
        undo: () => onDecide({ fields: others }),
      })
    }
  }
  for (const field of Object.keys(decision.references ?? {})) {
    const { [field]: _, ...others } = decision.references ?? {}
    decided.push({ text: t('imports.chosenPerson'), undo: () => onDecide({ references: others }) })
  }
  return decided
}

function Problem({
  register,
  row,
  problem,
  decision,
  onDecide,
}: Omit<CheckRowProps, 'columns'> & { problem: ImportProblem }) {
  const { t } = useTranslation()
  const { field, level, candidates = [] } = problem
  const decideField = (made: FieldDecision) => onDecide({ fields: { ...decision.fields, [field]: made } })
  const isDuplicate = field === 'row'
  const canImportAnyway = isDuplicate && problem.params?.reason !== 'pesel'

  return (
    <Notice tone={level === 'error' ? 'stop' : 'warning'}>
      {!isDuplicate && <strong>{textOf({ key: `${register}.fields.${field}` })}: </strong>}
      {textOf(problem)}
      {candidates.length > 0 && (
        <ul className={classes.candidates}>
          {candidates.map((candidate) => (
            <li key={`${candidate.id}-${candidate.line}`}>
              <Text component="span" size="sm">
                {[candidate.label, ...candidate.details].join(', ')} (
                {candidate.line ? t('imports.sameLine', { line: candidate.line }) : t('imports.inRegister')})
              </Text>
              {!isDuplicate && candidate.id !== null && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() =>
                    onDecide({ references: { ...decision.references, [field]: candidate.id as number } })
                  }
                >
                  {t('imports.chooseVolunteer')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {level === 'error' && (
        <Group gap="xs" mt={4}>
          {canImportAnyway && (
            <Button size="compact-xs" variant="default" onClick={() => onDecide({ row: 'import' })}>
              {t('imports.importAnyway')}
            </Button>
          )}
          {problem.choices.map((choice) => (
            <Button
              key={choice}
              size="compact-xs"
              variant="default"
              onClick={() =>
                decideField({ choice, ...(choice === 'keep' && { note: t('imports.keptNote') }) })
              }
            >
              {t(choiceLabel(field, choice))}
            </Button>
          ))}
          <Button size="compact-xs" variant="default" onClick={() => onDecide({ row: 'skip' })}>
            {t('imports.skipRow')}
          </Button>
          {!isDuplicate && (
            <CorrectCell
              label={t('imports.correctedValue', {
                field: textOf({ key: `${register}.fields.${field}` }),
                line: row.line,
              })}
              value={row.cells[field] ?? ''}
              onCorrect={(text) => decideField({ text })}
            />
          )}
        </Group>
      )}
    </Notice>
  )
}
