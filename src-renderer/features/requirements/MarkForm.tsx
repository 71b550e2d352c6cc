import { Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Checklist, requirementsContract } from '#shared/features/requirements/requirements.contract.ts'
import type { Mark } from '#shared/features/requirements/requirements.model.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** A decision about a status: its day, its end where it has one, and why. */
export function MarkForm({
  volunteerId,
  mark,
  onDone,
  onCancel,
}: {
  volunteerId: number
  mark: Mark
  onDone: (after: Checklist) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(requirementsContract.mark),
    initial: { volunteerId, mark, onDay: today, untilOn: null as Day | null, reason: '' },
    save: (values) => api.requirements.mark(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(`requirements.markHints.${mark}`)}
        </Text>
        <DateField
          label={t(mark === 'suspended' ? 'requirements.fields.fromOn' : 'requirements.fields.onDay')}
          required
          {...form.getInputProps('onDay')}
          name="onDay"
        />
        {mark === 'suspended' && (
          <DateField
            label={t('requirements.fields.untilOn')}
            countFrom={form.getValues().onDay}
            {...form.getInputProps('untilOn')}
            name="untilOn"
          />
        )}
        <Textarea
          label={t('requirements.fields.reason')}
          required
          autosize
          minRows={2}
          maxLength={400}
          {...field('reason')}
        />
      </Stack>
      <SaveBar record={record} text={t(`requirements.marks.${mark}`)} onCancel={onCancel} />
    </form>
  )
}
