import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'

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
  const { t } = useTranslation()
  const { data } = useQuery(orpc.units.all.queryOptions())
  return (
    <Select
      {...input}
      {...(name && { 'data-path': name })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
      data={(data ?? [])
        .filter((unit) => unit.isActive || unit.id === value)
        .map((unit) => ({ value: String(unit.id), label: unit.name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
