import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'

interface StaffPickerProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  description?: ReactNode
  required?: boolean
}

/** Chooses a member of staff who is employed, by the beginning of any word of name, position or unit. */
export function StaffPicker({ value, onChange, ...input }: StaffPickerProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState('')
  const [search] = useDebouncedValue(sought, 120)
  const { data = [] } = useQuery(
    orpc.staff.find.queryOptions({ input: { search, id: value }, placeholderData: keepPreviousData }),
  )
  const options = data.map(({ id, name, positionName, unitName }) => ({
    value: String(id),
    label: [name, positionName, unitName].filter(Boolean).join(', '),
  }))
  const chosen = options.find((option) => option.value === String(value))
  return (
    <Select
      {...input}
      searchable
      clearable={!input.required}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data={options}
      // The server has searched already, by folded words; filtering its answer by letters would lose some.
      filter={({ options: found }) => found}
      searchValue={typed}
      // The label of the chosen person stands in the field too; it is no search.
      onSearchChange={(text) => {
        setTyped(text)
        setSought(text === chosen?.label ? '' : text)
      }}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
      nothingFoundMessage={t('staff.picker.nobody')}
    />
  )
}
