import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type Position,
  positionsContract,
  type StaffGroup,
  staffGroups,
} from '#shared/features/positions/positions.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { confirm } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

/** @param position undefined for a new one */
export function PositionForm({ position, onDone }: { position?: Position | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const empty = { name: '', staffGroup: 'socialWorkers' as StaffGroup, isActive: true }
  const record = useRecordForm({
    schema: position ? inputOf(positionsContract.change) : inputOf(positionsContract.create),
    initial: { ...empty, ...position } as typeof empty & Partial<Position>,
    save: (values) => (isSavedRow(values) ? api.positions.change(values) : api.positions.create(values)),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const groupName = (group: StaffGroup) => t(`positions.groups.${group}`)

  /** Another group counts for all who hold the position, also for days gone by: that is said before it happens. */
  async function submit() {
    const { staffGroup } = form.getValues()
    const isRegrouped = position?.isUsed && position.staffGroup !== staffGroup
    const isSure =
      !isRegrouped ||
      (await confirm({
        title: t('positions.regroup.title', { name: position.name }),
        text: t('positions.regroup.text', {
          before: groupName(position.staffGroup),
          after: groupName(staffGroup),
        }),
        action: t('positions.regroup.action'),
      }))
    if (isSure) record.submit()
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('positions.fields.name')} required data-autofocus {...field('name')} />
        <Select
          label={t('positions.fields.staffGroup')}
          description={t('positions.groupHint')}
          data={choices(staffGroups, groupName)}
          allowDeselect={false}
          {...form.getInputProps('staffGroup')}
        />
        <Checkbox
          label={t('positions.fields.isActive')}
          description={t('positions.isActiveHint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Stack>
      <SaveBar record={{ ...record, submit: () => void submit() }} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`positions.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
