import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import { formsOfAddress, specialisations, staffRoles } from '#shared/features/staff/staff.register.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FormColumn } from '../../ui/FormColumn.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { AccountEnd } from './AccountEnd.tsx'
import { LikelyStaff } from './LikelyStaff.tsx'
import { PostFields, type PostValues } from './PostFields.tsx'

const empty = {
  personalNumber: '',
  surname: '',
  firstNames: '',
  formOfAddress: 'unknown' as StaffMember['formOfAddress'],
  specialisation: 'none' as StaffMember['specialisation'],
  isFieldWorker: false,
  employedFrom: null as string | null,
  employedTo: null as string | null,
  phone: '',
  email: '',
  roles: [] as StaffMember['roles'],
}
const emptyPost: PostValues = { positionId: null, unitId: null, ownGroup: null }

interface StaffFormProps {
  /** Undefined for a new one, who also gets the first post. */
  member?: StaffMember
  /** The number proposed for a new one. */
  nextNumber?: string
  onSaved: (saved: StaffMember) => void
  onCancel: () => void
}

/** The data of a member of staff; of a new one the first post too. Later posts are changed on the person's page. */
export function StaffForm({ member, nextNumber = '', onSaved, onCancel }: StaffFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: member ? inputOf(staffContract.change) : inputOf(staffContract.create),
    initial: {
      ...empty,
      personalNumber: nextNumber,
      ...(member ?? emptyPost),
    } as typeof empty & Partial<StaffMember> & PostValues,
    save: (values) => (isSavedRow(values) ? api.staff.change(values) : api.staff.create(values)),
    onSaved,
  })
  const { form } = record
  useUnsavedGuard(record)
  const field = textField(form)

  return (
    <FormColumn>
      <Notice tone="hint">{t('staff.noPrivateData')}</Notice>
      <Panel title={t('staff.sections.person')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput label={t('staff.fields.surname')} required autoFocus={!member} {...field('surname')} />
          <TextInput label={t('staff.fields.firstNames')} required {...field('firstNames')} />
          <TextInput label={t('staff.fields.personalNumber')} required {...field('personalNumber')} />
          <Select
            label={t('staff.fields.formOfAddress')}
            data={choices(formsOfAddress, (form) => t(`staff.formsOfAddress.${form}`))}
            allowDeselect={false}
            {...form.getInputProps('formOfAddress')}
          />
          <Select
            label={t('staff.fields.specialisation')}
            description={t('staff.specialisationHint')}
            data={choices(specialisations, (degree) => t(`staff.specialisations.${degree}`))}
            allowDeselect={false}
            {...form.getInputProps('specialisation')}
          />
        </SimpleGrid>
      </Panel>
      {!member && (
        <Panel title={t('staff.sections.post')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <PostFields form={form as unknown as UseFormReturnType<PostValues>} />
          </SimpleGrid>
        </Panel>
      )}
      <Panel title={t('staff.sections.employment')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <DateField
            label={t('staff.fields.employedFrom')}
            description={t('date.hint')}
            {...form.getInputProps('employedFrom')}
            name="employedFrom"
          />
          <DateField
            label={t('staff.fields.employedTo')}
            description={t('staff.employedToHint')}
            {...form.getInputProps('employedTo')}
            name="employedTo"
          />
          {member && <AccountEnd member={member} employedTo={form.values.employedTo} />}
          <Checkbox
            label={t('staff.fields.isFieldWorker')}
            {...form.getInputProps('isFieldWorker', { type: 'checkbox' })}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('staff.sections.roles')}>
        <Checkbox.Group {...form.getInputProps('roles')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="xs">
            {staffRoles.map((role) => (
              <Checkbox key={role} value={role} label={t(`staff.roles.${role}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </Panel>
      <Panel title={t('staff.sections.contact')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput label={t('staff.fields.phone')} {...field('phone', readPhone)} />
          <TextInput label={t('staff.fields.email')} {...field('email')} />
        </SimpleGrid>
      </Panel>
      <LikelyStaff values={form.values} exceptId={member?.id ?? null} />
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        register="staff"
        labelOf={(name) => (name in empty ? t(`staff.fields.${name as 'surname'}`) : undefined)}
      />
    </FormColumn>
  )
}
