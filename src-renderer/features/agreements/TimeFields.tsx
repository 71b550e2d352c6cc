import { Checkbox, Group, Input, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { weekdays as everyWeekday } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'
import { textField } from '../../ui/fields.ts'
import type { AgreementFormOf } from './agreementValues.ts'

/** When and for how long: hours a week or in all, days of the week, and words of one's own. */
export function TimeFields({ form }: { form: AgreementFormOf }) {
  const { t } = useTranslation()
  const field = textField(form)
  const { weekdays } = form.values
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <HoursInput form={form} field="weeklyMinutes" step={0.5} max={168} />
        <HoursInput form={form} field="plannedMinutes" step={1} max={10_000} />
      </SimpleGrid>
      <Input.Wrapper
        label={t('agreements.fields.weekdays')}
        labelElement="div"
        id="agreement-weekdays"
        mt="sm"
      >
        <Group gap="sm" mt={4} role="group" aria-labelledby="agreement-weekdays-label" data-path="weekdays">
          {everyWeekday.map((weekday) => (
            <Checkbox
              key={weekday}
              label={textOf({ key: `calendar.shortWeekdays.${weekday}` })}
              aria-label={textOf({ key: `calendar.weekdays.${weekday}` })}
              checked={weekdays.includes(weekday)}
              onChange={({ currentTarget }) =>
                form.setFieldValue(
                  'weekdays',
                  everyWeekday.filter((each) =>
                    each === weekday ? currentTarget.checked : weekdays.includes(each),
                  ),
                )
              }
            />
          ))}
        </Group>
      </Input.Wrapper>
      <TextInput
        mt="sm"
        label={t('agreements.fields.schedule')}
        placeholder={t('agreements.scheduleHint')}
        {...field('schedule')}
      />
    </>
  )
}

interface HoursInputProps {
  form: AgreementFormOf
  field: 'weeklyMinutes' | 'plannedMinutes'
  step: number
  max: number
}

/** Typed in hours, kept in minutes, in quarters of an hour. */
function HoursInput({ form, field, step, max }: HoursInputProps) {
  const { t } = useTranslation()
  const minutes = form.values[field]
  return (
    <NumberInput
      label={t(`agreements.fields.${field}`)}
      decimalSeparator=","
      decimalScale={2}
      step={step}
      min={0}
      max={max}
      data-path={field}
      error={form.errors[field]}
      value={minutes === null ? '' : minutes / 60}
      onChange={(hours) => {
        const quarters = Math.round(Number(hours) * 4)
        form.setFieldValue(field, hours === '' || quarters < 1 ? null : quarters * 15)
      }}
    />
  )
}
