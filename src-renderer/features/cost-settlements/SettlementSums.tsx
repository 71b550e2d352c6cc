import { useTranslation } from 'react-i18next'
import type { SettlementSums as Sums } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { formatAmount } from '#shared/kit/money.ts'
import classes from './Settlement.module.css'

/** The sums of a settlement, and what is left to be paid. */
export function SettlementSums({ travelAmount, perDiemAmount, waivedAmount, total }: Sums) {
  const { t } = useTranslation()
  return (
    <dl className={classes.sums}>
      <dt>{t('costSettlements.fields.travelAmount')}</dt>
      <dd>{formatAmount(travelAmount)}</dd>
      <dt>{t('costSettlements.fields.perDiemAmount')}</dt>
      <dd>{formatAmount(perDiemAmount)}</dd>
      {waivedAmount > 0 && (
        <>
          <dt>{t('costSettlements.fields.waivedAmount')}</dt>
          <dd>−{formatAmount(waivedAmount)}</dd>
        </>
      )}
      <dt className={classes.total}>{t('costSettlements.fields.total')}</dt>
      <dd className={classes.total}>{formatAmount(total)}</dd>
    </dl>
  )
}
