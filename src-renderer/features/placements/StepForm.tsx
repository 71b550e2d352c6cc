import { Select, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Placement, placementsContract } from '#shared/features/placements/placements.contract.ts'
import {
  type ConsentSide,
  consentSides,
  type EndReason,
  endReasons,
} from '#shared/features/placements/placements.register.ts'
import type { PlacementStep } from '#shared/features/placements/placements.rules.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

type Step = Exclude<PlacementStep, 'introduce'>

/** Reasons that the program notes by itself are not offered. */
const offeredReasons = endReasons.filter(
  (reason) => !['periodOver', 'agreementEnded', 'consentWithdrawn'].includes(reason),
)
const effects = ['ends', 'suspends'] as const

interface Values extends Record<string, unknown> {
  id: number
  version: number
  on: string | null
  reason: string
  note: string
  by: ConsentSide
  effect: (typeof effects)[number]
}

/** A step of a placement on a day: beginning, pausing, going on, ending, a consent that was taken back. */
export function StepForm({
  placement,
  step,
  onDone,
}: {
  placement: Placement
  step: Step
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const record = useRecordForm({
    schema: inputOf(placementsContract[step]),
    initial: {
      id: placement.id,
      version: placement.version,
      on: step === 'start' && placement.startsOn < today ? placement.startsOn : today,
      reason: step === 'end' ? ('needCeased' satisfies EndReason) : '',
      note: '',
      by: 'family',
      effect: 'ends',
    } as Values,
    save: (values) => api.placements[step](values as never) as Promise<Placement>,
    onSaved: onDone,
    readCurrent: ({ version }) => ({ id: placement.id, version }),
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(`placements.stepTexts.${step}`)}
        </Text>
        <DateField label={t('placements.fields.on')} required {...form.getInputProps('on')} name="on" />
        {step === 'suspend' && (
          <Textarea label={t('placements.fields.reason')} autosize {...field('reason')} />
        )}
        {step === 'withdraw' && (
          <>
            <Select
              label={t('placements.fields.by')}
              data={choices(consentSides, (side) => t(`placements.consentSides.${side}`))}
              allowDeselect={false}
              {...form.getInputProps('by')}
            />
            <Select
              label={t('placements.fields.effect')}
              data={choices(effects, (effect) => t(`placements.withdrawalEffects.${effect}`))}
              allowDeselect={false}
              {...form.getInputProps('effect')}
            />
          </>
        )}
        {step === 'end' && (
          <>
            <Select
              label={t('placements.fields.reason')}
              data={choices(offeredReasons, (reason) => t(`placements.endReasons.${reason}`))}
              allowDeselect={false}
              {...form.getInputProps('reason')}
            />
            <Textarea
              label={t('placements.fields.note')}
              description={t('placements.noteHint')}
              autosize
              {...field('note')}
            />
          </>
        )}
      </Stack>
      <SaveBar record={record} text={t(`placements.steps.${step}`)} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          ['on', 'reason', 'note', 'by', 'effect'].includes(name)
            ? t(`placements.fields.${name as 'on'}`)
            : undefined
        }
      />
    </form>
  )
}
