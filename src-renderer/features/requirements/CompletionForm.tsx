import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type ChecklistItem,
  type Completion,
  requirementsContract,
} from '#shared/features/requirements/requirements.contract.ts'
import { validUntil } from '#shared/features/requirements/requirements.rules.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

const fields = ['doneOn', 'validUntil', 'untilReason', 'paperPlace', 'note'] as const

/** Corrects what was noted as done. */
export function CompletionForm({
  item,
  completion,
  onDone,
}: {
  item: ChecklistItem
  completion: Completion
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { id, version, doneOn, untilReason, paperPlace, note } = completion
  const record = useRecordForm({
    schema: inputOf(requirementsContract.changeCompletion),
    initial: { id, version, doneOn, validUntil: completion.validUntil, untilReason, paperPlace, note },
    save: (values) => api.requirements.changeCompletion(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const typed = form.getValues().doneOn
  const expected = isDay(typed) ? validUntil(typed, item.rule.validityMonths) : null
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <DateField
          label={t('requirements.fields.doneOn')}
          required
          {...form.getInputProps('doneOn')}
          name="doneOn"
        />
        <DateField
          label={t('requirements.fields.validUntil')}
          description={
            expected
              ? t('requirements.untilFromRule', { day: formatDay(expected) })
              : t('requirements.untilForGood')
          }
          countFrom={typed}
          {...form.getInputProps('validUntil')}
          name="validUntil"
        />
        <TextInput label={t('requirements.fields.untilReason')} {...field('untilReason')} />
        <TextInput
          label={t('requirements.fields.paperPlace')}
          placeholder={t('requirements.paperHint')}
          {...field('paperPlace')}
        />
        <TextInput label={t('requirements.fields.note')} {...field('note')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          fields.some((each) => each === name)
            ? t(`requirements.fields.${name as (typeof fields)[number]}`)
            : undefined
        }
      />
    </form>
  )
}
