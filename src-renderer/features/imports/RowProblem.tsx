import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldDecision, ImportCandidate, ImportProblem, RowDecision } from '#shared/kit/import.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { reasonsText, scoreText } from '../../ui/register/likenessText.ts'
import classes from './CheckRow.module.css'
import type { CheckRowProps } from './CheckRow.tsx'
import { CorrectCell } from './CorrectCell.tsx'
import { choiceLabel } from './choiceText.ts'

interface RowProblemProps extends CheckRowProps {
  problem: ImportProblem
}

/** One problem of a row, and the ways to settle it: for this row, or for every row with the same text. */
export function RowProblem(props: RowProblemProps) {
  const { register, row, problem, decision, onDecide, onDecideText } = props
  const { t } = useTranslation()
  const [isForAll, setForAll] = useState(false)
  const { field, level, candidates = [], sameText = 0 } = problem
  const isAboutRow = field === 'row'
  const text = row.cells[field] ?? ''
  const decideField = (made: FieldDecision, label?: string) => {
    if (isForAll) onDecideText({ field, text, decision: made, label })
    else onDecide({ fields: { ...decision.fields, [field]: made } })
  }

  return (
    <Notice tone={level === 'error' ? 'stop' : 'warning'}>
      {!isAboutRow && <strong>{textOf({ key: `${register}.fields.${field}` })}: </strong>}
      {textOf(problem)}
      {candidates.length > 0 && (
        <ul className={classes.candidates}>
          {candidates.map((candidate) => (
            <Candidate
              key={`${candidate.id}-${candidate.line}`}
              candidate={candidate}
              mayBeChanged={isAboutRow && props.mayChange}
              onChoose={isAboutRow ? undefined : (id) => decideField({ reference: id }, candidate.label)}
              onChange={onDecide}
            />
          ))}
        </ul>
      )}
      {sameText > 1 && (
        <Checkbox
          mt={4}
          size="xs"
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
          label={t('imports.forAll', { count: sameText, text })}
        />
      )}
      <Group gap="xs" mt={4}>
        {level === 'error' && (
          <>
            {isAboutRow && candidates.length > 0 && problem.params?.reason !== 'pesel' && (
              <Choice onClick={() => onDecide({ row: 'import' })}>{t('imports.importAnyway')}</Choice>
            )}
            {problem.choices.map((choice) => (
              <Choice
                key={choice}
                onClick={() =>
                  decideField({ choice, ...(choice === 'keep' && { note: t('imports.keptNote') }) })
                }
              >
                {choiceLabel(field, choice, problem.values)}
              </Choice>
            ))}
            <Choice onClick={() => onDecide({ row: 'skip' })}>{t('imports.skipRow')}</Choice>
          </>
        )}
        {!isAboutRow && (
          <CorrectCell
            label={t('imports.correctedValue', {
              field: textOf({ key: `${register}.fields.${field}` }),
              line: row.line,
            })}
            value={text}
            onCorrect={(corrected) => decideField({ text: corrected })}
          />
        )}
      </Group>
    </Notice>
  )
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {children}
    </Button>
  )
}

interface CandidateProps {
  candidate: ImportCandidate
  mayBeChanged: boolean
  onChoose: ((id: number) => void) | undefined
  onChange: (decision: RowDecision) => void
}

/** Whom or what a row may mean, with the way to say so. */
function Candidate({ candidate, mayBeChanged, onChoose, onChange }: CandidateProps) {
  const { t } = useTranslation()
  const { id, line, label, details } = candidate
  return (
    <li>
      <Text component="span" size="sm" mr={6}>
        {[label, ...details].join(', ')} ({line ? t('imports.sameLine', { line }) : t('imports.inRegister')})
        {candidate.likeness && ` – ${scoreText(candidate.likeness)}: ${reasonsText(candidate.likeness)}`}
      </Text>
      {id !== null && onChoose && <Choice onClick={() => onChoose(id)}>{t('imports.chooseRecord')}</Choice>}
      {id !== null && mayBeChanged && (
        <Group gap="xs" display="inline-flex">
          <Choice onClick={() => onChange({ row: 'fill', target: id })}>{t('imports.fillRecord')}</Choice>
          <Choice onClick={() => onChange({ row: 'overwrite', target: id })}>
            {t('imports.overwriteRecord')}
          </Choice>
        </Group>
      )}
    </li>
  )
}
