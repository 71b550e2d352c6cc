import { Button, Table, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { shell } from '../shell/shell.ts'
import { EmptyState } from './EmptyState.tsx'
import { FormDrawer } from './FormDrawer.tsx'
import { LoadingFailure } from './LoadingFailure.tsx'
import { PageHeader } from './PageHeader.tsx'
import { Panel } from './Panel.tsx'
import { ShortcutTooltip } from './ShortcutTooltip.tsx'
import { useShortcuts } from './useShortcuts.ts'

interface DictionaryScreenProps<Row extends { id: number }> {
  texts: {
    title: string
    /** Of the table, where it says more than the title of the page. */
    table?: string
    /** What the records are for. */
    intro?: string
    create: string
    edit: string
    empty: string
    emptyHint: string
  }
  aside?: ReactNode
  /** The records, once they were read. */
  rows: Row[] | undefined
  error: unknown
  mayCreate: boolean
  /** Leads to the list that the records serve (Esc). */
  onBack?: () => void
  /** The titles of the columns. */
  head: ReactNode
  /** The cells of a record; the first one opens it. */
  cells: (row: Row, open: () => void) => ReactNode
  /** The form in the drawer: of a record, or of a new one (undefined). */
  form: (row: Row | undefined, close: () => void) => ReactNode
}

/** Records so few that one table holds them all; each is written and changed in a drawer beside it. */
export function DictionaryScreen<Row extends { id: number }>({
  texts,
  aside,
  rows,
  error,
  mayCreate,
  onBack,
  head,
  cells,
  form,
}: DictionaryScreenProps<Row>) {
  const [open, setOpen] = useState<Row | 'new'>()
  const create = mayCreate ? () => setOpen('new') : undefined
  const close = () => setOpen(undefined)
  useShortcuts({ create, back: open === undefined ? onBack : undefined })
  if (error && !rows) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader
        title={texts.title}
        aside={aside}
        actions={
          create && (
            <ShortcutTooltip keys={shell.newRecordKeys}>
              <Button onClick={create}>{texts.create}</Button>
            </ShortcutTooltip>
          )
        }
      />
      <div style={{ marginTop: 16 }}>
        <Panel {...(texts.table && { title: texts.table })}>
          {texts.intro && (
            <Text c="dimmed" mb="sm" maw={720}>
              {texts.intro}
            </Text>
          )}
          {rows?.length === 0 ? (
            <EmptyState title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>{head}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows?.map((row) => (
                  <Table.Tr key={row.id}>{cells(row, () => setOpen(row))}</Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={open === 'new' ? texts.create : texts.edit}
        isOpen={open !== undefined}
        onClose={close}
      >
        {form(open === 'new' ? undefined : open, close)}
      </FormDrawer>
    </>
  )
}
