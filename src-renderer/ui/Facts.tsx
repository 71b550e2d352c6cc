import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Facts.module.css'

/** Labels and values of a record, in two columns where there is room. Empty values say so. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.facts}>
      {items.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value || <span className={classes.none}>{t('common.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
