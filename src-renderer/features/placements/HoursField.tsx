import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AvailableSpan,
  formatAvailability,
  readAvailability,
} from '#shared/features/volunteers/volunteers.availability.rules.ts'

interface HoursFieldProps {
  value: AvailableSpan[]
  onChange: (value: AvailableSpan[]) => void
  error?: ReactNode
}

/** Hours that were typed and cannot be read: they keep the form from being saved, and stay as typed. */
const unreadable: AvailableSpan[] = [{ weekday: 0, from: -1, to: -1 }]

/** Days and hours of a week, typed in one line: `pn 16-18, czw 15.30-17.00`. */
export function HoursField({ value, onChange, error }: HoursFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [isUnread, setUnread] = useState(false)

  function take(text: string) {
    const read = readAvailability(text)
    setUnread(!read)
    onChange(read ?? unreadable)
    if (read) setTyped(undefined)
  }

  return (
    <TextInput
      label={t('placements.fields.hours')}
      description={t('placements.hoursHint')}
      autoComplete="off"
      data-path="hours"
      value={typed ?? formatAvailability(value)}
      error={isUnread ? t('placements.hoursUnread') : error}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined) take(typed)
      }}
    />
  )
}
