import { Group } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DocumentRow } from '#shared/features/documents/documents.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { type RegisterColumn, RegisterTable } from '../../ui/RegisterTable.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useRegister } from '../../ui/useRegister.ts'

const route = getRouteApi('/documents')

/** The register of issued documents, newest first. */
export function DocumentsScreen() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const direction = search.direction ?? ('descending' as const)
  const { rows, total, isLoading, onMore } = useRegister(
    'documents',
    { search: search.q ?? '', direction },
    api.documents.list,
    ({ search: typed }) => api.documents.count({ search: typed }),
  )
  const columns: RegisterColumn<DocumentRow>[] = [
    {
      key: 'title',
      title: t('documents.fields.title'),
      cell: (row) => <strong style={{ fontWeight: 500 }}>{row.title}</strong>,
    },
    { key: 'person', title: t('documents.fields.personName'), cell: (row) => row.personName },
    {
      key: 'day',
      title: t('documents.fields.issuedOn'),
      cell: (row) => formatDay(row.issuedOn),
      minWindow: 900,
    },
    {
      key: 'at',
      title: t('documents.fields.issuedAt'),
      sort: 'issued',
      cell: (row) => formatInstant(row.issuedAt),
    },
    { key: 'by', title: t('documents.fields.issuedBy'), cell: (row) => row.issuedByName, minWindow: 1000 },
  ]
  return (
    <>
      <PageHeader
        title={t('documents.title')}
        aside={total === undefined ? undefined : t('documents.count', { count: total })}
      />
      <Group my="sm">
        <SearchField
          value={search.q ?? ''}
          onChange={(q) => navigate({ search: { ...search, q: q || undefined }, replace: true })}
        />
      </Group>
      <RegisterTable
        label={t('documents.title')}
        columns={columns}
        rows={rows}
        total={total}
        rowId={(row) => row.id}
        onOpen={(row) => navigate({ to: '/documents/$id', params: { id: row.id } })}
        sort={{ by: 'issued', direction }}
        onSort={(sort) => navigate({ search: { ...search, direction: sort.direction } })}
        onMore={onMore}
        isLoading={isLoading}
        empty={
          search.q ? (
            <EmptyState title={t('common.nothingFound')} hint={t('common.nothingFoundHint')} />
          ) : (
            <EmptyState title={t('documents.empty')} hint={t('documents.emptyHint')} />
          )
        }
      />
    </>
  )
}
