import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface MoneyFieldProps {
  label: string
  /** In grosze; null where nothing is typed. */
  value: number | null
  onChange: (grosze: number | null) => void
  error?: ReactNode
  description?: ReactNode
  required?: boolean
  name?: string
}

/** An amount that is typed in złoty and kept in grosze. */
export function MoneyField({ value, onChange, name, ...input }: MoneyFieldProps) {
  return (
    <NumberInput
      {...input}
      {...(name && { 'data-path': name })}
      min={0}
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator=" "
      suffix=" zł"
      hideControls
      value={value === null ? '' : value / 100}
      onChange={(typed) => onChange(typed === '' ? null : Math.round(Number(typed) * 100))}
    />
  )
}
