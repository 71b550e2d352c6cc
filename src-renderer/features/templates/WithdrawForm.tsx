import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type TemplateVersion, templatesContract } from '#shared/features/templates/templates.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** The last day of an approved version. */
export function WithdrawForm({ version, onDone }: { version: TemplateVersion; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(templatesContract.withdraw),
    initial: { id: version.id as number, version: version.version, validTo: today },
    save: (values) => api.templates.withdraw(values),
    onSaved: onDone,
  })
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('templates.withdrawHint')}
        </Text>
        <DateField label={t('templates.fields.validTo')} required {...record.form.getInputProps('validTo')} />
      </Stack>
      <SaveBar record={record} text={t('templates.withdraw')} onCancel={onDone} />
    </form>
  )
}
