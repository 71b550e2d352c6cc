import { Button, Table, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '#shared/features/units/units.contract.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { UnitForm } from './UnitForm.tsx'

/** The places where volunteers work. */
export function UnitsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.units.list.queryOptions())
  const [open, setOpen] = useState<Unit | 'new'>()
  const mayWrite = may('units.write')
  const create = () => setOpen('new')
  useShortcuts({ create: mayWrite ? create : undefined })
  const add = mayWrite && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('units.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <>
      <PageHeader
        title={t('units.title')}
        aside={data && t('units.count', { count: data.length })}
        actions={add}
      />
      <div style={{ marginTop: 16 }}>
        <Panel>
          {data?.length === 0 ? (
            <EmptyState title={t('units.empty')} hint={t('units.emptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('units.fields.name')}</Table.Th>
                  <Table.Th>{t('units.fields.address')}</Table.Th>
                  <Table.Th>{t('units.fields.servesMinors')}</Table.Th>
                  <Table.Th>{t('units.fields.isActive')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((unit) => (
                  <Table.Tr key={unit.id}>
                    <Table.Td fw={500}>
                      {mayWrite ? (
                        <UnstyledButton
                          fw={500}
                          c="var(--mantine-color-anchor)"
                          onClick={() => setOpen(unit)}
                        >
                          {unit.name}
                        </UnstyledButton>
                      ) : (
                        unit.name
                      )}
                    </Table.Td>
                    <Table.Td>{unit.address || '–'}</Table.Td>
                    <Table.Td>{unit.servesMinors ? t('common.yes') : t('common.no')}</Table.Td>
                    <Table.Td>
                      <StateMark tone={unit.isActive ? 'good' : 'past'}>
                        {t(unit.isActive ? 'units.active' : 'units.closed')}
                      </StateMark>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={t(open === 'new' ? 'units.create' : 'units.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <UnitForm unit={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
    </>
  )
}
