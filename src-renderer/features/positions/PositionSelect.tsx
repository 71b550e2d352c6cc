import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { orpc } from '../../api/client.ts'
import { TypedSelect } from '../../ui/TypedSelect.tsx'

interface PositionSelectProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
}

/** Chooses a position that is open; one that was chosen before and is closed stays. */
export function PositionSelect({ value, onChange, ...input }: PositionSelectProps) {
  const { data } = useQuery(orpc.positions.list.queryOptions())
  return (
    <TypedSelect
      {...input}
      data-path="positionId"
      required
      data={(data ?? [])
        .filter((position) => position.isActive || position.id === value)
        .map((position) => ({ value: String(position.id), label: position.name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
