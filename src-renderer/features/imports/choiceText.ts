import i18next from 'i18next'
import { formatDay } from '#shared/kit/dates.ts'
import type { FieldDecision, ImportChoice, ImportProblem } from '#shared/kit/import.ts'

/** What a button says that makes this choice; where it takes a value from elsewhere, which one. */
export function choiceLabel(field: string, choice: ImportChoice, values?: ImportProblem['values']): string {
  // A PESEL goes to the note of its own, which not everybody reads.
  if (choice === 'toNotes' && field === 'pesel') return i18next.t('imports.choices.toPeselNote')
  const label = i18next.t(`imports.choices.${choice}`)
  return choice === 'fromPesel' && values?.fromPesel ? `${label}: ${formatDay(values.fromPesel)}` : label
}

/** A decision about a cell in words: the choice, or the corrected text. */
export function choiceText(field: string, { choice, text }: FieldDecision): string {
  return choice ? choiceLabel(field, choice) : `„${text ?? ''}”`
}
