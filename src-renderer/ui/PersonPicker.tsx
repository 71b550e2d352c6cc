import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../api/client.ts'

interface PersonPickerProps {
  label: string
  value: number | null
  /** @param name first names and surname of the chosen person; empty for nobody */
  onChange: (id: number | null, name: string) => void
  error?: ReactNode
  required?: boolean
}

/** Chooses a volunteer by the beginning of any word of the record, among however many there are. */
export function PersonPicker({ value, onChange, ...input }: PersonPickerProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 120)
  const { data } = useQuery(
    orpc.volunteers.list.queryOptions({ input: { search, limit: 20 }, placeholderData: keepPreviousData }),
  )
  const people = data?.rows ?? []
  return (
    <Select
      {...input}
      searchable
      placeholder={t('common.typeName')}
      data={people.map((row) => ({
        value: String(row.id),
        label: [`${row.surname} ${row.firstNames}`, row.birthOn && formatDay(row.birthOn), row.town]
          .filter(Boolean)
          .join(', '),
      }))}
      // The server has searched already, by folded words; filtering its answer by letters would lose some.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value === null ? null : String(value)}
      onChange={(chosen) => {
        const person = people.find(({ id }) => String(id) === chosen)
        onChange(person?.id ?? null, person ? `${person.firstNames} ${person.surname}` : '')
      }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  )
}
