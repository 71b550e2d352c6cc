import { Group, NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterOf } from '#shared/kit/register/register.ts'
import { EmptinessFilter } from './EmptinessFilter.tsx'

interface NumberFilterProps {
  label: string
  value: FilterOf<'number'> | undefined
  onChange: (filter: FilterOf<'number'> | undefined) => void
}

/** A number from–to, or none. */
export function NumberFilter({ label, value, onChange }: NumberFilterProps) {
  const { t } = useTranslation()
  const [bounds, setBounds] = useState<{ from?: number | undefined; to?: number | undefined }>(
    value && !('empty' in value) ? value : {},
  )
  const change = (part: typeof bounds) => {
    const next = { ...bounds, ...part }
    setBounds(next)
    const { from, to } = next
    const filter = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    onChange(Object.keys(filter).length > 0 ? filter : undefined)
  }
  const field = (bound: 'from' | 'to') => (
    <NumberInput
      label={t(`list.filter.${bound}`)}
      aria-label={`${label}: ${t(`list.filter.${bound}`)}`}
      data-autofocus={bound === 'from' || undefined}
      min={0}
      allowDecimal={false}
      thousandSeparator=" "
      w={110}
      value={bounds[bound] ?? ''}
      onChange={(typed) => change({ [bound]: typed === '' ? undefined : Number(typed) })}
    />
  )
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap">
        {field('from')}
        {field('to')}
      </Group>
      <EmptinessFilter
        value={value && 'empty' in value ? value : undefined}
        onChange={(filter) => {
          setBounds({})
          onChange(filter)
        }}
      />
    </Stack>
  )
}
