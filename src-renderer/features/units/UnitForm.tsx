import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Unit, unitsContract } from '#shared/features/units/units.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

/** @param unit undefined for a new one */
export function UnitForm({ unit, onDone }: { unit?: Unit | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const empty = { name: '', address: '', servesMinors: false, isActive: true }
  const record = useRecordForm({
    schema: unit ? inputOf(unitsContract.change) : inputOf(unitsContract.create),
    initial: { ...empty, ...unit } as typeof empty & Partial<Unit>,
    save: (values) => (isSavedRow(values) ? api.units.change(values) : api.units.create(values)),
    onSaved: onDone,
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('units.fields.name')} required data-autofocus {...field('name')} />
        <TextInput label={t('units.fields.address')} {...field('address')} />
        <Checkbox
          label={t('units.fields.servesMinors')}
          description={t('units.servesMinorsHint')}
          {...record.form.getInputProps('servesMinors', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('units.fields.isActive')}
          {...record.form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`units.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
