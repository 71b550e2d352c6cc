import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { recipientNeeds } from '#shared/features/agreements/agreements.register.ts'
import { choices } from '../../ui/fields.ts'
import type { AgreementFormOf } from './agreementValues.ts'

/** What those need whom the volunteer will help. */
export function NeedsSelect({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  return (
    <MultiSelect
      label={t('agreements.fields.needs')}
      data={choices(recipientNeeds, (need) => t(`agreements.needs.${need}`))}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      {...form.getInputProps('needs')}
      data-path="needs"
    />
  )
}
