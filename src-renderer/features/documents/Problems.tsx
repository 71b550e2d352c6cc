import { Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentProblem } from '#shared/features/documents/documents.kind.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from './problemText.ts'

interface ProblemsProps {
  problems: readonly DocumentProblem[]
  overrides: Record<string, string>
  onOverride: (key: string, reason: string) => void
}

/** What stands in the way of a document and why; a reason may set some of it aside. */
export function Problems({ problems, overrides, onOverride }: ProblemsProps) {
  const { t } = useTranslation()
  return (
    <Stack gap={6} aria-live="polite">
      {problems.map((problem) => {
        const { key, level, basis, isOverridable, field = '', person = '' } = problem
        return (
          <Notice key={`${key} ${field} ${person}`} tone={level}>
            {problemText(problem)}{' '}
            {basis && (
              <Text component="span" size="sm" inherit={false} c="inherit" opacity={0.85}>
                ({textOf({ key: basis.includes('.') ? basis : `documents.basis.${basis}` })})
              </Text>
            )}
            {isOverridable && (
              <TextInput
                mt={6}
                size="sm"
                aria-label={t('documents.overrideReason')}
                placeholder={t('documents.overrideReason')}
                value={overrides[key] ?? ''}
                onChange={(event) => onOverride(key, event.currentTarget.value)}
              />
            )}
          </Notice>
        )
      })}
    </Stack>
  )
}
