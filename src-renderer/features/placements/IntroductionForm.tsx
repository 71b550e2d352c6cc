import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Placement, placementsContract } from '#shared/features/placements/placements.contract.ts'
import { type ConsentForm, consentForms } from '#shared/features/placements/placements.register.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** The meeting of volunteer, family and social worker, with the consents given at it. */
export function IntroductionForm({ placement, onDone }: { placement: Placement; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const isOfFamily = placement.placeKind === 'family'
  const [last] = placement.introductions
  const record = useRecordForm({
    schema: inputOf(placementsContract.introduce),
    initial: {
      id: placement.id,
      version: placement.version,
      introducedOn: today as string | null,
      workerId: last?.workerId ?? placement.coordinatorId,
      participants: '',
      placeConsentOn: today as string | null,
      placeConsentForm: 'written' as ConsentForm,
      volunteerConsentOn: today as string | null,
    },
    save: (values) => api.placements.introduce(values),
    onSaved: onDone,
    readCurrent: ({ version }) => ({ id: placement.id, version }),
  })
  const { form } = record
  const field = textField(form)
  const labels: Record<string, string> = {
    introducedOn: t('placements.fields.introducedOn'),
    workerId: t('placements.fields.worker'),
    participants: t('placements.fields.participants'),
    placeConsentOn: t(isOfFamily ? 'placements.fields.placeConsentOn' : 'placements.fields.unitConsentOn'),
    placeConsentForm: t('placements.fields.placeConsentForm'),
    volunteerConsentOn: t('placements.fields.volunteerConsentOn'),
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(isOfFamily ? 'placements.stepTexts.introduce' : 'placements.stepTexts.introduceUnit')}
        </Text>
        <DateField
          label={labels.introducedOn as string}
          required
          {...form.getInputProps('introducedOn')}
          name="introducedOn"
        />
        <StaffPicker
          label={labels.workerId as string}
          required={isOfFamily}
          value={form.values.workerId}
          error={form.errors.workerId}
          onChange={(id) => form.setFieldValue('workerId', id)}
        />
        <TextInput
          label={labels.participants}
          description={t('placements.participantsHint')}
          {...field('participants')}
        />
        <DateField
          label={labels.placeConsentOn as string}
          {...form.getInputProps('placeConsentOn')}
          name="placeConsentOn"
        />
        <Select
          label={labels.placeConsentForm}
          data={choices(consentForms, (each) => t(`placements.consentForms.${each}`))}
          allowDeselect={false}
          {...form.getInputProps('placeConsentForm')}
        />
        <DateField
          label={labels.volunteerConsentOn as string}
          {...form.getInputProps('volunteerConsentOn')}
          name="volunteerConsentOn"
        />
      </Stack>
      <SaveBar record={record} text={t('placements.steps.introduce')} onCancel={onDone} />
      <ConflictDialog record={record} labelOf={(name) => labels[name]} />
    </form>
  )
}
