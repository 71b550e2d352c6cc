import { Button, Group } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutTooltip } from './ShortcutTooltip.tsx'
import type { RecordForm } from './useRecordForm.ts'
import { useShortcuts } from './useShortcuts.ts'

interface SaveBarProps {
  record: Pick<RecordForm<never>, 'submit' | 'isSaving' | 'hasUnsaved'>
  text?: string
  /** Leaves without saving. In a page the guard asks first; in a drawer Esc does not leave a changed form. */
  onCancel?: () => void
  /** Further actions, before the one that saves. */
  children?: ReactNode
}

/** The end of a form: save (Ctrl+S), and leave (Esc) where there is somewhere to go. */
export function SaveBar({ record, text, onCancel, children }: SaveBarProps) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const back =
    onCancel &&
    (() => {
      const isInDrawer = bar.current?.closest('[role="dialog"]')
      if (!isInDrawer || !record.hasUnsaved()) onCancel()
    })
  useShortcuts({ save: record.submit, back }, bar)
  return (
    <Group ref={bar} justify="flex-end" gap="xs" mt="lg">
      {onCancel && (
        <ShortcutTooltip keys="Esc">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </ShortcutTooltip>
      )}
      {children}
      <ShortcutTooltip keys="Ctrl+S">
        <Button onClick={record.submit} loading={record.isSaving}>
          {text ?? t('common.save')}
        </Button>
      </ShortcutTooltip>
    </Group>
  )
}
