import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Century, type Day, dayInPoland, formatDay, isDay, readTypedDay } from '#shared/kit/dates.ts'
import { currentLanguage } from '../i18n.ts'

interface DateFieldProps {
  label: string
  /** A day, null, or a text that is no date yet: it stays as typed and the form's check refuses it. */
  value?: string | null
  onChange: (value: string | null) => void
  error?: ReactNode
  description?: ReactNode
  required?: boolean
  disabled?: boolean
  century?: Century
  name?: string
  /** The day from which `+30` counts; default: today. */
  countFrom?: string | null
}

/** A date typed in any usual way (`221126`, `22.11`, `dziś`, `+30`) or picked from a calendar. */
export function DateField({
  value = null,
  onChange,
  century = 'current',
  error,
  name,
  countFrom,
  ...input
}: DateFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const shown = typed ?? (value && isDay(value) ? formatDay(value) : (value ?? ''))

  // What is no date is said as soon as the field is left, not only when one saves.
  const isUnreadable = typed === undefined && value !== null && value !== '' && !isDay(value)

  function read(text: string): Day | undefined {
    const isCount = /^\s*[+-]/.test(text) && countFrom && isDay(countFrom)
    return readTypedDay(text, isCount ? countFrom : dayInPoland(Date.now()), century)
  }

  function take(text: string) {
    setTyped(undefined)
    const day = read(text)
    onChange(text.trim() === '' ? null : (day ?? text))
  }

  return (
    <TextInput
      {...input}
      {...(name && { 'data-path': name })}
      value={shown}
      error={error ?? (isUnreadable && t('validation.day'))}
      placeholder={t('date.placeholder')}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        // A complete date is passed on at once, so that what depends on it changes while one types.
        const day = read(event.currentTarget.value)
        if (day && /\d{4}$/.test(event.currentTarget.value.trim())) onChange(day)
      }}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value)
      }}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withArrow>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('date.openCalendar')}: ${input.label}`}
              tabIndex={-1}
              disabled={input.disabled}
              onClick={() => setOpen((open) => !open)}
            >
              <IconCalendar size={16} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown data-popup-open>
            <DatePicker
              locale={currentLanguage()}
              value={value && isDay(value) ? value : null}
              defaultDate={value && isDay(value) ? value : dayInPoland(Date.now())}
              onChange={(day) => {
                onChange(day)
                setOpen(false)
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
