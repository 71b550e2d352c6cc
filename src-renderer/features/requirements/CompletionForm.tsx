import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type ChecklistItem,
  type Completion,
  requirementsContract,
} from '#shared/features/requirements/requirements.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { CompletionDetails } from './CompletionDetails.tsx'

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
  const { id, version, doneOn, validUntil, untilReason, paperPlace, note } = completion
  const record = useRecordForm({
    schema: inputOf(requirementsContract.changeCompletion),
    initial: { id, version, doneOn, validUntil, untilReason, paperPlace, note },
    save: (values) => api.requirements.changeCompletion(values),
    onSaved: onDone,
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <DateField
          label={t('requirements.fields.doneOn')}
          required
          {...form.getInputProps('doneOn')}
          name="doneOn"
        />
        <CompletionDetails form={form} months={item.rule.validityMonths} />
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
