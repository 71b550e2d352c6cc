import { Button, Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type MonitoringEntry,
  monitoringContract,
} from '#shared/features/placements/placements.monitoring.contract.ts'
import {
  type ContactResult,
  type ContactWay,
  contactResults,
  contactWays,
} from '#shared/features/placements/placements.monitoring.register.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

interface ContactFormProps {
  placementId: number
  /** Undefined for a contact for which nothing was due. */
  entry?: MonitoringEntry
  /** Who is proposed as the one who made it. */
  coordinatorId: number | null
  onDone: () => void
}

/** A contact as it was made: when, by whom, how, with what result, and what comes next. */
export function ContactForm({ placementId, entry, coordinatorId, onDone }: ContactFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const [andEarlier, setAndEarlier] = useState(false)
  const isDone = entry?.doneOn != null
  const procedure = entry ? (isDone ? 'amend' : 'note') : 'add'
  const record = useRecordForm({
    schema: entry
      ? inputOf(isDone ? monitoringContract.amend : monitoringContract.note)
      : inputOf(monitoringContract.add),
    initial: {
      ...(entry ? { id: entry.id, version: entry.version } : { placementId }),
      doneOn: (entry?.doneOn ?? today) as string | null,
      doneBy: entry?.doneBy ?? coordinatorId,
      way: (entry?.way ?? 'visit') as ContactWay,
      result: (entry?.result ?? 'good') as ContactResult,
      sentence: entry?.sentence ?? '',
      nextStep: entry?.nextStep ?? '',
      nextStepOn: entry?.nextStepOn ?? null,
    } as Record<string, unknown>,
    save: (values) => api.monitoring[procedure](values as never) as Promise<MonitoringEntry>,
    onSaved: onDone,
    readCurrent: ({ version }) => ({ id: entry?.id, version }),
  })
  const { form } = record
  const field = textField(form)

  const skip = useMutation(orpc.monitoring.skip.mutationOptions({ onSuccess: onDone }))

  async function askAndSkip({ id, version }: MonitoringEntry) {
    const reason = await askText({
      title: t('monitoring.skipTitle'),
      text: t('monitoring.skipText'),
      label: t('monitoring.fields.skipReason'),
      action: t('monitoring.skip'),
    })
    if (reason) skip.mutate({ id, version, reason, andEarlier })
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {entry?.task && <Text fw={500}>{entry.task}</Text>}
        <DateField
          label={t('monitoring.fields.doneOn')}
          required
          {...form.getInputProps('doneOn')}
          name="doneOn"
        />
        <Select
          label={t('monitoring.fields.way')}
          data={choices(contactWays, (way) => t(`monitoring.ways.${way}`))}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps('way')}
        />
        <Select
          label={t('monitoring.fields.result')}
          data={choices(contactResults, (result) => t(`monitoring.results.${result}`))}
          allowDeselect={false}
          {...form.getInputProps('result')}
        />
        <Textarea
          label={t('monitoring.fields.sentence')}
          description={t('monitoring.sentenceHint')}
          autosize
          {...field('sentence')}
        />
        <StaffPicker
          label={t('monitoring.fields.doneBy')}
          required
          value={form.values.doneBy as number | null}
          error={form.errors.doneBy}
          onChange={(id) => form.setFieldValue('doneBy', id)}
        />
        <TextInput label={t('monitoring.fields.nextStep')} {...field('nextStep')} />
        {(form.values.nextStep as string) !== '' && (
          <DateField
            label={t('monitoring.fields.nextStepOn')}
            description={t('date.hint')}
            required
            {...form.getInputProps('nextStepOn')}
            name="nextStepOn"
          />
        )}
        {entry && !isDone && (
          <Checkbox
            label={t('monitoring.andEarlier')}
            checked={andEarlier}
            onChange={(event) => setAndEarlier(event.currentTarget.checked)}
          />
        )}
      </Stack>
      <SaveBar record={record} text={t(isDone ? 'monitoring.amend' : 'monitoring.note')} onCancel={onDone}>
        {entry && !isDone && (
          <Button variant="subtle" color="gray" onClick={() => void askAndSkip(entry)}>
            {t('monitoring.skip')}
          </Button>
        )}
      </SaveBar>
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          name in form.values && !['id', 'version', 'placementId'].includes(name)
            ? t(`monitoring.fields.${name as 'doneOn'}`)
            : undefined
        }
      />
    </form>
  )
}
