import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { WeekHours } from '#shared/features/placements/placements.hours.rules.ts'
import { DateField } from '../../ui/DateField.tsx'
import { HoursField } from './HoursField.tsx'

interface PeriodValues {
  startsOn: string | null
  endsOn: string | null
  hours: WeekHours[]
}

interface PeriodFieldsProps<Values extends PeriodValues> {
  form: UseFormReturnType<Values>
  /** What no last day means. */
  endsOnHint?: string
}

/** From when to when, and on which days and hours of the week. */
export function PeriodFields<Values extends PeriodValues>({ form, endsOnHint }: PeriodFieldsProps<Values>) {
  const { t } = useTranslation()
  const { values, errors, getInputProps, setFieldValue } = form as unknown as UseFormReturnType<PeriodValues>
  return (
    <>
      <DateField
        label={t('placements.fields.startsOn')}
        description={t('date.hint')}
        required
        {...getInputProps('startsOn')}
        name="startsOn"
      />
      <DateField
        label={t('placements.fields.endsOn')}
        description={endsOnHint}
        countFrom={values.startsOn}
        {...getInputProps('endsOn')}
        name="endsOn"
      />
      <HoursField
        value={values.hours}
        error={errors.hours}
        onChange={(hours) => setFieldValue('hours', hours)}
      />
    </>
  )
}
