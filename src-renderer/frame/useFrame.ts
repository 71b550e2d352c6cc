import { createContext, useContext } from 'react'
import type { Frame } from '#shared/features/settings/settings.contract.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import { mayDo } from '#shared/permissions.ts'

export const FrameContext = createContext<Frame | null>(null)

/** The frame of the window: who is signed in, at which centre, on which day. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('outside the frame')
  return frame
}

/** May the signed-in person do this? It only hides what the server would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const { user } = useFrame()
  return (permission) => user !== null && mayDo(user, permission)
}
