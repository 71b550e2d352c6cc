import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { MergeLine } from '#shared/kit/register/merging.ts'
import { EmptyState } from '../EmptyState.tsx'
import { Panel } from '../Panel.tsx'
import { type UndoMergeApi, useUndoMerge } from './useUndoMerge.ts'

interface MergeListProps {
  register: string
  api: UndoMergeApi & { list: (input: { limit: number }) => Promise<{ rows: MergeLine[] }> }
  link: (record: { id: number }, text: string) => ReactNode
}

/** The latest merges of a register, each of which can be undone. */
export function MergeList({ register, api, link }: MergeListProps) {
  const { t } = useTranslation()
  const undo = useUndoMerge(register, api)
  const { data } = useQuery({
    queryKey: [register, 'merging', 'list'],
    queryFn: () => api.list({ limit: 100 }),
  })
  if (!data) return null
  if (data.rows.length === 0)
    return <EmptyState title={t('duplicates.noMerges')} hint={t('duplicates.noMergesHint')} />
  return (
    <Panel>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data.rows.map((merge) => (
            <Table.Tr key={merge.id}>
              <Table.Td>
                {merge.undoneAt ? merge.keptTitle : link({ id: merge.keptId }, merge.keptTitle)}
                {' ← '}
                {merge.mergedTitle}
                <Text size="sm" c="dimmed">
                  {formatInstant(merge.mergedAt)}, {merge.userName}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                {merge.undoneAt ? (
                  <Text size="sm" c="dimmed">
                    {t('duplicates.undoneAt', { at: formatInstant(merge.undoneAt) })}
                  </Text>
                ) : (
                  <Button size="compact-sm" variant="default" onClick={() => undo.mutate(merge.id)}>
                    {t('duplicates.undo')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
