import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant, isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Who did what to a record and when, newest first, with each field before and after. */
export function HistoryPanel({ kind, recordId }: { kind: 'volunteers' | 'agreements'; recordId: number }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(orpc.history.list.queryOptions({ input: { kind, recordId } }))
  if (!data) return null
  if (data.length === 0) return <EmptyState title={t('history.empty')} />

  const shown = (value: unknown): string => {
    if (value === null || value === '' || value === undefined) return '–'
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (Array.isArray(value)) return value.join('; ')
    return typeof value === 'string' && isDay(value) ? formatDay(value) : String(value)
  }
  return (
    <Panel>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data.map((line) => {
            // Ids and names that only the program reads have no text and are left out.
            const changes = Object.entries(line.changes).filter(([field]) =>
              i18n.exists(`${kind}.fields.${field}`),
            )
            return (
              <Table.Tr key={line.id}>
                <Table.Td w={170} style={{ verticalAlign: 'top' }}>
                  {formatInstant(line.at)}
                </Table.Td>
                <Table.Td w={200} style={{ verticalAlign: 'top' }}>
                  {line.userName ?? t('history.system')}
                </Table.Td>
                <Table.Td>
                  <Text fw={500}>{textOf({ key: `${kind}.actions.${line.action}` })}</Text>
                  {line.action !== 'created' &&
                    changes.map(([field, [before, after]]) => (
                      <Text key={field} size="sm" c="dimmed">
                        {t('history.change', {
                          field: textOf({ key: `${kind}.fields.${field}` }),
                          before: shown(before),
                          after: shown(after),
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
