import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CheckRow.module.css'
import { CorrectForm } from './CorrectForm.tsx'

const neighbours = { ArrowRight: 'nextElementSibling', ArrowLeft: 'previousElementSibling' } as const

/**
 * What stands in one cell of the file; pressing it (or F2), also where it is empty, opens the field that corrects it. Tab
 * reaches the first cell of a row, arrows the others: the ways to settle a row stay one step away.
 */
export function CheckCell({
  field,
  line,
  text,
  isFirst,
  isCorrected,
  onCorrect,
}: {
  field: string
  line: number
  text: string
  isFirst: boolean
  isCorrected: boolean
  onCorrect: (text: string) => void
}) {
  const { t } = useTranslation()
  const [phase, setPhase] = useState<'shown' | 'open' | 'closed'>('shown')
  if (phase === 'open') {
    return (
      <CorrectForm
        label={t('imports.correctedValue', { field, line })}
        value={text}
        onCorrect={onCorrect}
        onClose={() => setPhase('closed')}
      />
    )
  }
  const name = [text, t('imports.changeCell', { field, line })].filter(Boolean).join(' – ')
  return (
    <UnstyledButton
      className={classes.value}
      aria-label={name}
      title={name}
      tabIndex={isFirst ? 0 : -1}
      data-corrected={isCorrected || undefined}
      // The focus comes back to the cell from which the field was opened.
      autoFocus={phase === 'closed'}
      onClick={() => setPhase('open')}
      onKeyDown={(event) => {
        if (event.key === 'F2') setPhase('open')
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
        event.preventDefault()
        const other = event.currentTarget.closest('td')?.[neighbours[event.key]]
        other?.querySelector('button')?.focus()
      }}
    >
      {text || '\u00a0'}
    </UnstyledButton>
  )
}
