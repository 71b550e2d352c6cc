import { Button, Group, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linesOfLog } from '#shared/features/child-protection/child-protection.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Who opened or changed whose checks, the last first; it has no results. */
export function LogPanel() {
  const { t } = useTranslation()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    orpc.childProtection.log.infiniteOptions({
      input: (before: number | null) => ({ before }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length === linesOfLog ? (last.at(-1)?.id ?? null) : null),
    }),
  )
  const lines = data?.pages.flat()
  if (!lines) return null
  return (
    <Panel title={t('childProtection.log.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('childProtection.log.hint')}
      </Text>
      {lines.length === 0 ? (
        <EmptyState title={t('childProtection.log.empty')} />
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('childProtection.log.at')}</Table.Th>
                <Table.Th>{t('childProtection.log.who')}</Table.Th>
                <Table.Th>{t('childProtection.log.what')}</Table.Th>
                <Table.Th>{t('childProtection.log.whose')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ id, at, userName, action, volunteerId, volunteerName }) => (
                <Table.Tr key={id}>
                  <Table.Td>{formatInstant(at)}</Table.Td>
                  <Table.Td>{userName}</Table.Td>
                  <Table.Td>{textOf({ key: `childProtection.actions.${action}` })}</Table.Td>
                  <Table.Td>
                    {volunteerId !== null &&
                      (volunteerName ? (
                        <Link to="/volunteers/$id" params={{ id: volunteerId }}>
                          {volunteerName}
                        </Link>
                      ) : (
                        <Text c="dimmed">{t('childProtection.log.gone')}</Text>
                      ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && (
        <Group justify="center" mt="sm">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('childProtection.log.more')}
          </Button>
        </Group>
      )}
    </Panel>
  )
}
