import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

interface FamilyPickerProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  required?: boolean
  disabled?: boolean
}

/** Chooses a family by the beginning of its code or of its district. */
export function FamilyPicker({ value, onChange, ...input }: FamilyPickerProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 120)
  const { data = [] } = useQuery(
    orpc.families.find.queryOptions({ input: { search, id: value }, placeholderData: keepPreviousData }),
  )
  const options = data.map(({ id, code, district }) => ({
    value: String(id),
    label: [code, district].filter(Boolean).join(', '),
  }))
  const chosen = options.find((option) => option.value === String(value))
  return (
    <Select
      {...input}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data={options}
      // The server has searched already, by folded words.
      filter={({ options: found }) => found}
      searchValue={typed}
      // The label of the chosen family stands in the field too; it is no search.
      onSearchChange={(text) => setTyped(text === chosen?.label ? '' : text)}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
      nothingFoundMessage={t('common.nothingFound')}
    />
  )
}
