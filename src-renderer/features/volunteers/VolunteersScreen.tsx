import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VolunteerRow } from '#shared/features/volunteers/volunteers.contract.ts'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { ageOn, formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { ChangeSelected } from '../../ui/register/ChangeSelected.tsx'
import { CompareSelected } from '../../ui/register/CompareSelected.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { IssueForSelected } from '../documents/IssueForSelected.tsx'
import { AddSelected } from '../events/AddSelected.tsx'
import { statusTones } from '../requirements/statusTones.ts'

const route = getRouteApi('/volunteers')

const tones: Record<VolunteerRow['state'], StateTone> = { active: 'good', ended: 'past', none: 'neutral' }

/** The register of volunteers. */
export function VolunteersScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const compare = useCompare('volunteers')
  const mayWrite = may('volunteers.write')
  const create = () => navigate({ to: '/volunteers/new' })
  useShortcuts({ create: mayWrite ? create : undefined })

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
  const duplicatesButton = mayWrite && (
    <Button component={Link} to="/duplicates/volunteers" variant="default">
      {t('duplicates.title')}
    </Button>
  )
  const createButton = mayWrite && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('volunteers.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <RegisterScreen
      register={volunteersRegister}
      api={api.volunteers}
      may={may}
      hasHistory
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('volunteers.title')}
      countText={(count) => t('volunteers.count', { count })}
      empty={{ title: t('volunteers.empty'), hint: t('volunteers.emptyHint') }}
      onOpen={(row) => navigate({ to: '/volunteers/$id', params: { id: row.id } })}
      quickFilters={[
        { label: t('volunteers.filters.active'), filters: { state: { oneOf: ['active'] } } },
        { label: t('volunteers.filters.none'), filters: { state: { oneOf: ['none'] } } },
        {
          label: t('volunteers.filters.inVerification'),
          filters: { status: { oneOf: ['inVerification'] } },
        },
        { label: t('volunteers.filters.suspended'), filters: { status: { oneOf: ['suspended'] } } },
        { label: t('volunteers.filters.minors'), filters: { isMinor: { is: true } } },
      ]}
      looks={{
        name: { width: 220, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.name}</strong> },
        birthOn: {
          width: 170,
          cell: (row) =>
            row.birthOn
              ? `${formatDay(row.birthOn)} (${t('volunteers.age', { count: ageOn(row.birthOn, today) })})`
              : '–',
        },
        town: { minWindow: 900 },
        phone: { minWindow: 1100 },
        category: { width: 150, minWindow: 1400 },
        state: {
          width: 130,
          cell: (row) => <StateMark tone={tones[row.state]}>{t(`volunteers.state.${row.state}`)}</StateMark>,
        },
        status: {
          width: 180,
          minWindow: 1000,
          cell: (row) => (
            <StateMark tone={statusTones[row.status]}>{t(`volunteers.statuses.${row.status}`)}</StateMark>
          ),
        },
        registerNumber: { width: 130, minWindow: 1150 },
      }}
      bulkActions={(chosen) =>
        mayWrite && (
          <>
            <CompareSelected selection={chosen.selection} onCompare={compare} />
            <ChangeSelected
              register={volunteersRegister}
              from={api.volunteers}
              fields={['category', 'town', 'formOfAddress']}
              chosen={chosen}
            />
            {may('documents.write') && (
              <IssueForSelected
                rows={{
                  from: 'volunteers',
                  search: chosen.request.search,
                  filters: chosen.request.filters,
                  selection: chosen.selection,
                }}
                onDone={chosen.clear}
              />
            )}
            {may('events.write') && <AddSelected chosen={chosen} />}
            <RemoveSelected from={api.volunteers} chosen={chosen} />
          </>
        )
      }
      tools={duplicatesButton}
      actions={
        (importButton || createButton) && (
          <>
            {importButton}
            {createButton}
          </>
        )
      }
    />
  )
}
