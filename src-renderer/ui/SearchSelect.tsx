import { isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { labelFits } from '#shared/kit/choice.ts'
import { TypedSelect } from './TypedSelect.tsx'

interface SearchSelectProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  /** Says a moment after somebody typed what is sought now; empty where nothing is. */
  onSearch: (search: string) => void
  /** What the server found, and the chosen one. */
  found: { id: number; label: string }[]
  /** Is that still what was found for the search before? */
  isSeeking: boolean
  nothingFound: string
  error?: ReactNode
  description?: ReactNode
  required?: boolean
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
}

/** Chooses one of many records, among which the server searches while one types. */
export function SearchSelect({
  value,
  onChange,
  onSearch,
  found,
  isSeeking,
  nothingFound,
  ...input
}: SearchSelectProps) {
  const [wanted, setWanted] = useState('')
  const [sought, setSought] = useState('')
  const seek = useDebouncedCallback((search: string) => {
    setSought(search)
    onSearch(search)
  }, 120)
  const chosen = found.find(({ id }) => id === value)
  // The server has searched already, by folded words; filtering its answer by letters would lose some. Only the chosen one
  // is always among it.
  const filter: OptionsFilter = ({ options, search }) =>
    options.filter(
      (each) => isOptionsGroup(each) || each.value !== String(chosen?.id) || labelFits(each.label, search),
    )
  return (
    <TypedSelect
      {...input}
      data={found.map(({ id, label }) => ({ value: String(id), label }))}
      filter={filter}
      isSeeking={isSeeking || wanted !== sought}
      onTyped={(text) => {
        // The label of the chosen one stands in the field too; it is no search.
        const search = text === chosen?.label ? '' : text
        setWanted(search)
        seek(search)
      }}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
      nothingFoundMessage={nothingFound}
    />
  )
}
