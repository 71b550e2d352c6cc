import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agreementForms } from '#shared/features/agreements/agreements.register.ts'
import { choices, textField } from '../../ui/fields.ts'
import type { AgreementFormOf } from './agreementValues.ts'

/** How the parties agreed; more than 30 days by word of mouth ask for a reason. */
export function FormFields({ form, isLong }: { form: AgreementFormOf; isLong: boolean }) {
  const { t } = useTranslation()
  const field = textField(form)
  const isOral = form.values.form === 'oralConfirmed'
  return (
    <>
      <Select
        label={t('agreements.fields.form')}
        description={t(`agreements.formHint.${form.values.form}`)}
        data={choices(agreementForms, (each) => t(`agreements.forms.${each}`))}
        allowDeselect={false}
        {...form.getInputProps('form')}
        data-path="form"
      />
      {isOral && isLong && (
        <TextInput label={t('agreements.fields.formReason')} required {...field('formReason')} />
      )}
    </>
  )
}
