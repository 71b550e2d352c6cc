import { useLayoutEffect } from 'react'

/**
 * Hides what lies outside the page's root while the session is locked: dialogs, drawers, lists, messages. They stay
 * mounted, so that nothing typed in them is lost; `app.css` says what is hidden.
 */
export function useHiddenWork(isLocked: boolean): void {
  useLayoutEffect(() => {
    document.body.toggleAttribute('data-locked', isLocked)
  }, [isLocked])
}

/**
 * Keeps every key from the listeners of the hidden work while the session is locked; fields and buttons of the lock
 * screen get theirs from the browser itself. To be called before anything else listens.
 */
export function keepKeysFromHiddenWork(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (document.body.hasAttribute('data-locked')) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}
