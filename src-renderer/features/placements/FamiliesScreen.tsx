import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { familiesRegister } from '#shared/features/placements/placements.families.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { PlacementsNav } from './PlacementsNav.tsx'

const route = getRouteApi('/families')

/** The register of families, by code. */
export function FamiliesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = may('families.write')
  const create = () => navigate({ to: '/families/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  return (
    <RegisterScreen
      register={familiesRegister}
      api={api.families}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('families.title')}
      tabs={<PlacementsNav at="/families" />}
      countText={(count) => t('families.count', { count })}
      empty={{ title: t('families.empty'), hint: t('families.emptyHint') }}
      onOpen={(row) => navigate({ to: '/families/$id', params: { id: row.id } })}
      quickFilters={[
        { label: t('families.filters.active'), filters: { state: { oneOf: ['active'] } } },
        { label: t('families.filters.deaf'), filters: { isDeaf: { is: true } } },
        { label: t('families.filters.minors'), filters: { hasMinors: { is: true } } },
      ]}
      looks={{
        code: { width: 130, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.code}</strong> },
        state: {
          width: 120,
          cell: (row) => (
            <StateMark tone={row.state === 'active' ? 'good' : 'past'}>
              {t(`families.states.${row.state}`)}
            </StateMark>
          ),
        },
        district: { width: 190 },
        unit: { width: 260, minWindow: 1000 },
        worker: { width: 210, minWindow: 1200 },
        isDeaf: { width: 130, minWindow: 1400 },
        hasMinors: { width: 150, minWindow: 1500 },
        volunteers: { width: 120 },
      }}
      bulkActions={(chosen) => mayWrite && <RemoveSelected from={api.families} chosen={chosen} />}
      actions={
        mayWrite && (
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('families.create')}</Button>
          </ShortcutTooltip>
        )
      }
    />
  )
}
