import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Family, familiesContract } from '#shared/features/placements/placements.families.contract.ts'
import {
  type Communication,
  communications,
  type FamilyNeed,
  familyNeeds,
  familyStates,
} from '#shared/features/placements/placements.families.register.ts'
import {
  seemsAnAddress,
  seemsToName,
  tidyCode,
} from '#shared/features/placements/placements.families.rules.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { FormColumn } from '../../ui/FormColumn.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

const empty = {
  code: '',
  state: 'active' as Family['state'],
  district: '',
  unitId: null as number | null,
  workerId: null as number | null,
  isDeaf: false,
  communication: [] as Communication[],
  children: null as number | null,
  hasMinors: false,
  needs: [] as FamilyNeed[],
  notes: '',
}

interface FamilyFormProps {
  /** Undefined for a new one. */
  family?: Family
  onSaved: (saved: Family) => void
  onCancel: () => void
}

/** A family: a code and what a placement takes, with nothing that tells who they are. */
export function FamilyForm({ family, onSaved, onCancel }: FamilyFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: family ? inputOf(familiesContract.change) : inputOf(familiesContract.create),
    initial: { ...empty, ...family } as typeof empty & Partial<Family>,
    save: (values) => (isSavedRow(values) ? api.families.change(values) : api.families.create(values)),
    onSaved,
  })
  const { form } = record
  useUnsavedGuard(record)
  const field = textField(form)
  const { values } = form
  const isNamed = seemsToName(values.notes) || seemsAnAddress(values.notes)

  return (
    <FormColumn>
      <Notice tone="hint">{t('families.noNames')}</Notice>
      <Panel title={t('families.sections.who')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput
            label={t('families.fields.code')}
            description={family ? t('families.codeChangeHint') : t('families.codeHint')}
            autoFocus={!family}
            {...field('code', tidyCode)}
          />
          <TextInput
            label={t('families.fields.district')}
            description={t('families.districtHint')}
            {...field('district')}
          />
          <UnitSelect
            label={t('families.fields.unit')}
            description={t('families.unitHint')}
            name="unitId"
            value={values.unitId}
            error={form.errors.unitId}
            onChange={(id) => form.setFieldValue('unitId', id)}
          />
          <StaffPicker
            label={t('families.fields.worker')}
            value={values.workerId}
            error={form.errors.workerId}
            onChange={(id) => form.setFieldValue('workerId', id)}
          />
          {family && (
            <Select
              label={t('families.fields.state')}
              data={choices(familyStates, (state) => t(`families.states.${state}`))}
              allowDeselect={false}
              {...form.getInputProps('state')}
            />
          )}
        </SimpleGrid>
      </Panel>
      <Panel title={t('families.sections.about')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <MultiSelect
            label={t('families.fields.needs')}
            data={choices(familyNeeds, (need) => t(`families.needTags.${need}`))}
            {...form.getInputProps('needs')}
          />
          <NumberInput
            label={t('families.fields.children')}
            min={0}
            max={30}
            allowDecimal={false}
            error={form.errors.children}
            value={values.children ?? ''}
            onChange={(count) => {
              const children = count === '' ? null : Number(count)
              form.setFieldValue('children', children)
              if (children) form.setFieldValue('hasMinors', true)
            }}
          />
          <Checkbox
            label={t('families.fields.hasMinors')}
            description={t('families.minorsHint')}
            disabled={Boolean(values.children)}
            {...form.getInputProps('hasMinors', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('families.fields.isDeaf')}
            {...form.getInputProps('isDeaf', { type: 'checkbox' })}
          />
          {(values.isDeaf || values.communication.length > 0) && (
            <MultiSelect
              label={t('families.fields.communication')}
              data={choices(communications, (way) => t(`families.communications.${way}`))}
              {...form.getInputProps('communication')}
            />
          )}
        </SimpleGrid>
      </Panel>
      <Panel title={t('families.sections.notes')}>
        <Textarea
          label={t('families.fields.notes')}
          description={t('families.notesHint')}
          autosize
          minRows={2}
          {...field('notes')}
        />
        {isNamed && (
          <div style={{ marginTop: 8 }} role="status">
            <Notice tone="warning">{t('families.notesWarning')}</Notice>
          </div>
        )}
      </Panel>
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        labelOf={(name) => {
          const label = { unitId: 'unit', workerId: 'worker' }[name] ?? name
          return name in empty ? t(`families.fields.${label as 'code'}`) : undefined
        }}
      />
    </FormColumn>
  )
}
