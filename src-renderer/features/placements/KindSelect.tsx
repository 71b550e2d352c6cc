import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

interface KindSelectProps {
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
}

/** Chooses a kind of activity that is in use; one that was chosen before and is closed stays. */
export function KindSelect({ value, onChange, error }: KindSelectProps) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.requirements.kinds.list.queryOptions())
  return (
    <Select
      label={t('placements.fields.activityKind')}
      data-path="activityKindId"
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
      data={(data ?? [])
        .filter((kind) => kind.isActive || kind.id === value)
        .map((kind) => ({ value: String(kind.id), label: kind.name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
