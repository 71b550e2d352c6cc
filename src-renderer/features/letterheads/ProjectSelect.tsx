import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isRunning } from '#shared/features/letterheads/letterheads.rules.ts'
import { orpc } from '../../api/client.ts'

interface ProjectSelectProps {
  value: number | null
  /** The day of the document: only projects that run on it are offered. */
  day: string
  onChange: (id: number | null) => void
  error?: ReactNode
}

/** The project whose marks stand on a document; nothing is asked of a centre that has none. */
export function ProjectSelect({ value, day, onChange, error }: ProjectSelectProps) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(orpc.letterheads.projects.list.queryOptions())
  const offered = data.filter((project) => project.id === value || isRunning(project, day))
  if (offered.length === 0) return null
  return (
    <Select
      label={t('letterheads.chooseProject')}
      placeholder={t('letterheads.noProject')}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data-path="projectId"
      data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
      error={error}
    />
  )
}
