import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf, readClock } from '#shared/features/hours/hours.rules.ts'

interface ClockFieldProps {
  label: string
  name: string
  /** A minute of the day, or null. */
  value: number | null
  onChange: (minute: number | null) => void
  error?: ReactNode
}

/** An hour of the day, typed as `16`, `16:30` or `16.30`. What is none stays as typed and says so. */
export function ClockField({ label, name, value, onChange, error }: ClockFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const isUnread = typed !== undefined && typed.trim() !== '' && readClock(typed) === null
  const [isLeft, setLeft] = useState(false)
  return (
    <TextInput
      label={label}
      data-path={name}
      autoComplete="off"
      inputMode="decimal"
      error={error ?? (isLeft && isUnread && t('hours.errors.notClock'))}
      value={typed ?? (value === null ? '' : clockOf(value))}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        setLeft(false)
        // What cannot be read yet leaves the other field without a partner, so that nothing is saved by mistake.
        onChange(text.trim() === '' ? null : readClock(text))
      }}
      onBlur={() => {
        setLeft(true)
        if (!isUnread) setTyped(undefined)
      }}
    />
  )
}
