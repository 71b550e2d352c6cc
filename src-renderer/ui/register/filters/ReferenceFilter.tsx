import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterOf } from '#shared/kit/register/register.ts'
import { EmptinessFilter } from './EmptinessFilter.tsx'
import type { FindOptions } from './FilterEditor.tsx'
import { useOptionNames } from './useOptionNames.ts'

interface ReferenceFilterProps {
  label: string
  value: FilterOf<'reference'> | undefined
  onChange: (filter: FilterOf<'reference'> | undefined) => void
  optionsKey: readonly string[]
  findOptions: FindOptions
}

/** Some of the records that a field names, found by what their names contain; or none at all. */
export function ReferenceFilter({ label, value, onChange, optionsKey, findOptions }: ReferenceFilterProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [contains] = useDebouncedValue(typed.trim(), 150)
  const chosen = value && 'oneOf' in value ? value.oneOf : []
  const names = useOptionNames(optionsKey, chosen, findOptions)
  const { data: found = [] } = useQuery({
    queryKey: [...optionsKey, 'found', contains],
    queryFn: () => findOptions({ contains }),
    placeholderData: keepPreviousData,
  })
  const others = found.filter(({ id }) => !chosen.includes(id))
  const shown = [...chosen.map((id) => ({ id, text: names.get(id) ?? '…' })), ...others]
  const toggle = (id: number, isOn: boolean) => {
    const oneOf = isOn ? [...chosen, id].slice(0, 100) : chosen.filter((other) => other !== id)
    onChange(oneOf.length > 0 ? { oneOf } : undefined)
  }
  return (
    <Stack gap="sm" w={320}>
      <TextInput
        aria-label={`${label}: ${t('list.filter.find')}`}
        placeholder={t('list.filter.find')}
        data-autofocus
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah="min(260px, 32vh)" type="auto">
        <Stack gap={10} role="group" aria-label={label} p={2}>
          {shown.map(({ id, text }) => (
            <Checkbox
              key={id}
              size="sm"
              label={text}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
          {shown.length === 0 && <Text c="dimmed">{t('common.nothingFound')}</Text>}
        </Stack>
      </ScrollArea.Autosize>
      <EmptinessFilter value={value && 'empty' in value ? value : undefined} onChange={onChange} />
    </Stack>
  )
}
