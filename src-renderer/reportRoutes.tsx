import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { reportBases, reportWays } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { id, optionalId, root } from './rootRoute.tsx'

const by = z.enum(reportWays).optional().catch(undefined)

/** LIST: address → screen, of reports; joined in `routes.tsx`. */
const volunteeringReportScreen = createRoute({
  getParentRoute: () => root,
  path: '/volunteering-report',
  validateSearch: z.object({
    year: z.int().min(1990).max(2100).optional().catch(undefined),
    basis: z.enum(reportBases).optional().catch(undefined),
    by,
    compared: z.int().min(1).max(mostCompared).optional().catch(undefined),
    unitId: optionalId,
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
  validateSearch: z.object({ by }),
  component: lazyRouteComponent(
    () => import('./features/volunteering-report/FrozenReportScreen.tsx'),
    'FrozenReportScreen',
  ),
})

export const reportRoutes = [volunteeringReportScreen, frozenReportsScreen, frozenReportScreen]
