import { IconAlertTriangle, IconCircleCheck, IconHandStop, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Notice.module.css'

const icons = { stop: IconHandStop, warning: IconAlertTriangle, hint: IconInfoCircle, good: IconCircleCheck }

/** A remark that matters: an icon, a colour and, where it is not plain from the text, a word for its kind. */
export function Notice({
  tone,
  label,
  children,
  actions,
}: {
  tone: keyof typeof icons
  label?: string
  children: ReactNode
  actions?: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div className={classes.notice} data-tone={tone}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        {label && <strong>{label}: </strong>}
        {children}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
