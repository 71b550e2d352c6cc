import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { eventGroupsContract, type VolunteerGroup } from '#shared/features/events/events.groups.contract.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

const empty = {
  name: '',
  organisation: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  notes: '',
  isActive: true,
}

interface GroupFormProps {
  /** Undefined for a new one. */
  group: VolunteerGroup | undefined
  mayWrite: boolean
  onDone: () => void
}

/** The data of a group of volunteers. */
export function GroupForm({ group, mayWrite, onDone }: GroupFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: group ? inputOf(eventGroupsContract.change) : inputOf(eventGroupsContract.create),
    initial: { ...empty, ...group } as typeof empty & Partial<VolunteerGroup>,
    save: (values) =>
      isSavedRow(values) ? api.events.groups.change(values) : api.events.groups.create(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm">
          <TextInput label={t('volunteerGroups.fields.name')} required data-autofocus {...field('name')} />
          <TextInput label={t('volunteerGroups.fields.organisation')} {...field('organisation')} />
          <TextInput label={t('volunteerGroups.fields.contactName')} {...field('contactName')} />
          <TextInput label={t('volunteerGroups.fields.contactPhone')} {...field('contactPhone', readPhone)} />
          <TextInput label={t('volunteerGroups.fields.contactEmail')} {...field('contactEmail')} />
          <Textarea
            label={t('volunteerGroups.fields.notes')}
            autosize
            minRows={2}
            maxRows={8}
            {...field('notes')}
          />
          <Checkbox
            label={t('volunteerGroups.fields.isActive')}
            {...form.getInputProps('isActive', { type: 'checkbox' })}
          />
        </Stack>
      </fieldset>
      {mayWrite ? (
        <SaveBar record={record} onCancel={onDone} />
      ) : (
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onDone}>
            {t('common.close')}
          </Button>
        </Group>
      )}
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`volunteerGroups.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
