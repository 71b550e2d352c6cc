import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { validUntil } from '#shared/features/requirements/requirements.rules.ts'
import { type Day, formatDay, isDay } from '#shared/kit/dates.ts'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'

type CompletionValues = {
  doneOn: string
  /** Undefined: as the rule says. */
  validUntil: Day | null | undefined
  untilReason: string
  paperPlace: string
  note: string
}

interface CompletionDetailsProps<Values extends CompletionValues> {
  form: UseFormReturnType<Values>
  /** For how many months it is good by its rule; null: for good. */
  months: number | null
}

/** What may be said of something done besides its day: until when it is good, why not as the rule says, where the paper is. */
export function CompletionDetails<Values extends CompletionValues>({
  form: wider,
  months,
}: CompletionDetailsProps<Values>) {
  const { t } = useTranslation()
  const form = wider as unknown as UseFormReturnType<CompletionValues>
  const field = textField(form)
  const { doneOn, validUntil: chosen } = form.getValues()
  const expected = isDay(doneOn) ? validUntil(doneOn, months) : null
  return (
    <>
      <DateField
        label={t('requirements.fields.validUntil')}
        description={
          expected
            ? t('requirements.untilFromRule', { day: formatDay(expected) })
            : t('requirements.untilForGood')
        }
        countFrom={doneOn}
        {...form.getInputProps('validUntil')}
        value={chosen === undefined ? expected : chosen}
        name="validUntil"
      />
      <TextInput label={t('requirements.fields.untilReason')} {...field('untilReason')} />
      <TextInput
        label={t('requirements.fields.paperPlace')}
        placeholder={t('requirements.paperHint')}
        {...field('paperPlace')}
      />
      <TextInput label={t('requirements.fields.note')} {...field('note')} />
    </>
  )
}
