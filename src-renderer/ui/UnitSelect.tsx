import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { orpc } from '../api/client.ts'
import { TypedSelect } from './TypedSelect.tsx'

interface UnitSelectProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  description?: ReactNode
  placeholder?: string
  name?: string
  disabled?: boolean
}

/** Chooses a unit that exists today; one that was chosen before and is closed stays. */
export function UnitSelect({ value, onChange, name, ...input }: UnitSelectProps) {
  const { data } = useQuery(orpc.units.all.queryOptions())
  return (
    <TypedSelect
      {...input}
      {...(name && { 'data-path': name })}
      data={(data ?? [])
        .filter((unit) => unit.isActive || unit.id === value)
        .map((unit) => ({ value: String(unit.id), label: unit.name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
