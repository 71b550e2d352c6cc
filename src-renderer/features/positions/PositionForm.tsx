import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type Position,
  positionsContract,
  type StaffGroup,
  staffGroups,
} from '#shared/features/positions/positions.contract.ts'
import { addDays, type Day, formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

/** @param position undefined for a new one */
export function PositionForm({ position, onDone }: { position?: Position | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const empty = {
    name: '',
    staffGroup: 'socialWorkers' as StaffGroup,
    isActive: true,
    groupFromOn: null as Day | null,
  }
  const record = useRecordForm({
    schema: position ? inputOf(positionsContract.change) : inputOf(positionsContract.create),
    initial: { ...empty, ...position } as typeof empty & Partial<Position>,
    save: (values) => (isSavedRow(values) ? api.positions.change(values) : api.positions.create(values)),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const groupName = (group: StaffGroup) => t(`positions.groups.${group}`)

  const values = form.getValues()
  const isRegrouped = position?.isUsed && position.staffGroup !== values.staffGroup
  const earlier = (position?.groups ?? []).slice(0, -1).map(({ staffGroup }, place) =>
    t('positions.regroup.until', {
      group: groupName(staffGroup),
      day: formatDay(addDays(position?.groups[place + 1]?.fromOn ?? '', -1)),
    }),
  )

  /** A new group takes effect today, unless another day is entered; the old one again needs no day. */
  function chooseGroup(staffGroup: StaffGroup) {
    form.setFieldValue('staffGroup', staffGroup)
    form.setFieldValue('groupFromOn', position?.isUsed && staffGroup !== position.staffGroup ? today : null)
  }

  /** Without a day another group counts for days gone by as well: that is said before it happens. */
  async function submit() {
    const { staffGroup, groupFromOn } = form.getValues()
    const isSure =
      !isRegrouped ||
      groupFromOn !== null ||
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
          description={[
            t('positions.groupHint'),
            ...(earlier.length > 0 ? [t('positions.regroup.before', { groups: earlier.join(', ') })] : []),
          ].join(' ')}
          data={choices(staffGroups, groupName)}
          allowDeselect={false}
          {...form.getInputProps('staffGroup')}
          onChange={(group) => chooseGroup(group as StaffGroup)}
        />
        {isRegrouped && (
          <DateField
            label={t('positions.fields.groupFromOn')}
            description={t('positions.regroup.hint')}
            {...form.getInputProps('groupFromOn')}
            name="groupFromOn"
          />
        )}
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
