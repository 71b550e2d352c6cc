import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { casesRegister } from '#shared/features/cases/cases.register.ts'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { id, optionalId, root } from './rootRoute.tsx'
import { registerSearch } from './ui/register/registerSearch.ts'

const documentsScreen = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: registerSearch(documentsRegister),
  component: lazyRouteComponent(() => import('./features/documents/DocumentsScreen.tsx'), 'DocumentsScreen'),
})
const documentScreen = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/documents/DocumentScreen.tsx'), 'DocumentScreen'),
})
const newDocumentScreen = createRoute({
  getParentRoute: () => root,
  path: '/documents/new',
  validateSearch: z.object({
    kind: z.string().optional().catch(undefined),
    volunteer: optionalId,
    staff: optionalId,
    agreement: optionalId,
    draft: optionalId,
    corrects: optionalId,
  }),
  component: lazyRouteComponent(
    () => import('./features/documents/NewDocumentScreen.tsx'),
    'NewDocumentScreen',
  ),
})
const numbersScreen = createRoute({
  getParentRoute: () => root,
  path: '/documents/numbers',
  validateSearch: z.object({ kind: z.string().optional().catch(undefined), year: optionalId }),
  component: lazyRouteComponent(() => import('./features/documents/NumbersScreen.tsx'), 'NumbersScreen'),
})
const casesScreen = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: registerSearch(casesRegister),
  component: lazyRouteComponent(() => import('./features/cases/CasesScreen.tsx'), 'CasesScreen'),
})
const caseScreen = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  params: id,
  component: lazyRouteComponent(() => import('./features/cases/CaseScreen.tsx'), 'CaseScreen'),
})
const filePlanScreen = createRoute({
  getParentRoute: () => root,
  path: '/cases/plan',
  component: lazyRouteComponent(() => import('./features/cases/FilePlanScreen.tsx'), 'FilePlanScreen'),
})
const printQueueScreen = createRoute({
  getParentRoute: () => root,
  path: '/print-queue',
  component: lazyRouteComponent(
    () => import('./features/print-queue/PrintQueueScreen.tsx'),
    'PrintQueueScreen',
  ),
})

/** LIST: address → screen, for documents, their numbers and cases. */
export const documentRoutes = [
  documentsScreen,
  newDocumentScreen,
  numbersScreen,
  documentScreen,
  casesScreen,
  filePlanScreen,
  caseScreen,
  printQueueScreen,
] as const
