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
    unit: optionalId,
    /** The record that the document is written from; see `origin` of its kind. */
    origin: optionalId,
    /** Volunteers that the document is to list. */
    people: z.array(z.int().positive()).optional().catch(undefined),
    draft: optionalId,
    corrects: optionalId,
  }),
  component: lazyRouteComponent(
    () => import('./features/documents/NewDocumentScreen.tsx'),
    'NewDocumentScreen',
  ),
})
const textBlocksScreen = createRoute({
  getParentRoute: () => root,
  path: '/text-blocks',
  component: lazyRouteComponent(
    () => import('./features/text-blocks/TextBlocksScreen.tsx'),
    'TextBlocksScreen',
  ),
})
const numbersScreen = createRoute({
  getParentRoute: () => root,
  path: '/documents/numbers',
  validateSearch: z.object({ kind: z.string().optional().catch(undefined), year: optionalId }),
  component: lazyRouteComponent(() => import('./features/documents/NumbersScreen.tsx'), 'NumbersScreen'),
})
const templatesScreen = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(() => import('./features/templates/TemplatesScreen.tsx'), 'TemplatesScreen'),
})
const templateScreen = createRoute({
  getParentRoute: () => root,
  path: '/templates/$code',
  component: lazyRouteComponent(() => import('./features/templates/TemplateScreen.tsx'), 'TemplateScreen'),
})
const templateEditorScreen = createRoute({
  getParentRoute: () => root,
  path: '/templates/$code/edit',
  validateSearch: z.object({ draft: optionalId, from: optionalId }),
  component: lazyRouteComponent(
    () => import('./features/templates/TemplateEditorScreen.tsx'),
    'TemplateEditorScreen',
  ),
})
const templateCompareScreen = createRoute({
  getParentRoute: () => root,
  path: '/templates/$code/compare',
  validateSearch: z.object({ before: optionalId, after: optionalId }),
  component: lazyRouteComponent(
    () => import('./features/templates/TemplateCompareScreen.tsx'),
    'TemplateCompareScreen',
  ),
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

/** LIST: address → screen, for documents, their templates, numbers and cases. */
export const documentRoutes = [
  documentsScreen,
  newDocumentScreen,
  numbersScreen,
  textBlocksScreen,
  documentScreen,
  templatesScreen,
  templateScreen,
  templateEditorScreen,
  templateCompareScreen,
  casesScreen,
  filePlanScreen,
  caseScreen,
  printQueueScreen,
] as const
