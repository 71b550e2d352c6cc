import { notifications } from '@mantine/notifications'
import { focusManager, MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { orpc } from './client.ts'
import { failureOf, sentenceFor } from './errors.ts'

/** A lost session shows in the frame (sign-in or lock screen), wherever it was noticed. */
function noticeLostSession(error: unknown): void {
  const failure = failureOf(error)
  const isAccountQuestion =
    failure?.code === 'RULE_BROKEN' && failure.data.reason === 'accounts.errors.mustChangePassword'
  if (failure?.code === 'UNAUTHENTICATED' || isAccountQuestion) {
    void queryClient.invalidateQueries({ queryKey: orpc.settings.frame.key() })
  }
}

/** Says in one sentence what went wrong; the one place where a failure becomes a message. */
export function showFailure(error: unknown): void {
  if (failureOf(error)?.code === 'UNAUTHENTICATED') return
  notifications.show({
    color: 'red',
    title: i18next.t('errors.title'),
    message: sentenceFor(error),
    autoClose: 10_000,
  })
}

// A button that works is shut before the second click of a double one is heard, however busy the computer is.
notifyManager.setScheduler(queueMicrotask)

// Two windows side by side are both visible all the time: the one that is clicked into is the one that must be fresh.
focusManager.setEventListener((onFocus) => {
  const refresh = () => onFocus()
  window.addEventListener('focus', refresh)
  document.addEventListener('visibilitychange', refresh)
  return () => {
    window.removeEventListener('focus', refresh)
    document.removeEventListener('visibilitychange', refresh)
  }
})

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      noticeLostSession(error)
      if (!mutation.meta?.showsOwnErrors) showFailure(error)
    },
    // One centre's registers on one computer: after any change everything shown is asked again, which costs
    // milliseconds and leaves nothing stale.
    onSuccess: () => void queryClient.invalidateQueries(),
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !failureOf(error) && count < 2,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/**
 * How a form reads what it opens with: anew each time it is opened, and not while one types, because what is refreshed would
 * replace what was typed.
 */
export const whileEditing = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }
