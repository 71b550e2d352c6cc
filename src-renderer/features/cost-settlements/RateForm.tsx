import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { costSettlementsContract } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import {
  type CostRate,
  type RateCode,
  rateCodes,
} from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { formatRate, ratePerZloty } from '#shared/kit/money.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { confirm } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

interface RateFormProps {
  /** Undefined for a new one. */
  rate: CostRate | undefined
  onDone: () => void
}

interface RateValues {
  code: RateCode
  validFrom: string | null
  amount: number | null
  source: string
  approvedBy: string
  id?: number
  version?: number
  [field: string]: unknown
}

const empty: RateValues = { code: 'perDiem', validFrom: null, amount: null, source: '', approvedBy: '' }

/** A rate from a day on, with what it rests on and who answers for it. */
export function RateForm({ rate, onDone }: RateFormProps) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: rate
      ? inputOf(costSettlementsContract.rates.change)
      : inputOf(costSettlementsContract.rates.create),
    initial: rate ? { ...empty, ...rate } : empty,
    save: (values) =>
      isSavedRow(values)
        ? api.costSettlements.rates.change(values)
        : api.costSettlements.rates.create(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  const { amount } = form.values

  const remove = useMutation(orpc.costSettlements.rates.remove.mutationOptions({ onSuccess: onDone }))

  async function askAndRemove({ id, version, amount: rate, validFrom }: CostRate) {
    const isSure = await confirm({
      title: t('costSettlements.rates.removeAsk', { rate: formatRate(rate), day: formatDay(validFrom) }),
      text: t('costSettlements.rates.removeNote'),
      action: t('costSettlements.rates.remove'),
      isDanger: true,
    })
    if (isSure) remove.mutate({ id, version })
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Select
          label={t('costSettlements.fields.code')}
          data={choices(rateCodes, (code) => t(`costSettlements.rates.codes.${code}`))}
          allowDeselect={false}
          {...form.getInputProps('code')}
        />
        <DateField
          label={t('costSettlements.fields.validFrom')}
          required
          {...form.getInputProps('validFrom')}
          name="validFrom"
        />
        <NumberInput
          label={t('costSettlements.fields.amount')}
          description={t('costSettlements.rates.amountHint')}
          required
          min={0}
          decimalScale={4}
          decimalSeparator=","
          allowedDecimalSeparators={['.', ',']}
          hideControls
          suffix=" zł"
          data-path="amount"
          error={form.errors.amount}
          value={amount === null ? '' : amount / ratePerZloty}
          onChange={(typed) =>
            form.setFieldValue('amount', typed === '' ? null : Math.round(Number(typed) * ratePerZloty))
          }
        />
        <TextInput label={t('costSettlements.fields.source')} required {...field('source')} />
        <TextInput label={t('costSettlements.fields.rateApprovedBy')} required {...field('approvedBy')} />
      </Stack>
      <SaveBar record={record} onCancel={onDone}>
        {rate && (
          <Button variant="subtle" color="red" onClick={() => void askAndRemove(rate)}>
            {t('costSettlements.rates.remove')}
          </Button>
        )}
      </SaveBar>
      <ConflictDialog
        record={record}
        labelOf={(name) =>
          name === 'approvedBy'
            ? t('costSettlements.fields.rateApprovedBy')
            : name in empty
              ? t(`costSettlements.fields.${name as 'source'}`)
              : undefined
        }
      />
    </form>
  )
}
