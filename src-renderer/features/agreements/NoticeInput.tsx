import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AgreementFormOf } from './agreementValues.ts'

/** The days of notice. */
export function NoticeInput({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  return (
    <NumberInput
      label={t('agreements.fields.noticeDays')}
      min={0}
      max={90}
      allowDecimal={false}
      {...form.getInputProps('noticeDays')}
    />
  )
}
