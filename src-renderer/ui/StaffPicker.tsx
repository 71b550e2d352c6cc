import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { SearchSelect } from './SearchSelect.tsx'

interface StaffPickerProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  description?: ReactNode
  required?: boolean
}

/** Chooses a member of staff who is employed, by the beginning of any word of name, position or unit. */
export function StaffPicker({ value, ...input }: StaffPickerProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { data = [], isPlaceholderData } = useQuery(
    orpc.staff.find.queryOptions({ input: { search, id: value }, placeholderData: keepPreviousData }),
  )
  return (
    <SearchSelect
      {...input}
      value={value}
      onSearch={setSearch}
      isSeeking={isPlaceholderData}
      found={data.map(({ id, name, positionName, unitName }) => ({
        id,
        label: [name, positionName, unitName].filter(Boolean).join(', '),
      }))}
      nothingFound={t('staff.picker.nobody')}
    />
  )
}
