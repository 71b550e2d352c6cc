import { ActionIcon } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import classes from './MonthGrid.module.css'

interface ConfirmedMarkProps {
  line: MonthLine
  /** Undefined for who may not take a confirmation back. */
  onReopen: (() => void) | undefined
}

/** Says that all of a line is confirmed, by whom and when, and takes it back where that is allowed. */
export function ConfirmedMark({ line, onReopen }: ConfirmedMarkProps) {
  const { t } = useTranslation()
  const by = line.confirmedAt
    ? t('hours.confirmedBy', { who: line.confirmedBy ?? '', when: formatInstant(line.confirmedAt) })
    : ''
  const said = [t('hours.confirmed'), by].filter(Boolean).join(': ')
  const icon = <IconCircleCheckFilled size={18} aria-hidden />
  return onReopen ? (
    <ActionIcon
      variant="subtle"
      className={classes.confirmed}
      aria-label={t('hours.reopenLine', { name: line.volunteerName })}
      title={`${said} – ${t('hours.reopen')}`}
      onClick={onReopen}
    >
      {icon}
    </ActionIcon>
  ) : (
    <span role="img" className={classes.confirmed} aria-label={said} title={said}>
      {icon}
    </span>
  )
}
