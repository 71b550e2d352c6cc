import { Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterOf } from '#shared/kit/register/register.ts'

interface MoneyFilterProps {
  label: string
  value: FilterOf<'money'> | undefined
  onChange: (filter: FilterOf<'money'> | undefined) => void
}

/** An amount from–to, typed in złoty and kept in grosze. */
export function MoneyFilter({ label, value, onChange }: MoneyFilterProps) {
  const { t } = useTranslation()
  const [bounds, setBounds] = useState<FilterOf<'money'>>(value ?? {})
  const change = (bound: 'from' | 'to', typed: string | number) => {
    const { [bound]: _, ...other } = bounds
    const next = typed === '' ? other : { ...other, [bound]: Math.round(Number(typed) * 100) }
    setBounds(next)
    onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  const field = (bound: 'from' | 'to') => (
    <NumberInput
      label={t(`list.filter.${bound}`)}
      aria-label={`${label}: ${t(`list.filter.${bound}`)}`}
      data-autofocus={bound === 'from' || undefined}
      min={0}
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator=" "
      suffix=" zł"
      w={130}
      value={bounds[bound] === undefined ? '' : bounds[bound] / 100}
      onChange={(typed) => change(bound, typed)}
    />
  )
  return (
    <Group gap="sm" wrap="nowrap">
      {field('from')}
      {field('to')}
    </Group>
  )
}
