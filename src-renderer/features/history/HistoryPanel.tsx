import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shownChanges, wordsFor } from '#shared/features/history/history.rules.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { shownText, textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Who did what to a record and when, newest first, with each field before and after. */
export function HistoryPanel({
  kind,
  recordId,
}: {
  kind: 'volunteers' | 'agreements' | 'units' | 'staff'
  recordId: number
}) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.history.list.queryOptions({ input: { kind, recordId } }))
  if (!data) return null
  if (data.length === 0) return <EmptyState title={t('history.empty')} />

  return (
    <Panel>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data.map((line) => {
            const { section, verb } = wordsFor(kind, line.action)
            return (
              <Table.Tr key={line.id}>
                <Table.Td w={170} style={{ verticalAlign: 'top' }}>
                  {formatInstant(line.at)}
                </Table.Td>
                <Table.Td w={200} style={{ verticalAlign: 'top' }}>
                  {line.userName ?? t('history.system')}
                </Table.Td>
                <Table.Td>
                  <Text fw={500}>{textOf({ key: `${section}.actions.${verb}` })}</Text>
                  {line.action !== 'created' &&
                    shownChanges(section, line.changes).map(({ label, before, after }) => (
                      <Text key={label} size="sm" c="dimmed">
                        {t('history.change', {
                          field: textOf({ key: label }),
                          before: shownText(before),
                          after: shownText(after),
                        })}
                      </Text>
                    ))}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
