import { Autocomplete, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isSpan } from '#shared/features/volunteers/volunteers.availability.rules.ts'
import { type Volunteer, volunteersContract } from '#shared/features/volunteers/volunteers.contract.ts'
import { institutionKinds } from '#shared/features/volunteers/volunteers.register.ts'
import { volunteerWarnings } from '#shared/features/volunteers/volunteers.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { readPhone, readPostCode } from '#shared/kit/identifiers.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FoldedPanel } from '../../ui/FoldedPanel.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { AbilitiesSection } from './AbilitiesSection.tsx'
import { ConsentsSection } from './ConsentsSection.tsx'
import { GuardiansSection } from './GuardiansSection.tsx'
import { LikelyVolunteers } from './LikelyVolunteers.tsx'
import { PersonSection } from './PersonSection.tsx'
import { useProfileWords } from './useProfileWords.ts'
import { emptyVolunteer, hasProblem, type VolunteerFormOf, type VolunteerValues } from './volunteerValues.ts'
import { WeekField } from './WeekField.tsx'
import { WishesSection } from './WishesSection.tsx'

interface VolunteerFormProps {
  /** Undefined for a new one. */
  volunteer?: Volunteer
  onSaved: (saved: Volunteer) => void
  onCancel: () => void
}

/**
 * A volunteer's data: who it is and how to reach them first; the rest folded, each part with a line that says what is in it.
 * It warns of what looks wrong beside the field, and of people who are in the register already.
 */
export function VolunteerForm({ volunteer, onSaved, onCancel }: VolunteerFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const words = useProfileWords()
  const record = useRecordForm({
    schema: volunteer ? inputOf(volunteersContract.change) : inputOf(volunteersContract.create),
    initial: { ...emptyVolunteer, ...volunteer } as VolunteerValues,
    save: (values) => (isSavedRow(values) ? api.volunteers.change(values) : api.volunteers.create(values)),
    onSaved,
  })
  const { form } = record
  useUnsavedGuard(record)
  const field = textField(form)
  const { values } = form
  const birthOn = values.birthOn && isDay(values.birthOn) ? values.birthOn : null
  const warnings = volunteerWarnings({ ...values, birthOn }, today)

  return (
    <form
      noValidate
      onSubmit={(event) => event.preventDefault()}
      style={{ display: 'grid', gap: 12, maxWidth: 860 }}
    >
      <PersonSection form={form} warnings={warnings} />
      <GuardiansSection form={form} warnings={warnings} />
      <Panel title={t('volunteers.sections.contact')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput label={t('volunteers.fields.street')} {...field('street')} />
          <SimpleGrid cols={2} spacing="md">
            <TextInput label={t('volunteers.fields.postCode')} {...field('postCode', readPostCode)} />
            <TextInput label={t('volunteers.fields.town')} {...field('town')} />
          </SimpleGrid>
          <TextInput label={t('volunteers.fields.phone')} {...field('phone', readPhone)} />
          <TextInput label={t('volunteers.fields.email')} {...field('email')} />
        </SimpleGrid>
      </Panel>
      <FoldedPanel
        title={t('volunteers.sections.mail')}
        summary={words.address(values.mailStreet, values.mailPostCode, values.mailTown)}
        needsLook={hasProblem(form, ['mailStreet', 'mailPostCode', 'mailTown'])}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput label={t('volunteers.fields.mailStreet')} {...field('mailStreet')} />
          <span />
          <TextInput label={t('volunteers.fields.mailPostCode')} {...field('mailPostCode', readPostCode)} />
          <TextInput label={t('volunteers.fields.mailTown')} {...field('mailTown')} />
        </SimpleGrid>
      </FoldedPanel>
      <WhereSection form={form} />
      <AbilitiesSection form={form} />
      <FoldedPanel
        title={t('volunteers.sections.when')}
        summary={words.availability(values.availability.filter(isSpan))}
        needsLook={hasProblem(form, ['availability'])}
      >
        <WeekField
          value={values.availability}
          onChange={(availability) => form.setFieldValue('availability', availability)}
          errors={form.errors}
        />
      </FoldedPanel>
      <WishesSection form={form} />
      <ConsentsSection form={form} />
      <FoldedPanel
        title={t('volunteers.sections.conflicts')}
        summary={values.conflictNotes}
        needsLook={hasProblem(form, ['conflictNotes'])}
      >
        <Textarea
          aria-label={t('volunteers.fields.conflictNotes')}
          description={t('volunteers.conflictHint')}
          autosize
          minRows={2}
          {...field('conflictNotes')}
        />
      </FoldedPanel>
      <Panel title={t('volunteers.sections.notes')}>
        <Textarea aria-label={t('volunteers.fields.notes')} autosize minRows={3} {...field('notes')} />
      </Panel>
      <LikelyVolunteers values={{ ...values, birthOn }} exceptId={volunteer?.id ?? null} />
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        register="volunteers"
        labelOf={(name) => (name in emptyVolunteer ? t(`volunteers.fields.${name as 'surname'}`) : undefined)}
      />
    </form>
  )
}

/** With which institution the volunteer comes, and how they heard of volunteering. */
function WhereSection({ form }: { form: VolunteerFormOf }) {
  const { t } = useTranslation()
  const { data: known } = useQuery(orpc.volunteers.known.queryOptions())
  const { institution, source } = form.values
  const sources = ['friends', 'website', 'poster', 'school', 'social', 'worker'] as const
  return (
    <FoldedPanel
      title={t('volunteers.sections.where')}
      summary={[institution, source].filter(Boolean).join(', ')}
      needsLook={hasProblem(form, ['institution', 'institutionKind', 'source'])}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <Select
            label={t('volunteers.fields.institutionKind')}
            data={choices(institutionKinds, (kind) => t(`volunteers.institutionKinds.${kind}`))}
            allowDeselect={false}
            {...form.getInputProps('institutionKind')}
          />
          <Autocomplete
            label={t('volunteers.fields.institution')}
            data={known?.institutions ?? []}
            {...form.getInputProps('institution')}
          />
          <Autocomplete
            label={t('volunteers.fields.source')}
            data={sources.map((each) => t(`volunteers.sources.${each}`))}
            {...form.getInputProps('source')}
          />
        </SimpleGrid>
      </Stack>
    </FoldedPanel>
  )
}
