import { Checkbox, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nnwProviders } from '#shared/features/agreements/agreements.fields.contract.ts'
import {
  type CentreEvent,
  type EventFields,
  eventsContract,
} from '#shared/features/events/events.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ClockField } from '../../ui/ClockField.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FormColumn } from '../../ui/FormColumn.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { KindSelect } from '../requirements/KindSelect.tsx'

/** An event as the form holds it: dates may be texts that are no dates yet. */
type EventValues = Omit<EventFields, 'startsOn' | 'endsOn'> & {
  startsOn: string | null
  endsOn: string | null
  id?: number
  version?: number
  [field: string]: unknown
}

const empty: EventValues = {
  name: '',
  startsOn: null,
  endsOn: null,
  fromMinute: null,
  toMinute: null,
  place: '',
  unitId: null,
  activityKindId: null,
  tasks: [],
  coordinatorId: null,
  expectedCount: null,
  worksWithMinors: false,
  nnwProvider: '',
  nnwInsurer: '',
  nnwPolicy: '',
  nnwFrom: null,
  nnwTo: null,
  organisation: '',
  organisationContact: '',
  notes: '',
}

function valuesOf(event: CentreEvent): EventValues {
  const fields = Object.keys(empty) as (keyof CentreEvent)[]
  const known = Object.fromEntries(fields.map((key) => [key, event[key]])) as unknown as EventValues
  return { ...known, id: event.id, version: event.version }
}

interface EventFormProps {
  /** Undefined for a new one. */
  event?: CentreEvent
  onSaved: (saved: CentreEvent) => void
  onCancel: () => void
}

