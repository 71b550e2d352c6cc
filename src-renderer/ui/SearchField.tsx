import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
}

/** Search over a register, as one types. Polish letters may be typed without their marks. */
export function SearchField({ value, onChange, inputRef }: SearchFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const pass = useDebouncedCallback(onChange, 120)
  useEffect(() => setTyped(value), [value])
  const change = (text: string) => {
    setTyped(text)
    pass(text)
  }
  return (
    <TextInput
      ref={inputRef}
      type="search"
      aria-label={t('common.searchIn')}
      placeholder={t('common.searchIn')}
      leftSection={<IconSearch size={16} aria-hidden />}
      // The server takes no more; what is longer would be dropped without a word.
      maxLength={100}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      // Before a click elsewhere takes effect: a search that came after it would undo where it leads.
      onBlur={pass.flush}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        document.querySelector<HTMLElement>('tr[data-index][tabindex="0"]')?.focus()
      }}
      rightSection={
        typed && <CloseButton size="sm" aria-label={t('common.clear')} onClick={() => change('')} />
      }
      flex="0 1 280px"
      miw={160}
    />
  )
}
