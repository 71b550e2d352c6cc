import {
  type ComboboxParsedItem,
  getParsedComboboxData,
  MultiSelect,
  type MultiSelectProps,
} from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTypedChoice } from './useTypedChoice.ts'

type Own = 'searchable' | 'searchValue' | 'onSearchChange' | 'hidePickedOptions' | 'value' | 'onChange'

interface TypedMultiSelectProps extends Omit<MultiSelectProps, Own> {
  value?: string[]
  onChange: (values: string[]) => void
}

/** Chooses several of a list by typing a part of each name; what is chosen leaves the list. */
export function TypedMultiSelect({ value = [], onChange, onBlur, error, ...select }: TypedMultiSelectProps) {
  const { t } = useTranslation()
  const options = useMemo(() => getParsedComboboxData(select.data) as ComboboxParsedItem[], [select.data])
  const choose = (values: string[]) => {
    typing.chosen()
    onChange(values)
  }
  const typing = useTypedChoice({
    options,
    without: value,
    filter: select.filter,
    onMeant: (meant) =>
      value.length < (select.maxValues ?? Number.POSITIVE_INFINITY) && choose([...value, meant]),
  })
  return (
    <MultiSelect
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
      {...select}
      {...typing.input}
      onBlur={(event) => {
        typing.input.onBlur()
        onBlur?.(event)
      }}
      // What is chosen and still shown would be taken back by a second Enter.
      hidePickedOptions
      value={value}
      onChange={choose}
      error={typing.problem ?? error}
    />
  )
}
