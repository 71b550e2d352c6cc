import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../api/client.ts'
import { SearchSelect } from './SearchSelect.tsx'

interface PersonPickerProps {
  label: string
  value: number | null
  /** @param name first names and surname of the chosen person; empty for nobody */
  onChange: (id: number | null, name: string) => void
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
}

/** Chooses a volunteer by the beginning of any word of the record, among however many there are. */
export function PersonPicker({ value, onChange, ...input }: PersonPickerProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { data, isPlaceholderData } = useQuery(
    orpc.volunteers.list.queryOptions({ input: { search, limit: 20 }, placeholderData: keepPreviousData }),
  )
  const rows = data?.rows ?? []
  // Whoever an address names may stand far down the register.
  const isElsewhere = value !== null && data !== undefined && !rows.some(({ id }) => id === value)
  const { data: named } = useQuery(
    orpc.volunteers.get.queryOptions({ input: { id: value ?? 0 }, enabled: isElsewhere }),
  )
  const people = isElsewhere && named ? [...rows, named] : rows
  return (
    <SearchSelect
      {...input}
      placeholder={t('common.typeName')}
      value={value}
      onSearch={setSearch}
      isSeeking={isPlaceholderData}
      found={people.map(({ id, surname, firstNames, birthOn, town }) => ({
        id,
        label: [`${surname} ${firstNames}`, birthOn && formatDay(birthOn), town].filter(Boolean).join(', '),
      }))}
      nothingFound={t('common.nothingFound')}
      onChange={(id) => {
        const person = people.find((each) => each.id === id)
        onChange(person?.id ?? null, person ? `${person.firstNames} ${person.surname}` : '')
      }}
    />
  )
}
