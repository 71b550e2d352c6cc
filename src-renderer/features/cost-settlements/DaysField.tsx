import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInPoland, formatDay, isDay, readTypedDay } from '#shared/kit/dates.ts'

interface DaysFieldProps {
  label: string
  /** Days, and texts that are none yet as they were typed. */
  value: string[]
  onChange: (days: string[]) => void
  error?: ReactNode
  name: string
}

/** Several days in one field, typed in any usual way with commas between them: `3.11, 10.11, 17.11`. */
export function DaysField({ label, value, onChange, error, name }: DaysFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = value.map((day) => (isDay(day) ? formatDay(day) : day)).join(', ')
  const unread = typed === undefined && value.find((day) => !isDay(day))

  function take(text: string) {
    setTyped(undefined)
    const today = dayInPoland(Date.now())
    const parts = text
      .split(/[,;\n]+/)
      .map((part) => part.trim())
      .filter(Boolean)
    const days = parts.map((part) => readTypedDay(part, today) ?? part)
    onChange([...new Set(days)].sort())
  }

  return (
    <TextInput
      label={label}
      required
      data-path={name}
      description={t('costSettlements.daysHint')}
      autoComplete="off"
      value={typed ?? shown}
      error={unread ? t('costSettlements.daysUnread', { text: unread }) : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value)
      }}
    />
  )
}
