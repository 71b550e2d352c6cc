import { Group, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/kit/dates.ts'
import { type FilterOf, type Span, spans } from '#shared/kit/register/register.ts'
import { DateField } from '../../DateField.tsx'

interface DayFilterProps {
  label: string
  value: FilterOf<'day'> | undefined
  onChange: (filter: FilterOf<'day'> | undefined) => void
}

type Way = 'range' | 'nextDays' | 'lastDays' | 'empty' | 'filled' | Span

function wayOf(value: FilterOf<'day'> | undefined): Way {
  if (!value) return 'range'
  if ('empty' in value) return value.empty ? 'empty' : 'filled'
  if ('within' in value) return value.within
  if ('nextDays' in value) return 'nextDays'
  return 'lastDays' in value ? 'lastDays' : 'range'
}

/** Days from–to, days counted from today, a span of the calendar, or none. */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState(wayOf(value))
  const [days, setDays] = useState(
    value && 'nextDays' in value ? value.nextDays : value && 'lastDays' in value ? value.lastDays : 30,
  )
  const [bounds, setBounds] = useState<{ from: string | null; to: string | null }>(() => {
    const { from, to } = (way === 'range' ? (value ?? {}) : {}) as { from?: string; to?: string }
    return { from: from ?? null, to: to ?? null }
  })

  function passRange({ from, to }: typeof bounds) {
    const filter = { ...(from && isDay(from) && { from }), ...(to && isDay(to) && { to }) }
    onChange(Object.keys(filter).length > 0 ? filter : undefined)
  }
  function choose(next: Way) {
    setWay(next)
    if (next === 'range') passRange(bounds)
    else if (next === 'nextDays') onChange({ nextDays: days })
    else if (next === 'lastDays') onChange({ lastDays: days })
    else if (next === 'empty' || next === 'filled') onChange({ empty: next === 'empty' })
    else onChange({ within: next })
  }
  const bound = (which: 'from' | 'to') => (
    <DateField
      label={t(`list.filter.${which}`)}
      value={bounds[which]}
      onChange={(day) => {
        const next = { ...bounds, [which]: day }
        setBounds(next)
        passRange(next)
      }}
    />
  )
  return (
    <Stack gap="sm" miw={280}>
      <NativeSelect
        aria-label={label}
        data-autofocus
        value={way}
        onChange={(event) => choose(event.currentTarget.value as Way)}
        data={[
          { value: 'range', label: t('list.filter.range') },
          { value: 'nextDays', label: t('list.filter.nextDays') },
          { value: 'lastDays', label: t('list.filter.lastDays') },
          ...spans.map((span) => ({ value: span, label: t(`list.spans.${span}`) })),
          { value: 'empty', label: t('list.filter.empty') },
          { value: 'filled', label: t('list.filter.filled') },
        ]}
      />
      {way === 'range' && (
        <Group gap="sm" wrap="nowrap" align="start">
          {bound('from')}
          {bound('to')}
        </Group>
      )}
      {(way === 'nextDays' || way === 'lastDays') && (
        <NumberInput
          label={t('list.filter.days')}
          min={0}
          max={3650}
          clampBehavior="strict"
          allowDecimal={false}
          value={days}
          onChange={(typed) => {
            if (typed === '') return
            setDays(Number(typed))
            onChange(way === 'nextDays' ? { nextDays: Number(typed) } : { lastDays: Number(typed) })
          }}
        />
      )}
    </Stack>
  )
}
