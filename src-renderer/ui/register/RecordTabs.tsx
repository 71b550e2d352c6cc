import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import { type NotesApi, NotesPanel } from './NotesPanel.tsx'

/** A tab that a record has of its own. */
export interface RecordTab {
  key: string
  title: string
  content: ReactNode
}

interface RecordTabsProps {
  register: Register
  /** The procedures of the register: `api.<feature>`. */
  api: { notes: NotesApi }
  recordId: number
  /** May the signed-in person do this? */
  may: (permission: Permission) => boolean
  /** What the record has of its own; the first one is open at first. */
  tabs: RecordTab[]
  /** The history of the record, for those who may read it. */
  history: ReactNode
}

/** What there is about a record: its own tabs, and those that the record of every register has. */
export function RecordTabs({ register, api, recordId, may, tabs, history }: RecordTabsProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: notes } = useQuery({
    queryKey: [register.name, 'notes', recordId],
    queryFn: () => api.notes.list({ recordId }),
  })
  const mayWrite = may(register.write)
  const keys = [...tabs.map(({ key }) => key), 'notes', ...(history ? ['history'] : [])]
  const open = chosen && keys.includes(chosen) ? chosen : (keys[0] ?? null)
  return (
    <Tabs value={open} onChange={setChosen} mt="md" keepMounted={false}>
      <Tabs.List mb="md">
        {tabs.map(({ key, title }) => (
          <Tabs.Tab key={key} value={key}>
            {title}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="notes">{titleWithCount(t('notes.title'), notes)}</Tabs.Tab>
        {history && <Tabs.Tab value="history">{t('common.history')}</Tabs.Tab>}
      </Tabs.List>
      {tabs.map(({ key, content }) => (
        <Tabs.Panel key={key} value={key}>
          {content}
        </Tabs.Panel>
      ))}
      {/* Kept mounted, so that a note that is being written survives a look at another tab. */}
      <Tabs.Panel value="notes" keepMounted>
        <NotesPanel key={recordId} api={api.notes} recordId={recordId} notes={notes} mayWrite={mayWrite} />
      </Tabs.Panel>
      {history && <Tabs.Panel value="history">{history}</Tabs.Panel>}
    </Tabs>
  )
}

function titleWithCount(title: string, items: unknown[] | undefined): string {
  return items && items.length > 0 ? `${title} (${items.length})` : title
}
