import { Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchSelectProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  /** Says a moment after somebody typed what is sought now; empty where nothing is. */
  onSearch: (search: string) => void
  /** What the server found, and the chosen one. */
  found: { id: number; label: string }[]
  nothingFound: string
  error?: ReactNode
  description?: ReactNode
  required?: boolean
  placeholder?: string
  disabled?: boolean
}

/** Chooses one of many records, among which the server searches while one types. */
export function SearchSelect({
  value,
  onChange,
  onSearch,
  found,
  nothingFound,
  ...input
}: SearchSelectProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const seek = useDebouncedCallback(onSearch, 120)
  const chosen = found.find(({ id }) => id === value)
  return (
    <Select
      {...input}
      searchable
      clearable={!input.required}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data={found.map(({ id, label }) => ({ value: String(id), label }))}
      // The server has searched already, by folded words; filtering its answer by letters would lose some.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text)
        // The label of the chosen one stands in the field too; it is no search.
        seek(text === chosen?.label ? '' : text)
      }}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
      nothingFoundMessage={nothingFound}
    />
  )
}
