import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime, readTime } from '#shared/kit/clock.ts'

interface ClockFieldProps {
  label: string
  description?: ReactNode
  name: string
  /** A minute of the day, or null. */
  value: number | null
  error?: ReactNode
  onChange: (minute: number | null) => void
}

/** A time of the day, typed as people write it (`readTime`). What is none stays as typed and is said when the field is left. */
export function ClockField({ value, name, error, onChange, ...input }: ClockFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [isLeft, setLeft] = useState(false)
  const isUnread = typed !== undefined && typed.trim() !== '' && readTime(typed) === null
  return (
    <TextInput
      {...input}
      data-path={name}
      autoComplete="off"
      inputMode="decimal"
      error={isLeft && isUnread ? t('common.notTime') : error}
      value={typed ?? (value === null ? '' : formatTime(value))}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        setLeft(false)
        // What cannot be read yet is no time, so that nothing is saved by mistake.
        onChange(readTime(text))
      }}
      onBlur={() => {
        setLeft(true)
        if (!isUnread) setTyped(undefined)
      }}
    />
  )
}
