import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Signatory, signatoriesContract } from '#shared/features/signatories/signatories.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

interface SignatoryFormProps {
  /** Undefined for a new one. */
  signatory?: Signatory | undefined
  onDone: (saved: Signatory | undefined) => void
}

export function SignatoryForm({ signatory, onDone }: SignatoryFormProps) {
  const { t } = useTranslation()
  const empty = { fullName: '', position: '', authorisation: '', validFrom: null, validTo: null }
  const record = useRecordForm({
    schema: signatory ? inputOf(signatoriesContract.change) : inputOf(signatoriesContract.create),
    initial: { ...empty, ...signatory } as typeof empty & Partial<Signatory>,
    save: (values) => (isSavedRow(values) ? api.signatories.change(values) : api.signatories.create(values)),
    onSaved: onDone,
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('signatories.fields.fullName')} required data-autofocus {...field('fullName')} />
        <TextInput label={t('signatories.fields.position')} required {...field('position')} />
        <TextInput
          label={t('signatories.fields.authorisation')}
          description={t('signatories.authorisationHint')}
          {...field('authorisation')}
        />
        <DateField label={t('signatories.fields.validFrom')} {...record.form.getInputProps('validFrom')} />
        <DateField label={t('signatories.fields.validTo')} {...record.form.getInputProps('validTo')} />
      </Stack>
      <SaveBar record={record} onCancel={() => onDone(undefined)} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`signatories.fields.${name as 'fullName'}`) : undefined)}
      />
    </form>
  )
}
