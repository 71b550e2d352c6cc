import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { annexClauseNames } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { id, optionalId, root } from './rootRoute.tsx'

/** LIST: address → screen, of what becomes of an agreement. */
const annexFormScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements/$id/annex',
  params: id,
  validateSearch: z.object({
    draft: optionalId,
    clause: z.enum(annexClauseNames).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/agreements/AnnexFormScreen.tsx'), 'AnnexFormScreen'),
})
const annexScreen = createRoute({
  getParentRoute: () => root,
  path: '/annexes/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/agreements/AnnexScreen.tsx'), 'AnnexScreen'),
})
const terminationScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements/$id/terminate',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/agreements/TerminationScreen.tsx'),
    'TerminationScreen',
  ),
})

export const agreementRoutes = [annexFormScreen, annexScreen, terminationScreen]
