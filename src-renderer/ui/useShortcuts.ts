import { useHotkeys } from '@mantine/hooks'
import type { RefObject } from 'react'

/** What a screen does on the keys that work everywhere; an undefined one is left to the browser. */
export interface Shortcuts {
  create?: (() => void) | undefined
  save?: (() => void) | undefined
  print?: (() => void) | undefined
  back?: (() => void) | undefined
  undo?: (() => void) | undefined
  redo?: (() => void) | undefined
}

/** Is a list, menu or calendar open? Closed ones may stay in the page unseen. */
function isPopupShown(): boolean {
  const popups = document.querySelectorAll('[role="listbox"], [role="menu"], [data-popup-open]')
  return [...popups].some((popup) => popup.checkVisibility())
}

/**
 * What was open as the key went down. What the key closes may be gone before the page is asked, at once where nothing moves,
 * and the key is not the page's for that.
 */
let open: { dialog: Element | undefined; isPopup: boolean } = { dialog: undefined, isPopup: false }
window.addEventListener(
  'keydown',
  () => {
    const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1)
    open = { dialog, isPopup: isPopupShown() }
  },
  { capture: true },
)

/**
 * Ctrl+N (Alt+N in browsers, which keep Ctrl+N) creates, Ctrl+S saves, Ctrl+P prints, Esc goes back; from within
 * fields too. While a dialog is open the keys belong to what is in it (`scope`), and Esc first closes an open
 * list, menu or calendar.
 *
 * Ctrl+Z undoes and Ctrl+Shift+Z or Ctrl+Y redoes; within fields these keys belong to what is being typed.
 */
export function useShortcuts(shortcuts: Shortcuts, scope?: RefObject<HTMLElement | null>): void {
  const act = (name: keyof Shortcuts) => (event: KeyboardEvent) => {
    const action = shortcuts[name]
    const isCovered = open.dialog !== undefined && !(scope?.current && open.dialog.contains(scope.current))
    if (!action || isCovered || event.defaultPrevented) return
    if (name === 'back' && open.isPopup) return
    event.preventDefault()
    action()
  }
  const keep = { preventDefault: false }
  useHotkeys(
    [
      ['mod+N', act('create'), keep],
      ['alt+N', act('create'), keep],
      ['mod+S', act('save'), keep],
      ['mod+P', act('print'), keep],
      ['Escape', act('back'), keep],
    ],
    [],
  )
  useHotkeys([
    ['mod+Z', act('undo'), keep],
    ['mod+shift+Z', act('redo'), keep],
    ['mod+Y', act('redo'), keep],
  ])
}
