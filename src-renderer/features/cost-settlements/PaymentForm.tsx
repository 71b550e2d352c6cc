import { useTranslation } from 'react-i18next'
import {
  type CostSettlement,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { api } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'

/** Notes on which day a settlement was paid. */
export function PaymentForm({ settlement, onDone }: { settlement: CostSettlement; onDone: () => void }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { id, version } = settlement
  const record = useRecordForm({
    schema: inputOf(costSettlementsContract.pay),
    initial: { id, version, paidOn: today as string | null },
    save: (values) => api.costSettlements.pay(values),
    onSaved: onDone,
    closedBy: ['costSettlements.errors.wrongState'],
  })
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <DateField
        label={t('costSettlements.fields.paidOn')}
        required
        {...record.form.getInputProps('paidOn')}
        name="paidOn"
      />
      <SaveBar record={record} text={t('costSettlements.pay')} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name === 'paidOn' ? t('costSettlements.fields.paidOn') : undefined)}
      />
    </form>
  )
}
