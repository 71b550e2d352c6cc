import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Requirement, rulesContract } from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface FormProps {
  requirement: Requirement
  onDone: () => void
}

/** The last day of a requirement. */
export function EndForm({ requirement: { id, version }, onDone }: FormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(rulesContract.end),
    initial: { id, version, lastOn: today as Day | null },
    save: (values) => api.requirements.rules.end(values),
    onSaved: onDone,
    readCurrent: ({ endsOn, version }) => ({ id, version, lastOn: endsOn }),
  })
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('requirements.settings.endHint')}
        </Text>
        <DateField
          label={t('requirements.fields.endsOn')}
          required
          {...record.form.getInputProps('lastOn')}
          name="lastOn"
        />
      </Stack>
      <SaveBar record={record} text={t('requirements.settings.end')} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(field) => (field === 'lastOn' ? t('requirements.fields.endsOn') : undefined)}
      />
    </form>
  )
}
