import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText, readClock } from '#shared/features/events/events.rules.ts'

interface ClockFieldProps {
  label: string
  description?: ReactNode
  name: string
  /** The minute of the day; null where there is none. */
  value: number | null
  error?: ReactNode
  onChange: (minute: number | null) => void
}

/** A time of the day, typed as people write it; what is no time stays as typed and is said beside the field. */
export function ClockField({ value, onChange, name, error, ...input }: ClockFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && typed.trim() !== '' && readClock(typed) === null
  return (
    <TextInput
      {...input}
      data-path={name}
      autoComplete="off"
      inputMode="numeric"
      value={typed ?? (value === null ? '' : clockText(value))}
      error={isWrong ? t('events.errors.noClock') : error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(readClock(text))
      }}
      onBlur={() => {
        if (!isWrong) setTyped(undefined)
      }}
    />
  )
}
