import { Button, Select } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { categories, type VolunteerRow } from '#shared/features/volunteers/volunteers.contract.ts'
import { ageOn, formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { choices } from '../../ui/fields.ts'
import { RegisterPage } from '../../ui/RegisterPage.tsx'
import type { RegisterColumn } from '../../ui/RegisterTable.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useRegister } from '../../ui/useRegister.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'

const route = getRouteApi('/volunteers')

/** The register of volunteers. Search, filters and order are in the address, so Back brings them back. */
export function VolunteersScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<typeof search>) =>
    navigate({ search: { ...search, ...part }, replace: part.q !== undefined })

  const sort = { by: search.sort ?? ('name' as const), direction: search.direction ?? ('ascending' as const) }
  const filters = {
    ...(search.agreements && { agreements: search.agreements }),
    ...(search.minors && { isMinor: true }),
    ...(search.category && { category: search.category }),
  }
  const request = { search: search.q ?? '', filters }
  const register = useRegister(
    'volunteers',
    { ...request, sort: sort.by, direction: sort.direction },
    api.volunteers.list,
    api.volunteers.count,
  )
  const mayWrite = may('volunteers.write')
  const create = () => navigate({ to: '/volunteers/new' })
  useShortcuts({ create: mayWrite ? create : undefined })

  const columns: RegisterColumn<VolunteerRow>[] = [
    {
      key: 'name',
      title: t('volunteers.fields.name'),
      sort: 'name',
      width: '22%',
      cell: (row) => (
        <strong style={{ fontWeight: 500 }}>
          {row.surname} {row.firstNames}
        </strong>
      ),
    },
    {
      key: 'birth',
      title: t('volunteers.fields.birthOn'),
      sort: 'birth',
      width: '180px',
      cell: (row) =>
        row.birthOn
          ? `${formatDay(row.birthOn)} (${t('volunteers.age', { count: ageOn(row.birthOn, today) })})`
          : '–',
    },
    { key: 'town', title: t('volunteers.fields.town'), cell: (row) => row.town || '–', minWindow: 900 },
    { key: 'phone', title: t('volunteers.fields.phone'), cell: (row) => row.phone || '–', minWindow: 1100 },
    {
      key: 'category',
      title: t('volunteers.fields.category'),
      width: '165px',
      cell: (row) => t(`volunteers.categories.${row.category}`),
      minWindow: 1400,
    },
    {
      key: 'agreements',
      title: t('volunteers.fields.agreements'),
      width: '140px',
      cell: (row) => <VolunteerState row={row} />,
    },
    {
      key: 'number',
      title: t('volunteers.fields.registerNumber'),
      sort: 'number',
      width: '130px',
      cell: (row) => row.registerNumber,
      minWindow: 1150,
    },
  ]

  const importButton = may('imports.run') && (
    <Button
      component={Link}
      to="/imports/volunteers"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {t('volunteers.import')}
    </Button>
  )
  const createButton = mayWrite && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('volunteers.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <RegisterPage
      title={t('volunteers.title')}
      countText={(count) => t('volunteers.count', { count })}
      register={register}
      columns={columns}
      onOpen={(row) => navigate({ to: '/volunteers/$id', params: { id: row.id } })}
      search={search.q ?? ''}
      onSearch={(q) => change({ q: q || undefined })}
      sort={sort}
      onSort={({ by, direction }) => change({ sort: by as typeof sort.by, direction })}
      isFiltered={Object.keys(filters).length > 0 || request.search !== ''}
      onClear={() => navigate({ search: {} })}
      empty={{ title: t('volunteers.empty'), hint: t('volunteers.emptyHint') }}
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
            label={t('common.filters')}
            chips={[
              {
                label: t('volunteers.filters.active'),
                isOn: search.agreements === 'active',
                onToggle: (isOn) => change({ agreements: isOn ? 'active' : undefined }),
              },
              {
                label: t('volunteers.filters.none'),
                isOn: search.agreements === 'none',
                onToggle: (isOn) => change({ agreements: isOn ? 'none' : undefined }),
              },
              {
                label: t('volunteers.filters.minors'),
                isOn: search.minors === true,
                onToggle: (isOn) => change({ minors: isOn || undefined }),
              },
            ]}
          />
          <Select
            aria-label={t('volunteers.filters.category')}
            placeholder={t('volunteers.filters.category')}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            w={190}
            data={choices(categories, (category) => t(`volunteers.categories.${category}`))}
            value={search.category ?? null}
            onChange={(category) =>
              change({ category: (category as VolunteerRow['category'] | null) ?? undefined })
            }
          />
        </>
      }
    />
  )
}

function VolunteerState({ row }: { row: VolunteerRow }) {
  const { t } = useTranslation()
  if (row.activeAgreements > 0) return <StateMark tone="good">{t('volunteers.state.active')}</StateMark>
  return (
    <StateMark tone={row.agreements > 0 ? 'past' : 'neutral'}>
      {t(row.agreements > 0 ? 'volunteers.state.ended' : 'volunteers.state.none')}
    </StateMark>
  )
}
