import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffRegister } from '#shared/features/staff/staff.register.ts'
import { api } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { ChangeSelected } from '../../ui/register/ChangeSelected.tsx'
import { CompareSelected } from '../../ui/register/CompareSelected.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { StaffStateMark } from './StaffStateMark.tsx'

const route = getRouteApi('/staff')

/** The register of staff. */
export function StaffScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const compare = useCompare('staff')
  const mayWrite = may('staff.write')
  const create = () => navigate({ to: '/staff/new' })
  useShortcuts({ create: mayWrite ? create : undefined })

  return (
    <RegisterScreen
      register={staffRegister}
      api={api.staff}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('staff.title')}
      countText={(count) => t('staff.count', { count })}
      empty={{ title: t('staff.empty'), hint: t('staff.emptyHint') }}
      onOpen={(row) => navigate({ to: '/staff/$id', params: { id: row.id } })}
      quickFilters={[
        { label: t('staff.filters.employed'), filters: { state: { oneOf: ['employed'] } } },
        { label: t('staff.filters.fieldWorkers'), filters: { isFieldWorker: { is: true } } },
        { label: t('staff.filters.leaving'), filters: { employedTo: { nextDays: 30 } } },
        { label: t('staff.filters.begun'), filters: { employedFrom: { lastDays: 30 } } },
        { label: t('staff.filters.supervisors'), filters: { isSupervisor: { is: true } } },
        { label: t('staff.filters.noUnit'), filters: { unit: { empty: true } } },
      ]}
      looks={{
        name: { width: 210, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.name}</strong> },
        personalNumber: { width: 115, minWindow: 1200 },
        position: { width: 215 },
        unit: { width: 330, minWindow: 900 },
        staffGroup: { width: 230, minWindow: 1600 },
        state: { width: 160, cell: (row) => <StaffStateMark state={row.state} /> },
        phone: { width: 140, minWindow: 1900 },
        email: { width: 220, minWindow: 2100 },
        employedFrom: { width: 150, minWindow: 1750 },
      }}
      bulkActions={(chosen) =>
        mayWrite && (
          <>
            <CompareSelected selection={chosen.selection} onCompare={compare} />
            <ChangeSelected
              register={staffRegister}
              from={api.staff}
              fields={['isFieldWorker', 'specialisation', 'formOfAddress']}
              chosen={chosen}
            />
            <RemoveSelected from={api.staff} chosen={chosen} />
          </>
        )
      }
      tools={
        mayWrite && (
          <Button component={Link} to="/duplicates/staff" variant="default">
            {t('duplicates.title')}
          </Button>
        )
      }
      actions={
        <>
          {mayWrite && may('imports.run') && (
            <Button
              component={Link}
              to="/imports/staff"
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t('staff.import')}
            </Button>
          )}
          {mayWrite && (
            <ShortcutTooltip keys={shell.newRecordKeys}>
              <Button onClick={create}>{t('staff.create')}</Button>
            </ShortcutTooltip>
          )}
        </>
      }
    />
  )
}
