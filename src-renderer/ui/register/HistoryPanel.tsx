import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { wordsFor } from '#shared/kit/register/changes.ts'
import type { HistoryLine } from '#shared/kit/register/history.ts'
import { EmptyState } from '../EmptyState.tsx'
import { LoadingFailure } from '../LoadingFailure.tsx'
import { Panel } from '../Panel.tsx'
import { actionText } from './actionText.ts'
import { ChangeList } from './ChangeList.tsx'

/** The procedure of a register that tells the history of a record. */
export interface HistoryApi {
  history: (of: { recordId: number }) => Promise<HistoryLine[]>
}

interface HistoryPanelProps {
  /** The register's name. */
  kind: string
  api: HistoryApi
  recordId: number
}

/** Who did what to a record and when, newest first, with each field before and after. */
export function HistoryPanel({ kind, api, recordId }: HistoryPanelProps) {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: [kind, 'history', recordId],
    queryFn: () => api.history({ recordId }),
  })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  if (data.length === 0) return <EmptyState title={t('history.empty')} />

  return (
    <Panel>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td w={170} style={{ verticalAlign: 'top' }}>
                {formatInstant(line.at)}
              </Table.Td>
              <Table.Td w={200} style={{ verticalAlign: 'top' }}>
                {line.userName ?? t('history.system')}
              </Table.Td>
              <Table.Td>
                <Text fw={500}>{actionText(kind, line.action)}</Text>
                {line.action !== 'created' && (
                  <ChangeList section={wordsFor(kind, line.action).section} changes={line.changes} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
