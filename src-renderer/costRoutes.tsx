import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { costWays } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

const costSettlementsScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements',
  validateSearch: registerSearch(costSettlementsRegister),
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/CostSettlementsScreen.tsx'),
    'CostSettlementsScreen',
  ),
})
const newCostSettlementScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements/new',
  validateSearch: z.object({ volunteer: optionalId, agreement: optionalId }),
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/NewCostSettlementScreen.tsx'),
    'NewCostSettlementScreen',
  ),
})
const costTotalsScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements/totals',
  validateSearch: z.object({
    year: z.int().min(1990).max(2100).optional().catch(undefined),
    by: z.enum(costWays).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/CostTotalsScreen.tsx'),
    'CostTotalsScreen',
  ),
})
const costRatesScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements/rates',
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/CostRatesScreen.tsx'),
    'CostRatesScreen',
  ),
})
const costSettlementScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements/$id',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/CostSettlementScreen.tsx'),
    'CostSettlementScreen',
  ),
})
const editCostSettlementScreen = createRoute({
  getParentRoute: () => root,
  path: '/cost-settlements/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/cost-settlements/EditCostSettlementScreen.tsx'),
    'EditCostSettlementScreen',
  ),
})

/** LIST: address → screen, of what volunteers are paid back; joined in `routes.tsx`. */
export const costRoutes = [
  costSettlementsScreen,
  newCostSettlementScreen,
  costTotalsScreen,
  costRatesScreen,
  costSettlementScreen,
  editCostSettlementScreen,
] as const
