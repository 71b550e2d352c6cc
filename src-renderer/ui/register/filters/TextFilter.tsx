import { Stack, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterOf } from '#shared/kit/register/register.ts'
import { EmptinessFilter } from './EmptinessFilter.tsx'

interface TextFilterProps {
  label: string
  value: FilterOf<'text'> | undefined
  onChange: (filter: FilterOf<'text'> | undefined) => void
}

/** A text that contains another, whatever its case and Polish marks; or that is empty or not. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value && 'contains' in value ? value.contains : '')
  const pass = useDebouncedCallback(
    (text: string) => onChange(text.trim() ? { contains: text.trim() } : undefined),
    { delay: 200, flushOnUnmount: true },
  )
  return (
    <Stack gap="sm">
      <TextInput
        label={t('list.filter.contains')}
        aria-label={`${label}: ${t('list.filter.contains')}`}
        data-autofocus
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          pass(event.currentTarget.value)
        }}
      />
      <EmptinessFilter
        value={value && 'empty' in value ? value : undefined}
        onChange={(filter) => {
          pass.cancel()
          setTyped('')
          onChange(filter)
        }}
      />
    </Stack>
  )
}
