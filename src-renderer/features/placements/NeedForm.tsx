import { Checkbox, NumberInput, SimpleGrid, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WeekHours } from '#shared/features/placements/placements.hours.rules.ts'
import { type Need, needsContract } from '#shared/features/placements/placements.needs.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FormColumn } from '../../ui/FormColumn.tsx'
import { textField } from '../../ui/fields.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { KindSelect } from '../requirements/KindSelect.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'

interface NeedFormProps {
  need?: Need
  /** The place of a new one, where that is known. */
  place?: { unitId: number | null; familyId: number | null }
  onSaved: (saved: Need) => void
  onCancel: () => void
}

const empty = {
  unitId: null as number | null,
  familyId: null as number | null,
  activityKindId: null as number | null,
  people: 1,
  startsOn: null as string | null,
  endsOn: null as string | null,
  hours: [] as WeekHours[],
  needsSignLanguage: false,
  note: '',
}

/** Whom a unit or a family needs, and when. */
export function NeedForm({ need, place, onSaved, onCancel }: NeedFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: need ? inputOf(needsContract.change) : inputOf(needsContract.create),
    initial: { ...empty, ...place, ...need } as typeof empty & Partial<Need>,
    save: (values) => (isSavedRow(values) ? api.needs.change(values) : api.needs.create(values)),
    onSaved,
  })
  const { form } = record
  const { values } = form
  useUnsavedGuard(record)
  const field = textField(form)
  return (
    <FormColumn>
      <Panel title={t('needs.sections.what')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <PlaceFields
            unitId={values.unitId}
            familyId={values.familyId}
            errors={form.errors}
            onChange={(chosen) => form.setValues(chosen)}
          />
          <KindSelect
            label={t('placements.fields.activityKind')}
            value={values.activityKindId}
            error={form.errors.activityKindId}
            onChange={(id) => form.setFieldValue('activityKindId', id)}
          />
          <NumberInput
            label={t('needs.fields.people')}
            required
            min={1}
            max={99}
            allowDecimal={false}
            {...form.getInputProps('people')}
          />
          <Checkbox
            label={t('needs.fields.needsSignLanguage')}
            description={t('needs.signHint')}
            {...form.getInputProps('needsSignLanguage', { type: 'checkbox' })}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('needs.sections.when')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <PeriodFields form={form} />
          <Textarea
            label={t('needs.fields.note')}
            description={t('placements.noteHint')}
            autosize
            {...field('note')}
          />
        </SimpleGrid>
      </Panel>
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        labelOf={(name) => {
          const label = { unitId: 'unit', familyId: 'family', activityKindId: 'activityKind' }[name] ?? name
          return name in empty ? t(`needs.fields.${label as 'unit'}`) : undefined
        }}
      />
    </FormColumn>
  )
}
