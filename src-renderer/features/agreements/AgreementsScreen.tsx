import { Button, Select } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '#shared/features/agreements/agreements.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { RegisterPage } from '../../ui/RegisterPage.tsx'
import type { RegisterColumn } from '../../ui/RegisterTable.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useRegister } from '../../ui/useRegister.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { AgreementStateMark } from './AgreementStateMark.tsx'

const route = getRouteApi('/agreements')

/** The register of agreements. */
export function AgreementsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<typeof search>) =>
    navigate({ search: { ...search, ...part }, replace: part.q !== undefined })
  const { data: units } = useQuery(orpc.units.list.queryOptions())

  const sort = {
    by: search.sort ?? ('number' as const),
    direction: search.direction ?? ('descending' as const),
  }
  const filters = {
    ...(search.status && { status: search.status }),
    ...(search.term && { term: search.term }),
    ...(search.unit && { unitId: search.unit }),
  }
  const request = { search: search.q ?? '', filters }
  const register = useRegister(
    'agreements',
    { ...request, sort: sort.by, direction: sort.direction },
    api.agreements.list,
    api.agreements.count,
  )
  const create = () => navigate({ to: '/agreements/new' })
  useShortcuts({ create: may('agreements.write') ? create : undefined })

  const columns: RegisterColumn<AgreementRow>[] = [
    {
      key: 'number',
      title: t('agreements.fields.number'),
      sort: 'number',
      width: '110px',
      cell: (row) => row.number ?? '–',
    },
    {
      key: 'name',
      title: t('agreements.fields.volunteer'),
      sort: 'name',
      width: '26%',
      cell: (row) => (
        <strong style={{ fontWeight: 500 }}>
          {row.surname} {row.firstNames}
        </strong>
      ),
    },
    {
      key: 'unit',
      title: t('agreements.fields.unit'),
      width: '26%',
      cell: (row) => row.unitName ?? '–',
      minWindow: 1100,
    },
    {
      key: 'start',
      title: t('agreements.fields.startsOn'),
      sort: 'start',
      width: '112px',
      cell: (row) => formatDay(row.startsOn),
    },
    {
      key: 'end',
      title: t('agreements.fields.endsOn'),
      sort: 'end',
      width: '150px',
      cell: (row) => (row.endsOn ? formatDay(row.endsOn) : t('agreements.indefinite')),
    },
    {
      key: 'state',
      title: t('agreements.fields.status'),
      width: '150px',
      cell: (row) => <AgreementStateMark agreement={row} />,
    },
  ]
  const term = (value: NonNullable<typeof search.term>) => ({
    label: t(`agreements.filters.${value}`),
    isOn: search.term === value,
    onToggle: (isOn: boolean) => change({ term: isOn ? value : undefined, status: undefined }),
  })
  const importButton = may('imports.run') && (
    <Button
      component={Link}
      to="/imports/agreements"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {t('agreements.import')}
    </Button>
  )
  const createButton = may('agreements.write') && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('agreements.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <RegisterPage
      title={t('agreements.title')}
      countText={(count) => t('agreements.count', { count })}
      register={register}
      columns={columns}
      onOpen={(row) => navigate({ to: '/agreements/$id', params: { id: row.id } })}
      search={search.q ?? ''}
      onSearch={(q) => change({ q: q || undefined })}
      sort={sort}
      onSort={({ by, direction }) => change({ sort: by as typeof sort.by, direction })}
      isFiltered={Object.keys(filters).length > 0 || request.search !== ''}
      onClear={() => navigate({ search: {} })}
      empty={{ title: t('agreements.empty'), hint: t('agreements.emptyHint') }}
      actions={
        (importButton || createButton) && (
          <>
            {importButton}
            {createButton}
          </>
        )
      }
      filters={
        <>
          <FilterChips
            label={t('agreements.fields.status')}
            chips={[
              term('active'),
              term('ending'),
              term('upcoming'),
              term('ended'),
              {
                label: t('agreements.filters.draft'),
                isOn: search.status === 'draft',
                onToggle: (isOn) => change({ status: isOn ? 'draft' : undefined, term: undefined }),
              },
            ]}
          />
          <Select
            aria-label={t('agreements.filters.unit')}
            placeholder={t('agreements.filters.unit')}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            searchable
            w={260}
            data={units?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
            value={search.unit ? String(search.unit) : null}
            onChange={(id) => change({ unit: id ? Number(id) : undefined })}
          />
        </>
      }
    />
  )
}
