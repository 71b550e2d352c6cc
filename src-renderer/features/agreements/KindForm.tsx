import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Agreement, agreementsContract } from '#shared/features/agreements/agreements.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { KindSelect } from '../requirements/KindSelect.tsx'

interface KindFormProps {
  agreement: Agreement
  onDone: () => void
}

/** The kind of activity of a concluded agreement, which no text of it has. */
export function KindForm({ agreement: { id, version, activityKindId }, onDone }: KindFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(agreementsContract.chooseKind),
    initial: { id, version, activityKindId },
    save: (values) => api.agreements.chooseKind(values),
    onSaved: onDone,
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('agreements.kindChoice.text')}
        </Text>
        <KindSelect
          label={t('agreements.fields.activityKindId')}
          value={form.values.activityKindId}
          error={form.errors.activityKindId}
          onChange={(chosen) => form.setFieldValue('activityKindId', chosen)}
        />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(field) => (field === 'activityKindId' ? t('agreements.fields.activityKindId') : undefined)}
      />
    </form>
  )
}
