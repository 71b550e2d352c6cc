import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ActivityKind } from '#shared/features/requirements/requirements.kinds.contract.ts'
import { orpc } from '../../api/client.ts'
import { TypedSelect } from '../../ui/TypedSelect.tsx'

interface KindSelectProps {
  label: string
  description?: string
  value: number | null
  onChange: (id: number | null, kind?: ActivityKind) => void
  error?: ReactNode
}

/** Chooses a kind of activity that is in use; one that was chosen before and is closed stays. */
export function KindSelect({ label, description, value, onChange, error }: KindSelectProps) {
  const { data } = useQuery(orpc.requirements.kinds.list.queryOptions())
  return (
    <TypedSelect
      label={label}
      description={description}
      data-path="activityKindId"
      error={error}
      data={(data ?? [])
        .filter((kind) => kind.isActive || kind.id === value)
        .map((kind) => ({ value: String(kind.id), label: kind.name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => {
        const id = chosen ? Number(chosen) : null
        onChange(
          id,
          (data ?? []).find((kind) => kind.id === id),
        )
      }}
    />
  )
}
