import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { month, totalWays } from '#shared/features/hours/hours.contract.ts'
import { hoursRegister } from '#shared/features/hours/hours.register.ts'
import { requirementsRegister } from '#shared/features/requirements/requirements.register.ts'
import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  reportBases,
  reportShows,
  reportWays,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

const by = z.enum(reportWays).optional().catch(undefined)
const show = z.enum(reportShows).optional().catch(undefined)

/** LIST: address → screen, of the log of hours and of reports; joined in `routes.tsx`. */
const volunteeringReportScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteering-report',
  validateSearch: z.object({
    year: z.int().min(1990).max(2100).optional().catch(undefined),
    basis: z.enum(reportBases).optional().catch(undefined),
    by,
    compared: z.int().min(1).max(mostCompared).optional().catch(undefined),
    unitId: optionalId,
    show,
  }),
  component: lazyRouteComponent(
    () => import('./features/volunteering-report/VolunteeringReportScreen.tsx'),
    'VolunteeringReportScreen',
  ),
})
const frozenReportsScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteering-report/frozen',
  component: lazyRouteComponent(
    () => import('./features/volunteering-report/FrozenReportsScreen.tsx'),
    'FrozenReportsScreen',
  ),
})
const frozenReportScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteering-report/frozen/$id',
  params: id,
  validateSearch: z.object({ by, show }),
  component: lazyRouteComponent(
    () => import('./features/volunteering-report/FrozenReportScreen.tsx'),
    'FrozenReportScreen',
  ),
})

const requirementsScreen = createRoute({
  getParentRoute: () => root,
  path: '/requirements',
  validateSearch: registerSearch(requirementsRegister),
  component: lazyRouteComponent(
    () => import('./features/requirements/RequirementsScreen.tsx'),
    'RequirementsScreen',
  ),
})
const hoursScreen = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  validateSearch: z.object({
    month: month.optional().catch(undefined),
    unitId: optionalId,
    from: z.int().min(0).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/hours/MonthScreen.tsx'), 'MonthScreen'),
})
const hourEntriesScreen = createRoute({
  getParentRoute: () => root,
  path: '/hours/entries',
  validateSearch: registerSearch(hoursRegister),
  component: lazyRouteComponent(() => import('./features/hours/HoursScreen.tsx'), 'HoursScreen'),
})

const hoursTotalsScreen = createRoute({
  getParentRoute: () => root,
  path: '/hours/totals',
  validateSearch: z.object({
    from: month.optional().catch(undefined),
    to: month.optional().catch(undefined),
    by: z.enum(totalWays).optional().catch(undefined),
    unitId: optionalId,
  }),
  component: lazyRouteComponent(() => import('./features/hours/HoursTotalsScreen.tsx'), 'HoursTotalsScreen'),
})

export const reportRoutes = [
  hoursScreen,
  hoursTotalsScreen,
  hourEntriesScreen,
  requirementsScreen,
  volunteeringReportScreen,
  frozenReportsScreen,
  frozenReportScreen,
]
