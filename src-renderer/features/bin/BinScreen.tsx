import { Button, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BinLine } from '#shared/features/bin/bin.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SearchField } from '../../ui/SearchField.tsx'

/** What was removed, to be put back; an administrator removes for good what has lain its time. */
export function BinScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [search, setSearch] = useState('')
  const { data, error } = useQuery(
    orpc.bin.list.queryOptions({ input: { search }, placeholderData: keepPreviousData }),
  )
  const restore = useMutation({
    mutationFn: ({ id }: BinLine) => api.bin.restore({ id }),
    onSuccess: (_, { title }) => notifications.show({ message: t('bin.restored', { title }) }),
  })
  const empty = useMutation({ mutationFn: () => api.bin.empty() })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const due = data.filter(({ isDue }) => isDue).length
  const emptyDue = async () => {
    const isSure = await confirm({
      title: t('bin.emptyTitle'),
      text: t('bin.emptyText', { count: due }),
      action: t('bin.emptyDue'),
      isDanger: true,
    })
    if (isSure) empty.mutate()
  }

  return (
    <>
      <PageHeader
        title={t('bin.title')}
        actions={
          may('bin.empty') && (
            <Button variant="default" disabled={due === 0} loading={empty.isPending} onClick={emptyDue}>
              {t('bin.emptyDue')}
            </Button>
          )
        }
      />
      <div style={{ margin: '12px 0' }}>
        <SearchField value={search} onChange={setSearch} />
      </div>
      <Panel>
        {data.length === 0 ? (
          <EmptyState
            title={t(search ? 'common.nothingFound' : 'bin.empty')}
            hint={t(search ? 'common.nothingFoundHint' : 'bin.emptyHint')}
          />
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('bin.fields.title')}</Table.Th>
                <Table.Th>{t('bin.fields.kind')}</Table.Th>
                <Table.Th>{t('bin.fields.removedAt')}</Table.Th>
                <Table.Th>{t('bin.fields.removedBy')}</Table.Th>
                <Table.Th>{t('bin.fields.dueOn')}</Table.Th>
                <Table.Th aria-label={t('bin.restore')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td fw={500}>{line.title}</Table.Td>
                  <Table.Td>{textOf({ key: `${line.kind}.title` })}</Table.Td>
                  <Table.Td>{formatInstant(line.removedAt)}</Table.Td>
                  <Table.Td>{line.removedBy}</Table.Td>
                  <Table.Td>{formatDay(line.dueOn)}</Table.Td>
                  <Table.Td>
                    <Button
                      variant="default"
                      size="compact-md"
                      loading={restore.isPending && restore.variables?.id === line.id}
                      onClick={() => restore.mutate(line)}
                    >
                      {t('bin.restore')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
    </>
  )
}