/** The data of an event: what, when, where; the work; one policy for everybody; who brings a group. */
export function EventForm({ event, onSaved, onCancel }: EventFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: event ? inputOf(eventsContract.change) : inputOf(eventsContract.create),
    initial: event ? valuesOf(event) : empty,
    save: (values) => (isSavedRow(values) ? api.events.change(values) : api.events.create(values)),
    onSaved,
  })
  const { form } = record
  useUnsavedGuard(record)
  const field = textField(form)
  const { values } = form
  const columns = { cols: { base: 1, xs: 2 }, spacing: 'md', verticalSpacing: 'sm' } as const

  /** The last day follows the first, and the policy the event, where nothing is there yet. */
  function proposeEnd() {
    if (values.startsOn && !values.endsOn) form.setFieldValue('endsOn', values.startsOn)
  }
  function proposePolicy() {
    if (!values.nnwPolicy) return
    if (!values.nnwProvider) form.setFieldValue('nnwProvider', 'centre')
    if (!values.nnwFrom && !values.nnwTo) {
      form.setFieldValue('nnwFrom', values.startsOn)
      form.setFieldValue('nnwTo', values.endsOn ?? values.startsOn)
    }
  }
  const policy = field('nnwPolicy')

  return (
    <FormColumn>
      <Panel title={t('events.sections.event')}>
        <TextInput label={t('events.fields.name')} required autoFocus={!event} mb="sm" {...field('name')} />
        <SimpleGrid {...columns}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside is what is left */}
          <div onBlur={proposeEnd}>
            <DateField
              label={t('events.fields.startsOn')}
              description={t('date.hint')}
              required
              {...form.getInputProps('startsOn')}
              name="startsOn"
            />
          </div>
          <DateField
            label={t('events.fields.endsOn')}
            description={t('date.hint')}
            required
            countFrom={values.startsOn}
            {...form.getInputProps('endsOn')}
            name="endsOn"
          />
          <ClockField
            label={t('events.fields.fromMinute')}
            description={t('events.hints.time')}
            name="fromMinute"
            value={values.fromMinute}
            error={form.errors.fromMinute}
            onChange={(minute) => form.setFieldValue('fromMinute', minute)}
          />
          <ClockField
            label={t('events.fields.toMinute')}
            description={t('events.hints.time')}
            name="toMinute"
            value={values.toMinute}
            error={form.errors.toMinute}
            onChange={(minute) => form.setFieldValue('toMinute', minute)}
          />
          <UnitSelect
            label={t('events.fields.unitId')}
            name="unitId"
            value={values.unitId}
            error={form.errors.unitId}
            onChange={(id) => form.setFieldValue('unitId', id)}
          />
          <TextInput
            label={t('events.fields.place')}
            placeholder={t('events.hints.place')}
            {...field('place')}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('events.sections.work')}>
        <Textarea
          label={t('events.fields.tasks')}
          description={t('events.hints.tasks')}
          autosize
          minRows={2}
          maxRows={10}
          data-path="tasks"
          value={values.tasks.join('\n')}
          error={form.errors.tasks}
          onChange={(changed) => form.setFieldValue('tasks', changed.currentTarget.value.split('\n'))}
          mb="sm"
        />
        <SimpleGrid {...columns}>
          <KindSelect
            label={t('events.fields.activityKindId')}
            value={values.activityKindId}
            error={form.errors.activityKindId}
            onChange={(id, kind) => {
              form.setFieldValue('activityKindId', id)
              // Derived from the kind, and still the clerk's to change.
              if (kind?.withMinors) form.setFieldValue('worksWithMinors', true)
            }}
          />
          <StaffPicker
            label={t('events.fields.coordinatorId')}
            value={values.coordinatorId}
            error={form.errors.coordinatorId}
            onChange={(id) => form.setFieldValue('coordinatorId', id)}
          />
          <NumberInput
            label={t('events.fields.expectedCount')}
            min={1}
            max={200}
            allowDecimal={false}
            data-path="expectedCount"
            value={values.expectedCount ?? ''}
            error={form.errors.expectedCount}
            onChange={(count) => form.setFieldValue('expectedCount', count === '' ? null : Number(count))}
          />
        </SimpleGrid>
        <Checkbox
          mt="sm"
          label={t('events.fields.worksWithMinors')}
          {...form.getInputProps('worksWithMinors', { type: 'checkbox' })}
        />
        {values.worksWithMinors && (
          <div style={{ marginTop: 8 }}>
            <Notice tone="hint">{t('events.hints.minors')}</Notice>
          </div>
        )}
      </Panel>
      <Panel title={t('events.sections.policy')}>
        <div style={{ marginBottom: 12 }}>
          <Notice tone="hint">{t('events.hints.policy')}</Notice>
        </div>
        <SimpleGrid {...columns}>
          <TextInput label={t('events.fields.nnwInsurer')} {...field('nnwInsurer')} />
          <TextInput
            label={t('events.fields.nnwPolicy')}
            {...policy}
            onBlur={(left) => {
              policy.onBlur(left)
              proposePolicy()
            }}
          />
          <DateField label={t('events.fields.nnwFrom')} {...form.getInputProps('nnwFrom')} name="nnwFrom" />
          <DateField label={t('events.fields.nnwTo')} {...form.getInputProps('nnwTo')} name="nnwTo" />
          <Select
            label={t('events.fields.nnwProvider')}
            data={choices(nnwProviders, (provider) => t(`agreements.nnwProviders.${provider}`))}
            allowDeselect={false}
            {...form.getInputProps('nnwProvider')}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('events.sections.organisation')}>
        <SimpleGrid {...columns}>
          <TextInput
            label={t('events.fields.organisation')}
            placeholder={t('events.hints.organisation')}
            {...field('organisation')}
          />
          <TextInput label={t('events.fields.organisationContact')} {...field('organisationContact')} />
        </SimpleGrid>
        <Textarea
          mt="sm"
          label={t('events.fields.notes')}
          autosize
          minRows={2}
          maxRows={10}
          {...field('notes')}
        />
      </Panel>
      <SaveBar record={record} onCancel={onCancel} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`events.fields.${name as 'name'}`) : undefined)}
      />
    </FormColumn>
  )
}
