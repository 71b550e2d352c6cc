import {
  type ComboboxParsedItem,
  getParsedComboboxData,
  MultiSelect,
  type MultiSelectProps,
} from '@mantine/core'
import { useMemo } from 'react'
import { useTypedChoice } from './useTypedChoice.ts'

type Own = 'searchable' | 'searchValue' | 'onSearchChange' | 'hidePickedOptions' | 'value' | 'onChange'

interface TypedMultiSelectProps extends Omit<MultiSelectProps, Own> {
  value?: string[]
  onChange: (values: string[]) => void
}

/** Chooses several of a list by typing a part of each name; what is chosen leaves the list. */
export function TypedMultiSelect({ value = [], onChange, onBlur, error, ...select }: TypedMultiSelectProps) {
  const options = useMemo(() => getParsedComboboxData(select.data) as ComboboxParsedItem[], [select.data])
  const choose = (values: string[]) => {
    typing.chosen()
    onChange(values)
  }
  const typing = useTypedChoice({
    options,
    without: value,
    filter: select.filter,
    onBlur,
    onMeant: (meant) =>
      value.length < (select.maxValues ?? Number.POSITIVE_INFINITY) && choose([...value, meant]),
  })
  return (
    <MultiSelect
      clearable
      {...typing.words}
      {...select}
      {...typing.input}
      // What is chosen and still shown would be taken back by a second Enter.
      hidePickedOptions
      value={value}
      onChange={choose}
      error={typing.problem ?? error}
    />
  )
}
