import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Frame } from '#shared/features/settings/settings.contract.ts'
import { orpc } from './api/client.ts'
import { LockScreen } from './features/accounts/LockScreen.tsx'
import { SignInScreen } from './features/accounts/SignInScreen.tsx'
import { useHiddenWork } from './frame/lock.ts'
import { FrameContext } from './frame/useFrame.ts'
import { router } from './routes.tsx'

const SetUpScreen = lazy(() =>
  import('./features/settings/SetUpScreen.tsx').then((m) => ({ default: m.SetUpScreen })),
)
const RefusedScreen = lazy(() =>
  import('./features/settings/RefusedScreen.tsx').then((m) => ({ default: m.RefusedScreen })),
)
const FirstPasswordScreen = lazy(() =>
  import('./features/accounts/FirstPasswordScreen.tsx').then((m) => ({ default: m.FirstPasswordScreen })),
)

/**
 * What the window shows as a whole: why the data cannot be opened, the set-up, the sign-in, or the work. While
 * the session is locked the work stays where it is, hidden, so that nothing typed is lost.
 */
export function App() {
  const { t } = useTranslation()
  const { data: frame, isError } = useQuery(orpc.settings.frame.queryOptions({ staleTime: 0 }))
  useHiddenWork(frame?.state === 'locked')
  useNothingLeftBehind(frame)
  // A program that stopped answering later is told by the call that failed; the work stays as it is.
  if (!frame) return isError ? <main style={{ padding: 32 }}>{t('errors.network')}</main> : null

  const isWorking = frame.state === 'ready' || frame.state === 'locked'
  return (
    <FrameContext value={frame}>
      <Suspense>
        {frame.state === 'refused' && <RefusedScreen />}
        {frame.state === 'needsSetUp' && <SetUpScreen />}
        {frame.state === 'signedOut' && <SignInScreen />}
        {frame.state === 'locked' && <LockScreen />}
        {isWorking && frame.mustChangePassword && frame.state === 'ready' && <FirstPasswordScreen />}
        {isWorking && !frame.mustChangePassword && (
          <div
            key={frame.user?.id}
            style={frame.state === 'locked' ? { display: 'none' } : { display: 'contents' }}
          >
            <RouterProvider router={router} />
          </div>
        )}
      </Suspense>
    </FrameContext>
  )
}

/**
 * Forgets what the page knows of the registers when somebody signs out, and opens the first page for whoever else
 * signs in: nobody sees what another user was shown.
 */
function useNothingLeftBehind(frame: Frame | undefined): void {
  const client = useQueryClient()
  const lastUser = useRef<number>(undefined)
  const userId = frame?.user?.id
  const isSignedOut = frame?.state === 'signedOut'
  useLayoutEffect(() => {
    const frameHash = hashKey(orpc.settings.frame.queryKey())
    if (isSignedOut) client.removeQueries({ predicate: ({ queryHash }) => queryHash !== frameHash })
  }, [isSignedOut, client])
  useLayoutEffect(() => {
    if (userId === undefined) return
    if (lastUser.current !== undefined && lastUser.current !== userId) void router.navigate({ to: '/' })
    lastUser.current = userId
  }, [userId])
}
