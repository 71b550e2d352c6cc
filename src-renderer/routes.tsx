import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { binRegister } from '#shared/features/bin/bin.register.ts'
import { historyRegister } from '#shared/features/history/history.register.ts'
import { importRegisters } from '#shared/features/imports/imports.contract.ts'
import { headcountWays } from '#shared/features/staff/staff.headcount.rules.ts'
import { staffRegister } from '#shared/features/staff/staff.register.ts'
import { unitsRegister } from '#shared/features/units/units.register.ts'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { day } from '#shared/kit/fields.ts'
import { agreementRoutes } from './agreementRoutes.tsx'
import { costRoutes } from './costRoutes.tsx'
import { documentRoutes } from './documentRoutes.tsx'
import { eventRoutes } from './eventRoutes.tsx'
import { FailedScreen } from './frame/FailedScreen.tsx'
import { mergedRegisterOf } from './frame/mergedRegisters.ts'
import { placementRoutes } from './placementRoutes.tsx'
import { reportRoutes } from './reportRoutes.tsx'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'
import { watchVisits } from './ui/visits.ts'

/** LIST: address → screen. Screens are loaded when they are opened. The menu is in `frame/menu.ts`. */
const startScreen = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/start-page/StartScreen.tsx'), 'StartScreen'),
})
const volunteersScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteers',
  validateSearch: registerSearch(volunteersRegister),
  component: lazyRouteComponent(
    () => import('./features/volunteers/VolunteersScreen.tsx'),
    'VolunteersScreen',
  ),
})
const newVolunteerScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteers/new',
  component: lazyRouteComponent(
    () => import('./features/volunteers/NewVolunteerScreen.tsx'),
    'NewVolunteerScreen',
  ),
})
const volunteerScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteers/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/volunteers/VolunteerScreen.tsx'), 'VolunteerScreen'),
})
const editVolunteerScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteers/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/volunteers/EditVolunteerScreen.tsx'),
    'EditVolunteerScreen',
  ),
})
const childProtectionScreen = createRoute({
  getParentRoute: () => root,
  path: '/child-protection',
  component: lazyRouteComponent(
    () => import('./features/child-protection/ChildProtectionScreen.tsx'),
    'ChildProtectionScreen',
  ),
})
const mergedRegister = {
  parse: ({ register }: { register: string }) => ({ register: mergedRegisterOf(register) }),
}
const duplicatesScreen = createRoute({
  getParentRoute: () => root,
  path: '/duplicates/$register',
  params: mergedRegister,
  component: lazyRouteComponent(() => import('./frame/DuplicatesScreen.tsx'), 'DuplicatesScreen'),
})
const mergeScreen = createRoute({
  getParentRoute: () => root,
  path: '/merge/$register',
  params: mergedRegister,
  validateSearch: z.object({ first: optionalId, second: optionalId }),
  component: lazyRouteComponent(() => import('./frame/MergeScreen.tsx'), 'MergeScreen'),
})
const importRegister = ({ register }: { register: string }) => ({
  register: importRegisters.find((name) => name === register) ?? ('volunteers' as const),
})
const importsScreen = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./features/imports/ImportsScreen.tsx'), 'ImportsScreen'),
})
const importScreen = createRoute({
  getParentRoute: () => root,
  path: '/imports/$register',
  params: { parse: importRegister },
  component: lazyRouteComponent(() => import('./features/imports/ImportScreen.tsx'), 'ImportScreen'),
})
const importedScreen = createRoute({
  getParentRoute: () => root,
  path: '/imports/$register/$id',
  params: {
    parse: ({ register, id }) => ({ ...importRegister({ register }), id: Number(id) }),
    stringify: ({ register, id }) => ({ register, id: String(id) }),
  },
  component: lazyRouteComponent(() => import('./features/imports/ImportedScreen.tsx'), 'ImportedScreen'),
})
const unitsScreen = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: registerSearch(unitsRegister).extend({
    tab: z.enum(['tree', 'chart', 'list']).optional().catch(undefined),
    on: day.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/units/UnitsScreen.tsx'), 'UnitsScreen'),
})
const newUnitScreen = createRoute({
  getParentRoute: () => root,
  path: '/units/new',
  validateSearch: z.object({ parent: optionalId }),
  component: lazyRouteComponent(() => import('./features/units/NewUnitScreen.tsx'), 'NewUnitScreen'),
})
const unitScreen = createRoute({
  getParentRoute: () => root,
  path: '/units/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/units/UnitScreen.tsx'), 'UnitScreen'),
})
const editUnitScreen = createRoute({
  getParentRoute: () => root,
  path: '/units/$id/edit',
  params: id,
  validateSearch: z.object({ from: z.literal(true).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./features/units/EditUnitScreen.tsx'), 'EditUnitScreen'),
})
const staffScreen = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: registerSearch(staffRegister),
  component: lazyRouteComponent(() => import('./features/staff/StaffScreen.tsx'), 'StaffScreen'),
})
const headcountScreen = createRoute({
  getParentRoute: () => root,
  path: '/staff/headcount',
  validateSearch: z.object({
    day: day.optional().catch(undefined),
    by: z.enum(headcountWays).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/staff/HeadcountScreen.tsx'), 'HeadcountScreen'),
})
const newStaffMemberScreen = createRoute({
  getParentRoute: () => root,
  path: '/staff/new',
  component: lazyRouteComponent(
    () => import('./features/staff/NewStaffMemberScreen.tsx'),
    'NewStaffMemberScreen',
  ),
})
const staffMemberScreen = createRoute({
  getParentRoute: () => root,
  path: '/staff/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/staff/StaffMemberScreen.tsx'), 'StaffMemberScreen'),
})
const editStaffMemberScreen = createRoute({
  getParentRoute: () => root,
  path: '/staff/$id/edit',
  params: id,
  component: lazyRouteComponent(
    () => import('./features/staff/EditStaffMemberScreen.tsx'),
    'EditStaffMemberScreen',
  ),
})
const positionsScreen = createRoute({
  getParentRoute: () => root,
  path: '/positions',
  component: lazyRouteComponent(() => import('./features/positions/PositionsScreen.tsx'), 'PositionsScreen'),
})
const historyScreen = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: registerSearch(historyRegister),
  component: lazyRouteComponent(() => import('./features/history/HistoryScreen.tsx'), 'HistoryScreen'),
})
const binScreen = createRoute({
  getParentRoute: () => root,
  path: '/bin',
  validateSearch: registerSearch(binRegister),
  component: lazyRouteComponent(() => import('./features/bin/BinScreen.tsx'), 'BinScreen'),
})
const accountsScreen = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./features/accounts/AccountsScreen.tsx'), 'AccountsScreen'),
})
const settingsScreen = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: z.object({
    tab: z
      .enum([
        'centre',
        'letterheads',
        'signatories',
        'clauses',
        'kinds',
        'requirements',
        'program',
        'backups',
      ])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/settings/SettingsScreen.tsx'), 'SettingsScreen'),
})

const tree = root.addChildren([
  startScreen,
  volunteersScreen,
  duplicatesScreen,
  mergeScreen,
  newVolunteerScreen,
  volunteerScreen,
  editVolunteerScreen,
  childProtectionScreen,
  importsScreen,
  importScreen,
  importedScreen,
  ...eventRoutes,
  ...placementRoutes,
  ...costRoutes,
  ...agreementRoutes,
  ...reportRoutes,
  ...documentRoutes,
  unitsScreen,
  newUnitScreen,
  unitScreen,
  editUnitScreen,
  staffScreen,
  headcountScreen,
  newStaffMemberScreen,
  staffMemberScreen,
  editStaffMemberScreen,
  positionsScreen,
  historyScreen,
  binScreen,
  accountsScreen,
  settingsScreen,
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: false,
  defaultPendingMs: 200,
  defaultErrorComponent: FailedScreen,
})

watchVisits(router.history)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
