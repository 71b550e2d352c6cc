import {
  IconCalendarEvent,
  IconCalendarStats,
  IconChartBar,
  IconChecklist,
  IconClockHour4,
  IconCoins,
  IconFileImport,
  IconFileText,
  IconFolders,
  IconHeartHandshake,
  IconHistory,
  IconHome,
  IconHomeHeart,
  IconId,
  IconMapPin,
  IconPrinter,
  IconSettings,
  IconShieldCheck,
  IconSitemap,
  IconTrash,
  IconUserCog,
  IconUserSearch,
  IconUsers,
  IconVocabulary,
} from '@tabler/icons-react'
import { importPermissions, importRegisters } from '#shared/features/imports/imports.contract.ts'
import type { Permission } from '#shared/kit/procedure.ts'

type TablerIcon = typeof IconHome

/** Pages that ask for more than the entry of the menu above them. */
const writingPages: [RegExp, Permission][] = [
  [/^\/volunteers\/(new|duplicates|merge|\d+\/edit)$/, 'volunteers.write'],
  [/^\/agreements\/(new|duplicates|merge|\d+\/edit)$/, 'agreements.write'],
  [/^\/events\/(new|\d+\/edit)$/, 'events.write'],
  [/^\/placements\/(new|\d+\/edit)$/, 'placements.write'],
  [/^\/needs\/(new|\d+\/edit)$/, 'placements.write'],
  [/^\/families\/(new|\d+\/edit)$/, 'families.write'],
  [/^\/documents\/(new|numbers)$/, 'documents.write'],
  [/^\/cost-settlements\/(new|\d+\/edit)$/, 'costSettlements.write'],
  [/^\/units\/(new|duplicates|merge|\d+\/edit)$/, 'units.write'],
  [/^\/staff\/(new|duplicates|merge|\d+\/edit)$/, 'staff.write'],
  ...importRegisters.map((register): [RegExp, Permission] => [
    new RegExp(`^/imports/${register}$`),
    importPermissions[register],
  ]),
  [/^\/imports(\/|$)/, 'imports.run'],
]

/** Where a page stands: finding repetitions and merging are pages of their register. */
function placeOf(pathname: string): string {
  return pathname.replace(/^\/(duplicates|merge)\/([\w-]+)$/, '/$2/$1')
}

/** What somebody must be allowed to do to open a page; undefined where everybody may. */
export function permissionOfPage(address: string): Permission | undefined {
  const pathname = placeOf(address)
  const writing = writingPages.find(([path]) => path.test(pathname))
  if (writing) return writing[1]
  const entries = menu.flatMap(({ entries }) => entries).filter(({ to }) => to !== '/')
  return entries.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.permission
}

/** Does a page belong to an entry of the menu? It belongs to the one whose address has most of the page's. */
export function isPageOf(to: string, page: string): boolean {
  const pathname = placeOf(page)
  const holds = (address: string) =>
    address === '/' ? pathname === '/' : pathname === address || pathname.startsWith(`${address}/`)
  const others = menu.flatMap(({ entries }) => entries).filter((entry) => entry.to.length > to.length)
  return holds(to) && !others.some((entry) => holds(entry.to))
}

