import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Requirement, rulesContract } from '#shared/features/requirements/requirements.rules.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface FormProps {
  requirement: Requirement
  onDone: () => void
}

/** Another name for a requirement. */
export function RenameForm({ requirement: { id, version, name }, onDone }: FormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(rulesContract.rename),
    initial: { id, version, name },
    save: (values) => api.requirements.rules.rename(values),
    onSaved: onDone,
  })
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label={t('requirements.fields.name')}
        required
        data-autofocus
        {...textField(record.form)('name')}
      />
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(field) => (field === 'name' ? t('requirements.fields.name') : undefined)}
      />
    </form>
  )
}
