import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInPoland } from '#shared/kit/dates.ts'
import { type Month, monthAfter, readMonth } from '#shared/kit/months.ts'
import { currentLanguage } from '../i18n.ts'

interface MonthFieldProps {
  label: string
  value: Month | null
  onChange: (month: Month) => void
  error?: ReactNode
  required?: boolean
  /** The last month that may be chosen. */
  max?: Month
  name?: string
}

/** A month in words: `listopad 2026`. */
export function monthText(month: Month): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
}

/** A month typed in any usual way (`11.2026`, `listopad 2026`, `11`), or reached by steps. */
export function MonthField({ label, value, onChange, error, required, max, name }: MonthFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [isUnread, setUnread] = useState(false)

  function take(text: string) {
    const month = readMonth(text, dayInPoland(Date.now()))
    const isTaken = month !== undefined && (max === undefined || month <= max)
    setUnread(!isTaken && text.trim() !== '')
    if (isTaken || text.trim() === '') setTyped(undefined)
    if (isTaken && month !== value) onChange(month)
  }
  const step = (away: number) => {
    setTyped(undefined)
    setUnread(false)
    onChange(monthAfter(value ?? dayInPoland(Date.now()).slice(0, 7), value ? away : 0))
  }

  return (
    <TextInput
      label={label}
      required={required ?? false}
      {...(name && { 'data-path': name })}
      error={error ?? (isUnread && t('validation.month'))}
      autoComplete="off"
      value={typed ?? (value ? monthText(value) : '')}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== undefined && take(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== undefined) take(typed)
      }}
      rightSectionWidth={64}
      rightSection={
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('date.monthBefore')}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('date.monthAfter')}
            disabled={max !== undefined && value !== null && value >= max}
            onClick={() => step(1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      }
    />
  )
}
