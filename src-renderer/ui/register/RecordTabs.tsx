import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import classes from './attachments/AttachmentsPanel.module.css'
import { AttachmentsPanel } from './attachments/AttachmentsPanel.tsx'
import type { AttachmentsApi } from './attachments/attachmentsApi.ts'
import { useDropAnywhere } from './attachments/useDropAnywhere.ts'
import { useUploads } from './attachments/useUploads.ts'
import { type HistoryApi, HistoryPanel } from './HistoryPanel.tsx'
import { type NotesApi, NotesPanel } from './NotesPanel.tsx'
import layout from './RecordTabs.module.css'
import { RemovedHere } from './RemovedHere.tsx'

/** A tab that a record has of its own. */
export interface RecordTab {
  key: string
  title: string
  content: ReactNode
}

interface RecordTabsProps {
  register: Register
  /** The procedures of the register: `api.<feature>`. */
  api: { notes: NotesApi; attachments: AttachmentsApi } & HistoryApi
  recordId: number
  /** May the signed-in person do this? */
  may: (permission: Permission) => boolean
  /** What the record has of its own; the first one is open at first. */
  tabs: RecordTab[]
  /** What is always in sight, beside whichever tab is open. */
  side?: ReactNode
}

/** What there is about a record: its own tabs, and those that the record of every register has. */
export function RecordTabs({ register, api, recordId, may, tabs, side }: RecordTabsProps) {
  const { t } = useTranslation()
  const tabsId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: notes } = useQuery({
    queryKey: [register.name, 'notes', recordId],
    queryFn: () => api.notes.list({ recordId }),
  })
  const mayWrite = may(register.write)
  const mayReadHistory = may('history.read')
  const mayOpenFiles = may(register.openFiles ?? register.read)
  const { data: attachments } = useQuery({
    queryKey: [register.name, 'attachments', recordId],
    queryFn: () => api.attachments.list({ recordId }),
    enabled: mayOpenFiles,
  })
  const sending = useUploads(api.attachments, recordId)
  const isOver = useDropAnywhere(mayWrite && mayOpenFiles, (files, isPasted) => {
    setChosen('attachments')
    sending.add(isPasted ? files.map((file) => named(file, t('attachments.pasted', { at: stamp() }))) : files)
  })
  const keys = [
    ...tabs.map(({ key }) => key),
    'notes',
    ...(mayOpenFiles ? ['attachments'] : []),
    ...(mayReadHistory ? ['history'] : []),
  ]
  const open = chosen && keys.includes(chosen) ? chosen : (keys[0] ?? null)
  return (
    <Tabs
      id={tabsId}
      value={open}
      onChange={setChosen}
      mt="md"
      keepMounted={false}
      // Eleven of them stand on one line of a window of 1366 px.
      styles={{ tab: { paddingInline: 8 } }}
    >
      <Tabs.List mb="md">
        {tabs.map(({ key, title }) => (
          <Tabs.Tab key={key} value={key}>
            {title}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="notes">{titleWithCount(t('notes.title'), notes)}</Tabs.Tab>
        {mayOpenFiles && (
          <Tabs.Tab value="attachments">{titleWithCount(t('attachments.title'), attachments)}</Tabs.Tab>
        )}
        {mayReadHistory && <Tabs.Tab value="history">{t('common.history')}</Tabs.Tab>}
      </Tabs.List>
      <div className={side ? layout.withSide : undefined}>
        <div className={layout.main}>
          {tabs.map(({ key, content }) => (
            <Tabs.Panel key={key} value={key}>
              {content}
            </Tabs.Panel>
          ))}
          {/* No panel of the library: its effects would rest while it is hidden, and with them the guard of what is written. */}
          <div
            role="tabpanel"
            id={`${tabsId}-panel-notes`}
            aria-labelledby={`${tabsId}-tab-notes`}
            hidden={open !== 'notes'}
          >
            <NotesPanel
              key={recordId}
              api={api.notes}
              recordId={recordId}
              notes={notes}
              mayWrite={mayWrite}
              removed={
                mayWrite && (
                  <RemovedHere
                    queryKey={[register.name, 'notes', 'removed', recordId]}
                    load={() => api.notes.removed({ recordId })}
                    restore={api.notes.restore}
                    title={(count) => t('notes.removedCount', { count })}
                    describe={({ text }) => text}
                  />
                )
              }
            />
          </div>
          {mayOpenFiles && (
            <Tabs.Panel value="attachments">
              <AttachmentsPanel
                api={api.attachments}
                attachments={attachments}
                sending={sending}
                mayWrite={mayWrite}
                removed={
                  mayWrite && (
                    <RemovedHere
                      queryKey={[register.name, 'attachments', 'removed', recordId]}
                      load={() => api.attachments.removed({ recordId })}
                      restore={api.attachments.restore}
                      title={(count) => t('attachments.removedCount', { count })}
                      describe={({ fileName, description }) =>
                        [fileName, description].filter(Boolean).join(' – ')
                      }
                    />
                  )
                }
              />
            </Tabs.Panel>
          )}
          {isOver && <div className={classes.dropping}>{t('attachments.drop')}</div>}
          <Tabs.Panel value="history">
            <HistoryPanel kind={register.name} api={api} recordId={recordId} />
          </Tabs.Panel>
        </div>
        {side && <aside className={layout.side}>{side}</aside>}
      </div>
    </Tabs>
  )
}

function titleWithCount(title: string, items: unknown[] | undefined): string {
  return items && items.length > 0 ? `${title} (${items.length})` : title
}

/** Now, as it can stand in the name of a file. */
function stamp(): string {
  return formatInstant(new Date().toISOString()).replaceAll(':', '.').replace(',', '')
}

function named(file: File, name: string): File {
  return new File([file], `${name}.${file.type === 'image/jpeg' ? 'jpg' : 'png'}`, { type: file.type })
}
