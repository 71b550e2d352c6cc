import { MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  audiences,
  basisCertainties,
  blockedSteps,
  knownFields,
  scopes,
  sources,
} from '#shared/features/requirements/requirements.model.rules.ts'
import {
  amendedRule,
  newRequirement,
  type Requirement,
} from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { ruleOn } from './ruleOn.ts'

interface RuleFormProps {
  /** Undefined for a new one. */
  requirement: Requirement | undefined
  documentKinds: { value: string; label: string }[]
  onDone: () => void
}

const blank = {
  appliesTo: 'all' as (typeof scopes)[number],
  kindIds: [] as number[],
  audience: 'everyone' as (typeof audiences)[number],
  blocks: 'status' as (typeof blockedSteps)[number],
  source: 'manual' as (typeof sources)[number],
  sourceDetail: '',
  documentKind: '',
  validityMonths: null as number | null,
  reminderDays: [60, 30, 7],
  basis: '',
  certainty: 'practice' as (typeof basisCertainties)[number],
  explanation: '',
}

/** Numbers of days as people type them; undefined where it is something else. */
function readReminders(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const days = parts.map(Number)
  const isSound = days.every((each) => Number.isInteger(each) && each >= 1 && each <= 365)
  return isSound && days.length <= 6 ? [...new Set(days)].sort((a, b) => b - a) : undefined
}

/** A new requirement, or what becomes of one from a day on. */
export function RuleForm({ requirement, documentKinds, onDone }: RuleFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { data: kinds } = useQuery(orpc.requirements.kinds.list.queryOptions())
  const last = requirement && ruleOn(requirement, today)
  const isGate = last?.source === 'childProtection'
  const {
    id: _,
    version: __,
    place: ___,
    endsOn: ____,
    validFrom: _____,
    ...rule
  } = last ?? {
    ...blank,
    id: 0,
    version: 0,
    place: 0,
    endsOn: null,
    validFrom: today,
  }
  const record = useRecordForm({
    schema: requirement ? amendedRule : newRequirement,
    initial: {
      ...blank,
      ...rule,
      name: requirement?.name ?? '',
      requirementId: requirement?.id ?? 0,
      validFrom: today as Day,
      forAllFrom: null as Day | null,
    },
    save: (values) =>
      'requirementId' in values
        ? api.requirements.rules.amend(values)
        : api.requirements.rules.create(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const values = form.getValues()
  const [reminders, setReminders] = useState(values.reminderDays.join(', '))
  const areRead = readReminders(reminders) !== undefined
  const offered = isGate ? sources : sources.filter((source) => source !== 'childProtection')
  const details =
    values.source === 'document'
      ? documentKinds
      : choices(knownFields, (name) => t(`requirements.knownFields.${name}`))

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {!requirement && (
          <TextInput label={t('requirements.fields.name')} required data-autofocus {...field('name')} />
        )}
        <DateField
          label={t('requirements.fields.validFrom')}
          required
          {...form.getInputProps('validFrom')}
          name="validFrom"
        />
        <DateField
          label={t('requirements.fields.forAllFrom')}
          description={t('requirements.settings.forAllHint')}
          countFrom={values.validFrom}
          {...form.getInputProps('forAllFrom')}
          name="forAllFrom"
        />
        <Select
          label={t('requirements.fields.appliesTo')}
          data={choices(scopes, (scope) => t(`requirements.scopes.${scope}`))}
          allowDeselect={false}
          disabled={isGate}
          {...form.getInputProps('appliesTo')}
        />
        {values.appliesTo === 'chosen' && (
          <MultiSelect
            label={t('requirements.fields.kindIds')}
            data={(kinds ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={values.kindIds.map(String)}
            onChange={(ids) => form.setFieldValue('kindIds', ids.map(Number))}
            error={form.getInputProps('kindIds').error}
            data-path="kindIds"
          />
        )}
        <Select
          label={t('requirements.fields.audience')}
          data={choices(audiences, (audience) => t(`requirements.audiences.${audience}`))}
          allowDeselect={false}
          {...form.getInputProps('audience')}
        />
        <Select
          label={t('requirements.fields.blocks')}
          data={choices(blockedSteps, (step) => t(`requirements.blocked.${step}`))}
          allowDeselect={false}
          {...form.getInputProps('blocks')}
        />
        <Select
          label={t('requirements.fields.source')}
          data={choices(offered, (source) => t(`requirements.sources.${source}`))}
          allowDeselect={false}
          disabled={isGate}
          {...form.getInputProps('source')}
        />
        {(values.source === 'document' || values.source === 'field') && (
          <Select
            label={t('requirements.fields.sourceDetail')}
            data={details}
            required
            {...form.getInputProps('sourceDetail')}
          />
        )}
        <Select
          label={t('requirements.fields.documentKind')}
          data={documentKinds}
          clearable
          value={values.documentKind || null}
          onChange={(kind) => form.setFieldValue('documentKind', kind ?? '')}
        />
        <NumberInput
          label={t('requirements.fields.validityMonths')}
          description={t('requirements.settings.validityHint')}
          min={1}
          max={240}
          allowDecimal={false}
          value={values.validityMonths ?? ''}
          onChange={(months) => form.setFieldValue('validityMonths', months === '' ? null : Number(months))}
          error={form.getInputProps('validityMonths').error}
          data-path="validityMonths"
        />
        <TextInput
          label={t('requirements.fields.reminderDays')}
          description={t('requirements.settings.remindersHint')}
          value={reminders}
          error={!areRead && t('requirements.errors.remindersUnread')}
          onChange={(event) => {
            const text = event.currentTarget.value
            setReminders(text)
            const read = readReminders(text)
            if (read) form.setFieldValue('reminderDays', read)
          }}
          data-path="reminderDays"
        />
        <Textarea
          label={t('requirements.fields.basis')}
          required
          autosize
          minRows={1}
          maxLength={300}
          {...field('basis')}
        />
        <Select
          label={t('requirements.fields.certainty')}
          data={choices(basisCertainties, (certainty) => t(`requirements.certainties.${certainty}`))}
          allowDeselect={false}
          {...form.getInputProps('certainty')}
        />
        <Textarea
          label={t('requirements.fields.explanation')}
          autosize
          minRows={2}
          maxLength={400}
          {...field('explanation')}
        />
      </Stack>
      <SaveBar record={{ ...record, submit: () => areRead && record.submit() }} onCancel={onDone} />
    </form>
  )
}
