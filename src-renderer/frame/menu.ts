import {
  IconBuildingCommunity,
  IconFileImport,
  IconFileText,
  IconHeartHandshake,
  IconHome,
  IconSettings,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react'
import type { Permission } from '#shared/kit/procedure.ts'

type TablerIcon = typeof IconHome

/** Pages that ask for more than the entry of the menu above them. */
const writingPages: [RegExp, Permission][] = [
  [/^\/volunteers\/(new|duplicates|merge|\d+\/edit)$/, 'volunteers.write'],
  [/^\/agreements\/(new|\d+\/edit)$/, 'agreements.write'],
  [/^\/units\/(new|\d+\/edit)$/, 'units.write'],
  [/^\/imports(\/|$)/, 'imports.run'],
]

/** What somebody must be allowed to do to open a page; undefined where everybody may. */
export function permissionOfPage(pathname: string): Permission | undefined {
  const writing = writingPages.find(([path]) => path.test(pathname))
  if (writing) return writing[1]
  const entries = menu.flatMap(({ entries }) => entries).filter(({ to }) => to !== '/')
  return entries.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.permission
}

/** LIST: what stands in the menu, by group; an entry shows for those who may use it. */
export const menu: {
  group: 'start' | 'volunteering' | 'documents' | 'centre'
  entries: {
    to: '/' | '/volunteers' | '/agreements' | '/documents' | '/imports' | '/units' | '/accounts' | '/settings'
    text:
      | 'startPage.title'
      | 'volunteers.title'
      | 'agreements.title'
      | 'documents.title'
      | 'imports.history'
      | 'units.title'
      | 'accounts.title'
      | 'settings.title'
    icon: TablerIcon
    permission?: Permission
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
    ],
  },
  {
    group: 'documents',
    entries: [
      { to: '/documents', text: 'documents.title', icon: IconFileText, permission: 'documents.read' },
    ],
  },
  {
    group: 'centre',
    entries: [
      { to: '/units', text: 'units.title', icon: IconSitemap, permission: 'units.read' },
      { to: '/imports', text: 'imports.history', icon: IconFileImport, permission: 'imports.run' },
      { to: '/accounts', text: 'accounts.title', icon: IconBuildingCommunity, permission: 'accounts.manage' },
      { to: '/settings', text: 'settings.title', icon: IconSettings, permission: 'settings.read' },
    ],
  },
]
