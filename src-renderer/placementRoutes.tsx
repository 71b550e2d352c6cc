import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { familiesRegister } from '#shared/features/placements/placements.families.register.ts'
import { monitoringRegister } from '#shared/features/placements/placements.monitoring.register.ts'
import { needsRegister } from '#shared/features/placements/placements.needs.register.ts'
import { placementsRegister } from '#shared/features/placements/placements.register.ts'
import { day } from '#shared/kit/fields.ts'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

/** LIST: address → screen, of placements, families, needs and monitoring; joined in `routes.tsx`. */
const placementsScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements',
  validateSearch: registerSearch(placementsRegister),
  component: lazyRouteComponent(
    () => import('./features/placements/PlacementsScreen.tsx'),
    'PlacementsScreen',
  ),
})
const newPlacementScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/new',
  validateSearch: z.object({
    volunteer: optionalId,
    agreement: optionalId,
    need: optionalId,
    unit: optionalId,
  }),
  component: lazyRouteComponent(
    () => import('./features/placements/NewPlacementScreen.tsx'),
    'NewPlacementScreen',
  ),
})
const monitoringScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/monitoring',
  validateSearch: registerSearch(monitoringRegister),
  component: lazyRouteComponent(
    () => import('./features/placements/MonitoringScreen.tsx'),
    'MonitoringScreen',
  ),
})
const rhythmScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/rhythm',
  component: lazyRouteComponent(() => import('./features/placements/RhythmScreen.tsx'), 'RhythmScreen'),
})
const weekScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/week',
  validateSearch: z.object({ day: day.optional().catch(undefined), unitId: optionalId }),
  component: lazyRouteComponent(() => import('./features/placements/WeekScreen.tsx'), 'WeekScreen'),
})
const placementScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/placements/PlacementScreen.tsx'), 'PlacementScreen'),
})
const editPlacementScreen = createRoute({
  getParentRoute: () => root,
  path: '/placements/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/placements/EditPlacementScreen.tsx'),
    'EditPlacementScreen',
  ),
})
const familiesScreen = createRoute({
  getParentRoute: () => root,
  path: '/families',
  validateSearch: registerSearch(familiesRegister),
  component: lazyRouteComponent(() => import('./features/placements/FamiliesScreen.tsx'), 'FamiliesScreen'),
})
const newFamilyScreen = createRoute({
  getParentRoute: () => root,
  path: '/families/new',
  component: lazyRouteComponent(() => import('./features/placements/NewFamilyScreen.tsx'), 'NewFamilyScreen'),
})
const familyScreen = createRoute({
  getParentRoute: () => root,
  path: '/families/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/placements/FamilyScreen.tsx'), 'FamilyScreen'),
})
const editFamilyScreen = createRoute({
  getParentRoute: () => root,
  path: '/families/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/placements/EditFamilyScreen.tsx'),
    'EditFamilyScreen',
  ),
})
const needsScreen = createRoute({
  getParentRoute: () => root,
  path: '/needs',
  validateSearch: registerSearch(needsRegister),
  component: lazyRouteComponent(() => import('./features/placements/NeedsScreen.tsx'), 'NeedsScreen'),
})
const newNeedScreen = createRoute({
  getParentRoute: () => root,
  path: '/needs/new',
  validateSearch: z.object({ family: optionalId, unit: optionalId }),
  component: lazyRouteComponent(() => import('./features/placements/NewNeedScreen.tsx'), 'NewNeedScreen'),
})
const needScreen = createRoute({
  getParentRoute: () => root,
  path: '/needs/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/placements/NeedScreen.tsx'), 'NeedScreen'),
})
const editNeedScreen = createRoute({
  getParentRoute: () => root,
  path: '/needs/$id/edit',
  params: id,
  component: lazyRouteComponent(() => import('./features/placements/EditNeedScreen.tsx'), 'EditNeedScreen'),
})

export const placementRoutes = [
  placementsScreen,
  newPlacementScreen,
  monitoringScreen,
  rhythmScreen,
  weekScreen,
  placementScreen,
  editPlacementScreen,
  familiesScreen,
  newFamilyScreen,
  familyScreen,
  editFamilyScreen,
  needsScreen,
  newNeedScreen,
  needScreen,
  editNeedScreen,
]
