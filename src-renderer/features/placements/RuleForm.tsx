import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type MonitoringRule,
  monitoringContract,
} from '#shared/features/placements/placements.monitoring.contract.ts'
import {
  type MonitoringStage,
  proposedRhythm,
  stageUnits,
} from '#shared/features/placements/placements.monitoring.rules.ts'
import type { PlaceKind } from '#shared/features/placements/placements.register.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useRhythmWords } from './useRhythmWords.ts'

interface RuleFormProps {
  kind: PlaceKind
  /** The version that is changed, or from which a new one begins. */
  rule?: MonitoringRule
  isNew: boolean
  onDone: () => void
}

interface Values extends Record<string, unknown> {
  id?: number
  version?: number
  kind: PlaceKind
  validFrom: string | null
  stages: MonitoringStage[]
  talkEveryMonths: number | null
}

/** A version of the rhythm: stages one after the other, and the regular talk. */
export function RuleForm({ kind, rule, isNew, onDone }: RuleFormProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const words = useRhythmWords()
  const record = useRecordForm({
    schema: inputOf(isNew ? monitoringContract.addRule : monitoringContract.changeRule),
    initial: {
      kind,
      stages: (rule ?? proposedRhythm).stages.map((stage) => ({ ...stage })),
      talkEveryMonths: (rule ?? proposedRhythm).talkEveryMonths,
      validFrom: isNew ? today : (rule?.validFrom ?? today),
      ...(!isNew && rule && { id: rule.id, version: rule.version }),
    } as Values,
    save: (values) =>
      isSavedRow(values) ? api.monitoring.changeRule(values) : api.monitoring.addRule(values),
    onSaved: onDone,
  })
  const { form } = record
  const { stages, talkEveryMonths } = form.values
  const set = (index: number, change: Partial<MonitoringStage>) =>
    form.setFieldValue(
      'stages',
      stages.map((stage, at) => (at === index ? { ...stage, ...change } : stage)),
    )
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <DateField
          label={t('monitoring.fields.validFrom')}
          required
          {...form.getInputProps('validFrom')}
          name="validFrom"
        />
        {stages.map((stage, index) => (
          // The order is what tells stages apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage has nothing else
          <fieldset key={index} style={{ border: 0, padding: 0, margin: 0 }}>
            <Text component="legend" size="sm" fw={500}>
              {t('monitoring.stage', { number: index + 1 })}
            </Text>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <NumberInput
                label={t('monitoring.every')}
                min={1}
                max={60}
                value={stage.every}
                onChange={(every) => set(index, { every: Number(every) || 1 })}
              />
              <Select
                label={t('monitoring.unit')}
                data={choices(stageUnits, (unit) => t(`monitoring.units.${unit}`))}
                allowDeselect={false}
                value={stage.unit}
                onChange={(unit) => set(index, { unit: unit as MonitoringStage['unit'] })}
              />
              <NumberInput
                label={t('monitoring.times')}
                placeholder={t('monitoring.timesHint')}
                min={1}
                max={60}
                value={stage.times ?? ''}
                onChange={(times) => set(index, { times: times === '' ? null : Number(times) })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('monitoring.removeStage', { number: index + 1 })}
                disabled={stages.length === 1}
                onClick={() =>
                  form.setFieldValue(
                    'stages',
                    stages.filter((_, at) => at !== index),
                  )
                }
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </fieldset>
        ))}
        {form.errors.stages && (
          <Text size="sm" c="red.8" role="alert" data-path="stages">
            {form.errors.stages}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={stages.length >= 10}
          onClick={() => form.setFieldValue('stages', [...stages, { every: 1, unit: 'month', times: null }])}
        >
          {t('monitoring.addStage')}
        </Button>
        <NumberInput
          label={t('monitoring.fields.talkEveryMonths')}
          placeholder={t('monitoring.noTalk')}
          min={1}
          max={24}
          value={talkEveryMonths ?? ''}
          onChange={(months) => form.setFieldValue('talkEveryMonths', months === '' ? null : Number(months))}
        />
        <Text size="sm" c="dimmed" role="status">
          {words({ stages, talkEveryMonths })}
        </Text>
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          ['validFrom', 'stages', 'talkEveryMonths'].includes(name)
            ? t(`monitoring.fields.${name as 'stages'}`)
            : undefined
        }
      />
    </form>
  )
}
