import { Group, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readHour } from '#shared/features/cost-settlements/cost-settlements.perDiem.rules.ts'
import { DateField } from '../../ui/DateField.tsx'

interface MomentFieldProps {
  dayLabel: string
  timeLabel: string
  /** `2026-11-22T14:30`, or what of it is there. */
  value: string
  onChange: (moment: string) => void
  error?: ReactNode
  name: string
}

/** A day and an hour, each in a field of its own. */
export function MomentField({ dayLabel, timeLabel, value, onChange, error, name }: MomentFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [day = '', time = ''] = value.split('T')
  const put = (nextDay: string, nextTime: string) =>
    onChange(nextDay || nextTime ? `${nextDay}T${nextTime}` : '')
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <DateField
          label={dayLabel}
          required
          value={day || null}
          error={error}
          name={name}
          onChange={(next) => put(next ?? '', time)}
        />
      </div>
      <TextInput
        label={t('costSettlements.time')}
        aria-label={timeLabel}
        required
        w={110}
        placeholder={t('costSettlements.timeHint')}
        autoComplete="off"
        value={typed ?? time}
        error={
          typed === undefined && time !== '' && !readHour(time) ? t('costSettlements.errors.time') : undefined
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={(event) => {
          const text = event.currentTarget.value
          setTyped(undefined)
          put(day, readHour(text) ?? text.trim())
        }}
      />
    </Group>
  )
}
