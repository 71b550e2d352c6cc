import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type Authorisation,
  type Signatory,
  signatoriesContract,
} from '#shared/features/signatories/signatories.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { AuthorisationFields } from './AuthorisationFields.tsx'

interface SignatoryFormProps {
  /** Undefined for a new one. */
  signatory?: Signatory | undefined
  onDone: (saved: Signatory | undefined) => void
}

const empty = {
  fullName: '',
  position: '',
  isHead: true,
  validFrom: null,
  validTo: null,
  authorisations: [] as Authorisation[],
}

const newAuthorisation: Authorisation = {
  number: '',
  givenOn: null,
  scope: '',
  kinds: [],
  validFrom: null,
  validTo: null,
  revokedOn: null,
  keptAt: '',
}

/** A person who signs: by the office, with its term, or by authorisations. */
export function SignatoryForm({ signatory, onDone }: SignatoryFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: signatory ? inputOf(signatoriesContract.change) : inputOf(signatoriesContract.create),
    initial: { ...empty, ...signatory } as typeof empty & Partial<Signatory>,
    save: (values) => (isSavedRow(values) ? api.signatories.change(values) : api.signatories.create(values)),
    onSaved: onDone,
  })
  const { form } = record
  const { isHead, authorisations } = form.values
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('signatories.fields.fullName')} required data-autofocus {...field('fullName')} />
        <TextInput label={t('signatories.fields.position')} required {...field('position')} />
        <Checkbox
          label={t('signatories.fields.isHead')}
          checked={isHead}
          onChange={(event) => form.setFieldValue('isHead', event.currentTarget.checked)}
        />
        {isHead ? (
          <>
            <DateField label={t('signatories.termFrom')} {...form.getInputProps('validFrom')} />
            <DateField label={t('signatories.termTo')} {...form.getInputProps('validTo')} />
          </>
        ) : (
          <>
            {authorisations.map((_, index) => (
              <AuthorisationFields
                // biome-ignore lint/suspicious/noArrayIndexKey: the fields belong to their place
                key={index}
                form={form}
                index={index}
                onRemove={() => form.removeListItem('authorisations', index)}
              />
            ))}
            <Button
              variant="default"
              onClick={() => form.insertListItem('authorisations', { ...newAuthorisation })}
            >
              {t('signatories.addAuthorisation')}
            </Button>
          </>
        )}
      </Stack>
      <SaveBar record={record} onCancel={() => onDone(undefined)} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`signatories.fields.${name as 'fullName'}`) : undefined)}
      />
    </form>
  )
}
