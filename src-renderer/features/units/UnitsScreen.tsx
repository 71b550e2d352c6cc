import { Button, Tabs } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { unitsRegister } from '#shared/features/units/units.register.ts'
import { api } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { DateField } from '../../ui/DateField.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ChangeSelected } from '../../ui/register/ChangeSelected.tsx'
import { CompareSelected } from '../../ui/register/CompareSelected.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { UnitChart } from './UnitChart.tsx'
import { UnitStateMark } from './UnitStateMark.tsx'
import { UnitTree } from './UnitTree.tsx'

const route = getRouteApi('/units')

/** The units of the centre: as a tree and a chart of any day, and as a register. */
export function UnitsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { tab = 'tree', on = today, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const compare = useCompare('units')
  const mayWrite = may('units.write')
  const create = () => navigate({ to: '/units/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  const tools = mayWrite && (
    <Button component={Link} to="/duplicates/units" variant="default">
      {t('duplicates.title')}
    </Button>
  )
  const actions = mayWrite && (
    <>
      {may('imports.run') && (
        <Button
          component={Link}
          to="/imports/units"
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
        >
          {t('units.import')}
        </Button>
      )}
      <ShortcutTooltip keys={shell.newRecordKeys}>
        <Button onClick={create}>{t('units.create')}</Button>
      </ShortcutTooltip>
    </>
  )
  const tabs = (
    <Tabs
      value={tab}
      onChange={(next) =>
        navigate({ search: { tab: next as typeof tab, on: on === today ? undefined : on } })
      }
    >
      <Tabs.List>
        <Tabs.Tab value="tree">{t('units.tree')}</Tabs.Tab>
        <Tabs.Tab value="chart">{t('units.chart')}</Tabs.Tab>
        <Tabs.Tab value="list">{t('units.list')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )

  if (tab === 'list') {
    return (
      <RegisterScreen
        tabs={tabs}
        register={unitsRegister}
        api={api.units}
        may={may}
        hasHistory
        search={search}
        onSearch={(next, replace) => navigate({ search: { tab, ...next }, replace })}
        title={t('units.title')}
        countText={(count) => t('units.count', { count })}
        empty={{ title: t('units.empty'), hint: t('units.emptyHint') }}
        onOpen={(row) => navigate({ to: '/units/$id', params: { id: row.id } })}
        quickFilters={[
          { label: t('units.filters.active'), filters: { state: { oneOf: ['active'] } } },
          { label: t('units.filters.minors'), filters: { servesMinors: { is: true } } },
        ]}
        looks={{
          name: { width: 290, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.name}</strong> },
          kind: { width: 100 },
          numberLabel: { width: 84 },
          symbol: { width: 110, minWindow: 1500 },
          parent: { width: 170 },
          address: { width: 200, minWindow: 1100 },
          servesMinors: { width: 130, minWindow: 1400 },
          state: { width: 110, cell: (row) => <UnitStateMark state={row.state} /> },
        }}
        bulkActions={(chosen) =>
          mayWrite && (
            <>
              <CompareSelected selection={chosen.selection} onCompare={compare} />
              <ChangeSelected
                register={unitsRegister}
                from={api.units}
                fields={['servesMinors', 'district']}
                chosen={chosen}
              />
              <RemoveSelected from={api.units} chosen={chosen} />
            </>
          )
        }
        tools={tools}
        actions={actions || undefined}
      />
    )
  }
  const dayField = (
    <div style={{ width: 200 }}>
      <DateField
        label={t('units.asOf')}
        value={on}
        onChange={(day) =>
          navigate({ search: { tab, on: day && day !== today ? day : undefined }, replace: true })
        }
      />
    </div>
  )
  return (
    <>
      <PageHeader
        title={t('units.title')}
        actions={
          <>
            {tools}
            {actions}
          </>
        }
      />
      {tabs}
      {tab === 'tree' ? (
        <UnitTree on={on} dayField={dayField} mayAdd={mayWrite && on === today} />
      ) : (
        <UnitChart on={on} dayField={dayField} />
      )}
    </>
  )
}
