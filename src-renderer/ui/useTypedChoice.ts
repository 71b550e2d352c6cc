import {
  type ComboboxParsedItem,
  defaultOptionsFilter,
  isOptionsGroup,
  type OptionsFilter,
} from '@mantine/core'
import { type FocusEvent, type FocusEventHandler, type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { optionMeant } from '#shared/kit/choice.ts'

interface TypedChoiceOptions {
  options: ComboboxParsedItem[]
  /** The options that the list does not show, because they are chosen. */
  without?: readonly string[]
  filter?: OptionsFilter | undefined
  /** Is the list still that of what was typed before? Then nothing is taken from it. */
  isSeeking?: boolean | undefined
  /** Takes the option that was meant when the field was left. */
  onMeant: (value: string) => void
  /** The field was left after all that stood in it was deleted. */
  onEmptied?: () => void
  onTyped?: ((typed: string) => void) | undefined
  onBlur?: FocusEventHandler<HTMLInputElement> | undefined
}

/**
 * What a field does in whose list one chooses by typing: the first option shown is pointed at, so that Enter takes it and
 * sends no form; what was typed is taken also when the field is left, where it means one option, and otherwise the field
 * says that nothing was chosen.
 */
export function useTypedChoice({
  options,
  without = [],
  filter = defaultOptionsFilter as OptionsFilter,
  isSeeking = false,
  onMeant,
  onEmptied,
  onTyped,
  onBlur,
}: TypedChoiceOptions) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isTyping, setTyping] = useState(false)
  const [unchosen, setUnchosen] = useState<string>()
  const [isPointing, setPointing] = useState(false)
  const sought = isTyping ? typed : ''
  const isSought = sought.trim() !== ''

  // Mantine points once each time this becomes true; it must wait for the list to be open, and must not stay true: a field
  // that was emptied would point at the first of all options.
  useEffect(() => {
    if (sought.trim() === '' || isSeeking) return
    const timer = setTimeout(() => setPointing(true))
    return () => clearTimeout(timer)
  }, [sought, isSeeking])
  useEffect(() => {
    if (isPointing) setPointing(false)
  }, [isPointing])

  function takeMeant() {
    if (!isTyping) return
    setTyping(false)
    const option = isSeeking ? undefined : optionMeant(shown(), typed)
    if (option) onMeant(option.value)
    else if (typed.trim() === '') onEmptied?.()
    else setUnchosen(typed)
  }

  const shown = () =>
    filter({ options, search: typed, limit: Number.POSITIVE_INFINITY })
      .flatMap((each) => (isOptionsGroup(each) ? each.items : [each]))
      .filter(({ value, disabled }) => !disabled && !without.includes(value))

  return {
    /** Says why nothing was chosen; shown as the field's error. */
    problem: unchosen === undefined ? undefined : t('common.nothingChosen', { typed: unchosen }),
    /** To be called when an option was chosen, or the choice was cleared. */
    chosen() {
      setTyping(false)
      setUnchosen(undefined)
    },
    /** What the field says where its user says nothing else. */
    words: {
      clearButtonProps: { 'aria-label': t('common.clear') },
      nothingFoundMessage: t('common.nothingFound'),
    },
    /** For the field. */
    input: {
      searchable: true,
      searchValue: typed,
      onSearchChange(text: string) {
        setTyped(text)
        onTyped?.(text)
      },
      selectFirstOptionOnChange: isPointing,
      onInput() {
        setTyping(true)
        setUnchosen(undefined)
      },
      onKeyDown(event: KeyboardEvent) {
        if (event.key !== 'Enter' || !isSought) return
        event.preventDefault()
        if (!isSeeking && shown().length === 0) setUnchosen(typed)
      },
      onBlur(event: FocusEvent<HTMLInputElement>) {
        takeMeant()
        onBlur?.(event)
      },
    },
  }
}
