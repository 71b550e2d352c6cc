import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addDays, isDay } from '#shared/kit/dates.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { AgreementFormOf } from './agreementValues.ts'

/** What a definite period begins with when the clerk unticks "indefinite": three months. */
const usualDays = 90

/** The last day; none is an indefinite time, and says so. */
export function EndFields({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  const { startsOn, endsOn } = form.values
  const isReversed = endsOn && startsOn && isDay(endsOn) && isDay(startsOn) && endsOn < startsOn
  return (
    <div>
      <DateField
        label={t('agreements.fields.endsOn')}
        description={endsOn === null ? t('agreements.indefinite') : t('agreements.endHint')}
        {...form.getInputProps('endsOn')}
        {...(isReversed && { error: t('validation.endBeforeStart') })}
        name="endsOn"
        countFrom={startsOn}
      />
      <Checkbox
        mt="sm"
        label={t('agreements.fields.isIndefinite')}
        checked={endsOn === null}
        onChange={(event) => {
          const start = startsOn && isDay(startsOn) ? startsOn : null
          form.setFieldValue(
            'endsOn',
            event.currentTarget.checked || !start ? null : addDays(start, usualDays - 1),
          )
        }}
      />
    </div>
  )
}
