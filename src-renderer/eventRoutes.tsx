import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { eventsRegister } from '#shared/features/events/events.register.ts'
import { id, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

const eventsScreen = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: registerSearch(eventsRegister),
  component: lazyRouteComponent(() => import('./features/events/EventsScreen.tsx'), 'EventsScreen'),
})
const groupsScreen = createRoute({
  getParentRoute: () => root,
  path: '/events/groups',
  component: lazyRouteComponent(() => import('./features/events/GroupsScreen.tsx'), 'GroupsScreen'),
})
const newEventScreen = createRoute({
  getParentRoute: () => root,
  path: '/events/new',
  component: lazyRouteComponent(() => import('./features/events/NewEventScreen.tsx'), 'NewEventScreen'),
})
const eventScreen = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/events/EventScreen.tsx'), 'EventScreen'),
})
const editEventScreen = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/edit',
  params: id,
  component: lazyRouteComponent(() => import('./features/events/EditEventScreen.tsx'), 'EditEventScreen'),
})

/** LIST: address → screen, of events and groups; joined in `routes.tsx`. */
export const eventRoutes = [eventsScreen, groupsScreen, newEventScreen, eventScreen, editEventScreen] as const
