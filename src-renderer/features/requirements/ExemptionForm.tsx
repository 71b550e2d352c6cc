import { Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Exemption, requirementsContract } from '#shared/features/requirements/requirements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

const fields = ['fromOn', 'untilOn', 'reason'] as const

/** An exemption of a volunteer from a requirement: its days, and why. */
export function ExemptionForm({
  volunteerId,
  requirementId,
  exemption,
  onDone,
}: {
  volunteerId: number
  requirementId: number
  exemption: Exemption | undefined
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const empty = { volunteerId, requirementId, fromOn: today, untilOn: null as Day | null, reason: '' }
  const record = useRecordForm({
    schema: exemption ? inputOf(requirementsContract.changeExemption) : inputOf(requirementsContract.exempt),
    initial: { ...empty, ...exemption } as typeof empty & Partial<Exemption>,
    save: (values) =>
      isSavedRow(values) ? api.requirements.changeExemption(values) : api.requirements.exempt(values),
    onSaved: onDone,
  })
  const { form } = record
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <DateField
          label={t('requirements.fields.fromOn')}
          required
          {...form.getInputProps('fromOn')}
          name="fromOn"
        />
        <DateField
          label={t('requirements.fields.untilOn')}
          countFrom={form.getValues().fromOn}
          {...form.getInputProps('untilOn')}
          name="untilOn"
        />
        <Textarea
          label={t('requirements.fields.reason')}
          required
          autosize
          minRows={2}
          maxLength={400}
          {...textField(form)('reason')}
        />
      </Stack>
      <SaveBar
        record={record}
        text={exemption ? t('common.save') : t('requirements.exempt')}
        onCancel={onDone}
      />
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          fields.some((each) => each === name)
            ? t(`requirements.fields.${name as (typeof fields)[number]}`)
            : undefined
        }
      />
    </form>
  )
}
