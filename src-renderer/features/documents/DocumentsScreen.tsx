import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DocumentRow } from '#shared/features/documents/documents.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { RegisterPage } from '../../ui/RegisterPage.tsx'
import type { RegisterColumn } from '../../ui/register/registerTable.ts'
import { useRegister } from '../../ui/useRegister.ts'

const route = getRouteApi('/documents')

/** The register of issued documents, newest first. */
export function DocumentsScreen() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const direction = search.direction ?? ('descending' as const)
  const register = useRegister(
    'documents',
    { search: search.q ?? '', direction },
    api.documents.list,
    ({ search: typed }) => api.documents.count({ search: typed }),
  )
  const columns: RegisterColumn<DocumentRow>[] = [
    {
      key: 'title',
      width: 240,
      title: t('documents.fields.title'),
      cell: (row) => <strong style={{ fontWeight: 500 }}>{row.title}</strong>,
    },
    { key: 'person', width: 200, title: t('documents.fields.personName'), cell: (row) => row.personName },
    {
      key: 'day',
      width: 130,
      title: t('documents.fields.issuedOn'),
      cell: (row) => formatDay(row.issuedOn),
      minWindow: 900,
    },
    {
      key: 'at',
      width: 150,
      title: t('documents.fields.issuedAt'),
      sort: 'issued',
      cell: (row) => formatInstant(row.issuedAt),
    },
    {
      key: 'by',
      width: 160,
      title: t('documents.fields.issuedBy'),
      cell: (row) => row.issuedByName,
      minWindow: 1000,
    },
  ]
  return (
    <RegisterPage
      title={t('documents.title')}
      countText={(count) => t('documents.count', { count })}
      register={register}
      columns={columns}
      onOpen={(row) => navigate({ to: '/documents/$id', params: { id: row.id } })}
      search={search.q ?? ''}
      onSearch={(q) => navigate({ search: { ...search, q: q || undefined }, replace: true })}
      sort={{ by: 'issued', direction }}
      onSort={(sort) => navigate({ search: { ...search, direction: sort.direction } })}
      isFiltered={Boolean(search.q)}
      onClear={() => navigate({ search: {} })}
      empty={{ title: t('documents.empty'), hint: t('documents.emptyHint') }}
    />
  )
}
