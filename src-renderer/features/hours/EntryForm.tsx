import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type HourEntry, hoursContract } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, stepMinutes, timeBetween } from '#shared/features/hours/hours.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { ClockField } from '../../ui/ClockField.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { textField } from '../../ui/fields.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** One entry of the log, with its place and task. A confirmed one is only shown. */
export function EntryForm({ id, onDone }: { id: number; onDone: () => void }) {
  const may = useMay()
  const { data, error } = useQuery(orpc.hours.get.queryOptions({ input: { id } }))
  if (error) return <LoadingFailure error={error} />
  if (!data) return null
  return data.confirmedAt || !may('hours.write') ? (
    <EntryFacts entry={data} onDone={onDone} />
  ) : (
    <OpenEntry key={data.version} entry={data} onDone={onDone} />
  )
}

function EntryFacts({ entry, onDone }: { entry: HourEntry; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Facts
        items={[
          { label: t('hours.fields.servedOn'), value: formatDay(entry.servedOn) },
          {
            label: t('hours.fields.hours'),
            value: [t('hours.inHours', { hours: hoursInCell(entry.minutes) }), formatTimeSpan(entry)]
              .filter(Boolean)
              .join(', '),
          },
          { label: t('hours.fields.place'), value: entry.place || t('hours.asAgreement') },
          { label: t('hours.fields.task'), value: entry.task || t('hours.asAgreement') },
          ...(entry.confirmedAt
            ? [
                {
                  label: t('hours.fields.isConfirmed'),
                  value: `${entry.confirmedBy ?? ''}, ${formatInstant(entry.confirmedAt)}`,
                },
              ]
            : []),
        ]}
      />
      {entry.confirmedAt && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('hours.errors.confirmed')}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onDone}>
          {t('common.close')}
        </Button>
      </Group>
    </>
  )
}

function OpenEntry({ entry, onDone }: { entry: HourEntry; onDone: () => void }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(hoursContract.change),
    initial: { ...entry },
    save: (values) => api.hours.change(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const { minutes, fromMinute, toMinute } = form.getValues()

  const remove = useMutation(orpc.hours.remove.mutationOptions({ onSuccess: onDone }))

  async function askAndRemove() {
    const isSure = await confirm({
      title: t('hours.removeAsk'),
      text: t('hours.removeNote'),
      action: t('hours.remove'),
      isDanger: true,
    })
    if (isSure) remove.mutate({ id: entry.id, version: entry.version })
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <DateField
          label={t('hours.fields.servedOn')}
          required
          {...form.getInputProps('servedOn')}
          name="servedOn"
        />
        <NumberInput
          label={t('hours.fields.hours')}
          required
          decimalSeparator=","
          allowedDecimalSeparators={['.', ',']}
          step={stepMinutes / 60}
          min={stepMinutes / 60}
          max={24}
          error={form.getInputProps('minutes').error}
          value={minutes / 60}
          onChange={(hours) => {
            const length = Math.round(Number(hours) * 60)
            form.setFieldValue('minutes', length)
            if (typeof fromMinute === 'number') form.setFieldValue('toMinute', fromMinute + length)
          }}
          data-path="minutes"
        />
        <SimpleGrid cols={2} spacing="md">
          {(['fromMinute', 'toMinute'] as const).map((name) => (
            <ClockField
              key={name}
              name={name}
              label={t(`hours.fields.${name}`)}
              value={form.getValues()[name]}
              error={form.errors[name]}
              onChange={(minute) => {
                form.setFieldValue(name, minute)
                const span = { fromMinute, toMinute, [name]: minute }
                if (typeof span.fromMinute !== 'number' || typeof span.toMinute !== 'number') return
                const time = timeBetween(span.fromMinute, span.toMinute)
                if (time) form.setFieldValue('minutes', time.minutes)
              }}
            />
          ))}
        </SimpleGrid>
        <TextInput label={t('hours.fields.place')} placeholder={t('hours.asAgreement')} {...field('place')} />
        <TextInput label={t('hours.fields.task')} placeholder={t('hours.asAgreement')} {...field('task')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone}>
        <Button variant="subtle" color="red" onClick={() => void askAndRemove()}>
          {t('hours.remove')}
        </Button>
      </SaveBar>
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          ['servedOn', 'minutes', 'fromMinute', 'toMinute', 'place', 'task'].includes(name)
            ? t(`hours.fields.${name as 'place'}`)
            : undefined
        }
      />
    </form>
  )
}
