import { Button, Group, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type Note, noteFields } from '#shared/kit/register/notes.ts'
import { ConflictDialog } from '../ConflictDialog.tsx'
import { textField } from '../fields.ts'
import { ShortcutTooltip } from '../ShortcutTooltip.tsx'
import { useRecordForm } from '../useRecordForm.ts'
import { useUnsavedGuard } from '../useUnsavedGuard.tsx'
import classes from './NotesPanel.module.css'

interface NoteFormProps<Values> {
  label: string
  initial: Values
  hasFocus: boolean
  save: (values: Values) => Promise<Note>
  onSaved: () => void
  onCancel?: () => void
}

/** The text of a note, new or changed. Ctrl+Enter saves it. */
export function NoteForm<Values extends { text: string }>(props: NoteFormProps<Values>) {
  const { label, initial, hasFocus, save, onSaved, onCancel } = props
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: z.looseObject(noteFields.shape),
    initial: initial as Record<string, unknown>,
    save: (values) => save(values as unknown as Values),
    onSaved,
  })
  useUnsavedGuard(record)
  const isEmpty = String(record.form.getValues().text).trim() === ''
  return (
    <form className={classes.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={16}
        autoFocus={hasFocus}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) record.submit()
          if (event.key === 'Escape' && onCancel && !record.hasUnsaved()) {
            event.preventDefault()
            onCancel()
          }
        }}
        {...textField(record.form)('text')}
      />
      {(onCancel || !isEmpty) && (
        <Group gap="xs" mt="xs" justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <ShortcutTooltip keys="Ctrl+Enter">
            <Button onClick={record.submit} loading={record.isSaving}>
              {t('notes.save')}
            </Button>
          </ShortcutTooltip>
        </Group>
      )}
      <ConflictDialog
        record={record}
        labelOf={(field) => (field === 'text' ? t('notes.fields.text') : undefined)}
      />
    </form>
  )
}
