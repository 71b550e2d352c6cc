import { type ComboboxParsedItem, getParsedComboboxData, Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTypedChoice } from './useTypedChoice.ts'

type Own =
  | 'searchable'
  | 'searchValue'
  | 'onSearchChange'
  | 'allowDeselect'
  | 'clearable'
  | 'value'
  | 'onChange'

interface TypedSelectProps extends Omit<SelectProps, Own> {
  value: string | null
  onChange: (value: string | null) => void
  onTyped?: (typed: string) => void
  /** Is the list still that of what was typed before? */
  isSeeking?: boolean
}

/** Chooses one of a list by typing a part of its name. What is not required can be cleared. */
export function TypedSelect({
  value,
  onChange,
  onTyped,
  isSeeking,
  onBlur,
  error,
  ...select
}: TypedSelectProps) {
  const options = useMemo(() => getParsedComboboxData(select.data) as ComboboxParsedItem[], [select.data])
  const choose = (chosen: string | null) => {
    typing.chosen()
    if (chosen !== value) onChange(chosen)
  }
  const typing = useTypedChoice({
    options,
    filter: select.filter,
    onBlur,
    isSeeking,
    onTyped,
    onMeant: choose,
    onEmptied: () => !select.required && choose(null),
  })
  return (
    <Select
      clearable={!select.required}
      {...typing.words}
      {...select}
      {...typing.input}
      // A second choice of the same is no wish to have none.
      allowDeselect={false}
      value={value}
      onChange={choose}
      error={typing.problem ?? error}
    />
  )
}
