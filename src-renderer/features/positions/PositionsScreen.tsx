import { Button, Table, UnstyledButton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#shared/features/positions/positions.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { confirm } from '../../ui/ask.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { PositionForm } from './PositionForm.tsx'

/** The dictionaries of the centre: the positions, each with its group. */
export function PositionsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.positions.list.queryOptions())
  const [open, setOpen] = useState<Position | 'new'>()
  const mayWrite = may('positions.write')
  const create = () => setOpen('new')
  const mayRemoveSome = mayWrite && data?.some(({ isUsed }) => !isUsed)
  useShortcuts({ create: mayWrite ? create : undefined })
  const remove = useMutation({
    mutationFn: async ({ id, version, name }: Position) => {
      const isSure = await confirm({
        title: t('positions.removal.title', { name }),
        text: t('positions.removal.text'),
        action: t('positions.remove'),
        isDanger: true,
      })
      if (isSure) await api.positions.remove({ id, version })
    },
  })
  const add = mayWrite && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('positions.create')}</Button>
    </ShortcutTooltip>
  )

  return (
    <>
      <PageHeader
        title={t('positions.title')}
        aside={data && t('positions.count', { count: data.length })}
        actions={add}
      />
      <div style={{ marginTop: 16 }}>
        <Panel title={t('positions.list')}>
          {data?.length === 0 ? (
            <EmptyState title={t('positions.empty')} hint={t('positions.emptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('positions.fields.name')}</Table.Th>
                  <Table.Th>{t('positions.fields.staffGroup')}</Table.Th>
                  <Table.Th>{t('positions.fields.holders')}</Table.Th>
                  <Table.Th>{t('common.state')}</Table.Th>
                  {mayRemoveSome && <Table.Th>{t('common.actions')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((position) => (
                  <Table.Tr key={position.id}>
                    <Table.Td fw={500}>
                      {mayWrite ? (
                        <UnstyledButton
                          fw={500}
                          c="var(--mantine-color-anchor)"
                          onClick={() => setOpen(position)}
                        >
                          {position.name}
                        </UnstyledButton>
                      ) : (
                        position.name
                      )}
                    </Table.Td>
                    <Table.Td>{t(`positions.groups.${position.staffGroup}`)}</Table.Td>
                    <Table.Td>
                      {position.holders > 0 ? (
                        <Link
                          to="/staff"
                          search={{
                            filters: { position: { oneOf: [position.id] }, state: { oneOf: ['employed'] } },
                          }}
                        >
                          {t('positions.holders', { count: position.holders })}
                        </Link>
                      ) : (
                        '–'
                      )}
                    </Table.Td>
                    <Table.Td>
                      <StateMark tone={position.isActive ? 'good' : 'past'}>
                        {t(position.isActive ? 'positions.active' : 'positions.closed')}
                      </StateMark>
                    </Table.Td>
                    {mayRemoveSome && (
                      <Table.Td>
                        {!position.isUsed && (
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${t('positions.remove')}: ${position.name}`}
                            onClick={() => remove.mutate(position)}
                          >
                            {t('positions.remove')}
                          </Button>
                        )}
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={t(open === 'new' ? 'positions.create' : 'positions.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <PositionForm position={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
    </>
  )
}
