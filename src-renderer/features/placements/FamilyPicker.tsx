import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { SearchSelect } from '../../ui/SearchSelect.tsx'

interface FamilyPickerProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
  error?: ReactNode
  disabled?: boolean
}

/** Chooses a family by the beginning of its code or of its district. */
export function FamilyPicker({ value, ...input }: FamilyPickerProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { data = [], isPlaceholderData } = useQuery(
    orpc.families.find.queryOptions({ input: { search, id: value }, placeholderData: keepPreviousData }),
  )
  return (
    <SearchSelect
      {...input}
      value={value}
      onSearch={setSearch}
      isSeeking={isPlaceholderData}
      found={data.map(({ id, code, district }) => ({
        id,
        label: [code, district].filter(Boolean).join(', '),
      }))}
      nothingFound={t('common.nothingFound')}
    />
  )
}
