import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  guardianRelations,
  type Volunteer,
  volunteersContract,
} from '#shared/features/volunteers/volunteers.contract.ts'
import { categories, formsOfAddress } from '#shared/features/volunteers/volunteers.register.ts'
import { isMinorOn, volunteerWarnings } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { readPesel, readPhone, readPostCode } from '#shared/kit/identifiers.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { LikelyVolunteers } from './LikelyVolunteers.tsx'

const empty = {
  surname: '',
  firstNames: '',
  formOfAddress: 'unknown' as Volunteer['formOfAddress'],
  birthOn: null as string | null,
  pesel: '',
  peselNote: '',
  street: '',
  postCode: '',
  town: '',
  phone: '',
  email: '',
  category: 'unknown' as Volunteer['category'],
  guardianName: '',
  guardianRelation: '' as Volunteer['guardianRelation'],
  guardianPhone: '',
  notes: '',
}
type Values = typeof empty & Partial<Volunteer>

interface VolunteerFormProps {
  /** Undefined for a new one. */
  volunteer?: Volunteer
  onSaved: (saved: Volunteer) => void
  onCancel: () => void
}

/** A volunteer's data. It warns of what looks wrong beside the field, and of people who are in the register already. */
export function VolunteerForm({ volunteer, onSaved, onCancel }: VolunteerFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: volunteer ? inputOf(volunteersContract.change) : inputOf(volunteersContract.create),
    initial: { ...empty, ...volunteer } as Values,
    save: (values) => (isSavedRow(values) ? api.volunteers.change(values) : api.volunteers.create(values)),
    onSaved,
  })
  const { form } = record
  useUnsavedGuard(record.hasUnsaved)
  const field = textField(form)
  const { values } = form
  const birthOn = values.birthOn && isDay(values.birthOn) ? values.birthOn : null
  const warnings = volunteerWarnings({ ...values, birthOn }, today)
  const warningFor = (name: keyof typeof empty) => {
    const warning = form.errors[name] ? undefined : warnings.find((each) => each.field === name)
    return warning && <span className="field-warning">{textOf({ key: warning.key })}</span>
  }

  /** A sound PESEL fills the birth date and the form of address where they are empty; it never overwrites. */
  function fillFromPesel() {
    const pesel = readPesel(values.pesel)
    if (!pesel?.isChecksumRight || !pesel.birthDay) return
    if (!values.birthOn) form.setFieldValue('birthOn', pesel.birthDay)
    if (values.formOfAddress === 'unknown')
      form.setFieldValue('formOfAddress', pesel.sex === 'woman' ? 'pani' : 'pan')
  }

  const isPeselDoubtful = warnings.some(({ key }) => key === 'volunteers.warnings.peselChecksum')
  const showsGuardian = isMinorOn(birthOn, today) || values.guardianName !== ''
  const pesel = field('pesel')

  return (
    <form
      noValidate
      onSubmit={(event) => event.preventDefault()}
      style={{ display: 'grid', gap: 16, maxWidth: 860 }}
    >
      <Panel title={t('volunteers.sections.person')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput
            label={t('volunteers.fields.surname')}
            required
            autoFocus={!volunteer}
            {...field('surname')}
          />
          <TextInput label={t('volunteers.fields.firstNames')} required {...field('firstNames')} />
          <TextInput
            label={t('volunteers.fields.pesel')}
            inputMode="numeric"
            description={warningFor('pesel') ?? t('volunteers.peselHint')}
            {...pesel}
            onBlur={(event) => {
              pesel.onBlur(event)
              fillFromPesel()
            }}
          />
          <DateField
            label={t('volunteers.fields.birthOn')}
            century="past"
            description={warningFor('birthOn') ?? t('date.hint')}
            {...form.getInputProps('birthOn')}
            name="birthOn"
          />
          {(isPeselDoubtful || values.peselNote !== '' || (!values.pesel && birthOn)) && (
            <TextInput
              label={t('volunteers.fields.peselNote')}
              description={t('volunteers.peselNoteHint')}
              required={isPeselDoubtful}
              {...field('peselNote')}
            />
          )}
          <Select
            label={t('volunteers.fields.formOfAddress')}
            data={choices(formsOfAddress, (form) => t(`volunteers.formsOfAddress.${form}`))}
            allowDeselect={false}
            description={warningFor('formOfAddress')}
            {...form.getInputProps('formOfAddress')}
          />
          <Select
            label={t('volunteers.fields.category')}
            data={choices(categories, (category) => t(`volunteers.categories.${category}`))}
            allowDeselect={false}
            {...form.getInputProps('category')}
          />
        </SimpleGrid>
      </Panel>
      {showsGuardian && (
        <Panel title={t('volunteers.sections.guardian')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <TextInput
              label={t('volunteers.fields.guardianName')}
              description={warningFor('guardianName')}
              {...field('guardianName')}
            />
            <Select
              label={t('volunteers.fields.guardianRelation')}
              data={choices(guardianRelations, (relation) => t(`volunteers.relations.${relation}`))}
              allowDeselect={false}
              {...form.getInputProps('guardianRelation')}
            />
            <TextInput label={t('volunteers.fields.guardianPhone')} {...field('guardianPhone', readPhone)} />
          </SimpleGrid>
        </Panel>
      )}
      <Panel title={t('volunteers.sections.contact')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput label={t('volunteers.fields.street')} {...field('street')} />
          <TextInput label={t('volunteers.fields.postCode')} {...field('postCode', readPostCode)} />
          <TextInput label={t('volunteers.fields.town')} {...field('town')} />
          <TextInput label={t('volunteers.fields.phone')} {...field('phone', readPhone)} />
          <TextInput label={t('volunteers.fields.email')} {...field('email')} />
        </SimpleGrid>
      </Panel>
      <Panel title={t('volunteers.sections.notes')}>
        <Textarea aria-label={t('volunteers.fields.notes')} autosize minRows={3} {...field('notes')} />
      </Panel>
      <LikelyVolunteers values={{ ...values, birthOn }} exceptId={volunteer?.id ?? null} />
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        register="volunteers"
        labelOf={(name) => (name in empty ? t(`volunteers.fields.${name as 'surname'}`) : undefined)}
      />
    </form>
  )
}
