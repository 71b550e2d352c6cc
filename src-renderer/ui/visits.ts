import { type RouterHistory, useRouter } from '@tanstack/react-router'

/** The path at each step of the window's history, as far as this page was there. */
const visited = new Map<number, string>()

/** Follows the window's history, so that one can go back to where one came from; called once. */
export function watchVisits(history: RouterHistory): void {
  const note = () => {
    const { pathname, state } = history.location
    visited.set(state.__TSR_index, pathname)
  }
  note()
  history.subscribe(note)
}

/**
 * Leads back to a list: by the history where one came from there, so that its search, filters and place are as they
 * were; otherwise to the list as it opens.
 */
export function useBackTo(path: string): () => void {
  const router = useRouter()
  return () => {
    const now = router.history.location.state.__TSR_index
    for (let step = now - 1; step >= 0; step--) {
      if (visited.get(step) === path) return router.history.go(step - now)
    }
    void router.navigate({ to: path })
  }
}
