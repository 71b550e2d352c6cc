import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { annexClauseNames } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

/** LIST: address → screen, of agreements and what becomes of them; joined in `routes.tsx`. */
const agreementsScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements',
  validateSearch: registerSearch(agreementsRegister),
  component: lazyRouteComponent(
    () => import('./features/agreements/AgreementsScreen.tsx'),
    'AgreementsScreen',
  ),
})
const newAgreementScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements/new',
  validateSearch: z.object({ volunteer: optionalId, like: optionalId }),
  component: lazyRouteComponent(
    () => import('./features/agreements/NewAgreementScreen.tsx'),
    'NewAgreementScreen',
  ),
})
const agreementScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/agreements/AgreementScreen.tsx'), 'AgreementScreen'),
})
const editAgreementScreen = createRoute({
  getParentRoute: () => root,
  path: '/agreements/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/agreements/EditAgreementScreen.tsx'),
    'EditAgreementScreen',
  ),
})
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

export const agreementRoutes = [
  agreementsScreen,
  newAgreementScreen,
  agreementScreen,
  editAgreementScreen,
  annexFormScreen,
  annexScreen,
  terminationScreen,
]
