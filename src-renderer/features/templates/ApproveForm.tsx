import { Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { templatesContract } from '#shared/features/templates/templates.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface ApproveFormProps {
  draft: { id: number; version: number; note: string }
  onApproved: () => void
  onCancel: () => void
}

/** From when a draft is in force, and who approved it. */
export function ApproveForm({ draft, onApproved, onCancel }: ApproveFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(templatesContract.approve),
    initial: { ...draft, validFrom: today, approvedBy: '' },
    save: (values) => api.templates.approve(values),
    onSaved: ({ number }) => {
      notifications.show({ color: 'green', message: t('templates.editor.approved', { number }) })
      onApproved()
    },
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('templates.editor.approveHint')}
        </Text>
        <DateField
          label={t('templates.fields.validFrom')}
          required
          {...record.form.getInputProps('validFrom')}
        />
        <TextInput
          label={t('templates.fields.approvedBy')}
          required
          data-autofocus
          {...field('approvedBy')}
        />
        <TextInput label={t('templates.fields.note')} required {...field('note')} />
      </Stack>
      <SaveBar record={record} text={t('templates.editor.approveTitle')} onCancel={onCancel} />
    </form>
  )
}
