import { Button, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { needsRegister } from '#shared/features/placements/placements.needs.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { NeedStateMark } from './NeedStateMark.tsx'
import { PlacementsNav } from './PlacementsNav.tsx'

const route = getRouteApi('/needs')

/** What units and families need volunteers for. */
export function NeedsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = may('placements.write')
  const create = () => navigate({ to: '/needs/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  return (
    <RegisterScreen
      register={needsRegister}
      api={api.needs}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('needs.title')}
      tabs={<PlacementsNav at="/needs" />}
      countText={(count) => t('needs.count', { count })}
      empty={{ title: t('needs.empty'), hint: t('needs.emptyHint') }}
      onOpen={(row) => navigate({ to: '/needs/$id', params: { id: row.id } })}
      quickFilters={[
        { label: t('needs.filters.open'), filters: { state: { oneOf: ['open'] } } },
        { label: t('needs.filters.filled'), filters: { state: { oneOf: ['filled'] } } },
        { label: t('needs.filters.sign'), filters: { needsSignLanguage: { is: true } } },
      ]}
      looks={{
        unit: {
          width: 260,
          cell: (row) => row.unit?.text ?? <Text c="dimmed">{t('needs.someFamily')}</Text>,
        },
        family: { width: 120 },
        activityKind: { width: 240, minWindow: 1200 },
        startsOn: { width: 110 },
        endsOn: { width: 110 },
        people: {
          width: 110,
          cell: (row) => t('needs.placedOf', { placed: row.placed, people: row.people }),
        },
        placed: { width: 110, minWindow: 1800 },
        state: { width: 130, cell: (row) => <NeedStateMark state={row.state} /> },
      }}
      bulkActions={(chosen) => mayWrite && <RemoveSelected from={api.needs} chosen={chosen} />}
      actions={
        mayWrite && (
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('needs.create')}</Button>
          </ShortcutTooltip>
        )
      }
    />
  )
}
