import { createRootRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { FrameLayout } from './frame/FrameLayout.tsx'
import { NotFoundScreen } from './frame/NotFoundScreen.tsx'

/** The id of a record in an address. */
export const id = {
  parse: ({ id }: { id: string }) => ({ id: Number(id) }),
  stringify: ({ id }: { id: number }) => ({ id: String(id) }),
}
/** An id that may stand in the search of an address. */
export const optionalId = z.coerce.number().int().positive().optional().catch(undefined)

/** The frame in which every screen stands. */
export const root = createRootRoute({ component: FrameLayout, notFoundComponent: NotFoundScreen })
