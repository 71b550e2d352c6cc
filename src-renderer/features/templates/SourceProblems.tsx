import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplatePreview } from '#shared/features/templates/templates.contract.ts'
import { Notice } from '../../ui/Notice.tsx'
import { faultText } from './templateTexts.ts'

/** What is wrong with a source, line by line; and, where nothing is, what of the example it leaves out. */
export function SourceProblems({ preview: { problems, unprinted } }: { preview: TemplatePreview }) {
  const { t } = useTranslation()
  const indispensable = unprinted.filter((each) => each.isIndispensable)
  const others = unprinted.filter((each) => !each.isIndispensable)
  return (
    <div aria-live="polite" style={{ display: 'grid', gap: 8 }}>
      {problems.map((problem) => (
        <Notice key={`${problem.line}:${problem.column}:${problem.problem.key}`} tone="stop">
          {problem.file
            ? t('templates.editor.faultElsewhere', {
                file: problem.file,
                line: problem.line,
                text: faultText(problem),
              })
            : t('templates.editor.fault', { line: problem.line, text: faultText(problem) })}
        </Notice>
      ))}
      {problems.length === 0 && indispensable.length === 0 && (
        <Notice tone="good">{t('templates.editor.noFaults')}</Notice>
      )}
      {indispensable.length > 0 && (
        <Notice tone="stop">
          {t('templates.editor.indispensable')}
          <Paths paths={indispensable} />
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="hint">
          {t('templates.editor.unprinted', { count: others.length })}
          <Paths paths={others} />
        </Notice>
      )}
    </div>
  )
}

function Paths({ paths }: { paths: TemplatePreview['unprinted'] }) {
  return (
    <List size="sm" ff="monospace">
      {paths.map(({ path }) => (
        <List.Item key={path}>{path}</List.Item>
      ))}
    </List>
  )
}
