import { Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { rowVersion } from '#shared/kit/fields.ts'
import { type Attachment, attachmentFields } from '#shared/kit/register/attachments.ts'
import { ConflictDialog } from '../../ConflictDialog.tsx'
import { textField } from '../../fields.ts'
import { SaveBar } from '../../SaveBar.tsx'
import { useRecordForm } from '../../useRecordForm.ts'
import { useUnsavedGuard } from '../../useUnsavedGuard.tsx'
import type { AttachmentsApi } from './attachmentsApi.ts'

interface AttachmentFormProps {
  api: AttachmentsApi
  attachment: Attachment
  onClose: () => void
}

/** The name and the description of an attachment. */
export function AttachmentForm({ api, attachment, onClose }: AttachmentFormProps) {
  const { t } = useTranslation()
  const { id, version, fileName, description } = attachment
  const record = useRecordForm({
    schema: attachmentFields.extend(rowVersion.shape),
    initial: { id, version, fileName, description },
    save: api.describe,
    onSaved: onClose,
  })
  useUnsavedGuard(record)
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="md">
        <TextInput label={t('attachments.fields.fileName')} required data-autofocus {...field('fileName')} />
        <Textarea
          label={t('attachments.fields.description')}
          autosize
          minRows={2}
          {...field('description')}
        />
      </Stack>
      <SaveBar record={record} onCancel={onClose} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          name === 'fileName' || name === 'description' ? t(`attachments.fields.${name}`) : undefined
        }
      />
    </form>
  )
}
