import type * as Electron from 'electron'

/** Stands in for Electron's session: it keeps what our main process sets, and asks it as a page would. */
export function createSession(onSpellChecker: (isEnabled: boolean) => void) {
  let onPermissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null
  let onPermissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null
  let onRequest: ((url: string) => Promise<boolean>) | undefined
  const onBeforeRequest: Pick<Electron.WebRequest, 'onBeforeRequest'>['onBeforeRequest'] = (
    ...args: unknown[]
  ) => {
    const listener = args.at(-1) as (
      details: Pick<Electron.OnBeforeRequestListenerDetails, 'url'>,
      decide: (answer: Electron.CallbackResponse) => void,
    ) => void
    onRequest = (url) => new Promise((resolve) => listener({ url }, ({ cancel = false }) => resolve(!cancel)))
  }
  const defaultSession = {
    setPermissionRequestHandler: (handler) => {
      onPermissionRequest = handler
    },
    setPermissionCheckHandler: (handler) => {
      onPermissionCheck = handler
    },
    setSpellCheckerEnabled: onSpellChecker,
    webRequest: { onBeforeRequest },
  } satisfies Pick<
    Electron.Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setSpellCheckerEnabled'
  > & { webRequest: object }

  return {
    defaultSession,
    /** Does the filter of the session let this address through? */
    passes: async (url: string) => (await onRequest?.(url)) ?? true,
    /** Asks for a permission as a page would; Electron grants what nobody refuses. */
    requestPermission: (name: string) =>
      new Promise<boolean>((resolve) => {
        if (!onPermissionRequest) return resolve(true)
        onPermissionRequest({} as never, name as never, resolve, {} as never)
      }),
    checkPermission: (name: string) =>
      onPermissionCheck?.({} as never, name as never, '', {} as never) ?? true,
  }
}