/** LIST: what stands in the menu, by group; an entry shows for those who may use it. */
export const menu: {
  group: 'start' | 'volunteering' | 'staff' | 'documents' | 'centre'
  entries: {
    to:
      | '/'
      | '/volunteers'
      | '/agreements'
      | '/placements'
      | '/needs'
      | '/families'
      | '/hours'
      | '/events'
      | '/requirements'
      | '/cost-settlements'
      | '/volunteering-report'
      | '/child-protection'
      | '/staff'
      | '/staff/headcount'
      | '/documents'
      | '/cases'
      | '/print-queue'
      | '/imports'
      | '/history'
      | '/units'
      | '/positions'
      | '/bin'
      | '/accounts'
      | '/settings'
    text:
      | 'startPage.title'
      | 'volunteers.title'
      | 'agreements.title'
      | 'placements.title'
      | 'needs.title'
      | 'families.title'
      | 'hours.title'
      | 'events.title'
      | 'requirements.listTitle'
      | 'costSettlements.title'
      | 'volunteeringReport.title'
      | 'childProtection.title'
      | 'staff.title'
      | 'staff.headcount.title'
      | 'documents.title'
      | 'cases.title'
      | 'printQueue.title'
      | 'imports.history'
      | 'history.title'
      | 'units.title'
      | 'positions.title'
      | 'bin.title'
      | 'accounts.title'
      | 'settings.title'
    icon: TablerIcon
    permission?: Permission
    /** The entry among whose pages this one stands: it is found and opened there, and not in the menu. */
    within?: '/placements'
  }[]
}[] = [
  { group: 'start', entries: [{ to: '/', text: 'startPage.title', icon: IconHome }] },
  {
    group: 'volunteering',
    entries: [
      { to: '/volunteers', text: 'volunteers.title', icon: IconUsers, permission: 'volunteers.read' },
      {
        to: '/agreements',
        text: 'agreements.title',
        icon: IconHeartHandshake,
        permission: 'agreements.read',
      },
      { to: '/placements', text: 'placements.title', icon: IconMapPin, permission: 'placements.read' },
      {
        to: '/needs',
        text: 'needs.title',
        icon: IconUserSearch,
        permission: 'placements.read',
        within: '/placements',
      },
      {
        to: '/families',
        text: 'families.title',
        icon: IconHomeHeart,
        permission: 'families.read',
        within: '/placements',
      },
      { to: '/hours', text: 'hours.title', icon: IconClockHour4, permission: 'hours.read' },
      { to: '/events', text: 'events.title', icon: IconCalendarEvent, permission: 'events.read' },
      {
        to: '/child-protection',
        text: 'childProtection.title',
        icon: IconShieldCheck,
        permission: 'childProtection.log',
      },
      {
        to: '/requirements',
        text: 'requirements.listTitle',
        icon: IconChecklist,
        permission: 'requirements.read',
      },
      {
        to: '/cost-settlements',
        text: 'costSettlements.title',
        icon: IconCoins,
        permission: 'costSettlements.read',
      },
      {
        to: '/volunteering-report',
        text: 'volunteeringReport.title',
        icon: IconCalendarStats,
        permission: 'agreements.read',
      },
    ],
  },
  {
    group: 'staff',
    entries: [
      { to: '/staff', text: 'staff.title', icon: IconId, permission: 'staff.read' },
      {
        to: '/staff/headcount',
        text: 'staff.headcount.title',
        icon: IconChartBar,
        permission: 'staff.read',
      },
    ],
  },
  {
    group: 'documents',
    entries: [
      { to: '/documents', text: 'documents.title', icon: IconFileText, permission: 'documents.read' },
      { to: '/print-queue', text: 'printQueue.title', icon: IconPrinter, permission: 'documents.print' },
      { to: '/cases', text: 'cases.title', icon: IconFolders, permission: 'cases.read' },
    ],
  },
  {
    group: 'centre',
    entries: [
      { to: '/units', text: 'units.title', icon: IconSitemap, permission: 'units.read' },
      { to: '/imports', text: 'imports.history', icon: IconFileImport, permission: 'imports.run' },
      { to: '/positions', text: 'positions.title', icon: IconVocabulary, permission: 'positions.read' },
      { to: '/history', text: 'history.title', icon: IconHistory, permission: 'history.read' },
      { to: '/bin', text: 'bin.title', icon: IconTrash, permission: 'bin.read' },
      { to: '/accounts', text: 'accounts.title', icon: IconUserCog, permission: 'accounts.manage' },
      { to: '/settings', text: 'settings.title', icon: IconSettings, permission: 'settings.read' },
    ],
  },
]
