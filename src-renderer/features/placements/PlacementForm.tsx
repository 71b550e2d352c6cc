import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Placement,
  placementFields,
  placementsContract,
} from '#shared/features/placements/placements.contract.ts'
import type { WeekHours } from '#shared/features/placements/placements.hours.rules.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FormColumn } from '../../ui/FormColumn.tsx'
import { textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { KindSelect } from '../requirements/KindSelect.tsx'
import { AgreementSelect } from './AgreementSelect.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { PlacementObstacles } from './PlacementObstacles.tsx'

/** The values of the form; nothing chosen yet is null. */
export interface PlacementValues {
  agreementId: number | null
  unitId: number | null
  familyId: number | null
  activityKindId: number | null
  needId: number | null
  coordinatorId: number | null
  task: string
  startsOn: string | null
  endsOn: string | null
  hours: WeekHours[]
  note: string
}

interface PlacementFormProps {
  volunteerId: number
  initial: PlacementValues & Partial<Pick<Placement, 'id' | 'version' | 'state'>>
  onSaved: (saved: Placement) => void
  onCancel: () => void
}

/** Where somebody is placed, when, with what to do, and who looks after it; beside it what has to be done before. */
export function PlacementForm({ volunteerId, initial, onSaved, onCancel }: PlacementFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: initial.id ? inputOf(placementsContract.change) : inputOf(placementsContract.create),
    initial: initial as PlacementValues & Record<string, unknown>,
    save: (values) => (isSavedRow(values) ? api.placements.change(values) : api.placements.create(values)),
    onSaved,
    closedBy: ['placements.errors.over'],
  })
  const { form } = record
  const { values } = form
  useUnsavedGuard(record)
  const field = textField(form)
  const isFixed = initial.state !== undefined && initial.state !== 'planned'
  const chooseAgreement = useCallback((id: number | null) => form.setFieldValue('agreementId', id), [form])

  const parsed = placementFields.safeParse(values)
  const [asked] = useDebouncedValue(JSON.stringify(parsed.success ? parsed.data : null), 300)
  const check = useQuery(
    orpc.placements.check.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null' && !isFixed,
      placeholderData: keepPreviousData,
    }),
  )
  const labels: Record<string, string> = {
    agreementId: t('placements.fields.agreement'),
    unitId: t('placements.fields.unit'),
    familyId: t('placements.fields.family'),
    activityKindId: t('placements.fields.activityKind'),
    coordinatorId: t('placements.fields.coordinator'),
    task: t('placements.fields.task'),
    startsOn: t('placements.fields.startsOn'),
    endsOn: t('placements.fields.endsOn'),
    hours: t('placements.fields.hours'),
    note: t('placements.fields.note'),
  }

  return (
    <FormColumn>
      <Panel title={t('placements.sections.where')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <PlaceFields
            unitId={values.unitId}
            familyId={values.familyId}
            errors={form.errors}
            isFixed={isFixed}
            onChange={(place) => form.setValues(place)}
          />
          <AgreementSelect
            volunteerId={volunteerId}
            value={values.agreementId}
            onChange={chooseAgreement}
            error={form.errors.agreementId}
            disabled={isFixed}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('placements.sections.when')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <PeriodFields form={form} endsOnHint={t('placements.endsOnHint')} />
        </SimpleGrid>
      </Panel>
      <Panel title={t('placements.sections.how')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <KindSelect
            label={t('placements.fields.activityKind')}
            value={values.activityKindId}
            error={form.errors.activityKindId}
            onChange={(id) => form.setFieldValue('activityKindId', id)}
          />
          <StaffPicker
            label={t('placements.fields.coordinator')}
            value={values.coordinatorId}
            error={form.errors.coordinatorId}
            onChange={(id) => form.setFieldValue('coordinatorId', id)}
          />
          <TextInput label={t('placements.fields.task')} {...field('task')} />
          <Textarea
            label={t('placements.fields.note')}
            description={t('placements.noteHint')}
            autosize
            {...field('note')}
          />
        </SimpleGrid>
      </Panel>
      {!isFixed && check.data && asked !== 'null' && <PlacementObstacles obstacles={check.data} />}
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog record={record} labelOf={(name) => labels[name]} />
    </FormColumn>
  )
}
