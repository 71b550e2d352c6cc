import { Button, Table } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Position } from '#shared/features/positions/positions.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { DictionaryScreen } from '../../ui/DictionaryScreen.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { PositionForm } from './PositionForm.tsx'

/** The dictionaries of the centre: the positions, each with its group. */
export function PositionsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error } = useQuery(orpc.positions.list.queryOptions())
  const mayWrite = may('positions.write')
  const mayRemoveSome = mayWrite && data?.some(({ isUsed }) => !isUsed)
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
  return (
    <DictionaryScreen
      texts={{
        title: t('positions.title'),
        table: t('positions.list'),
        create: t('positions.create'),
        edit: t('positions.edit'),
        empty: t('positions.empty'),
        emptyHint: t('positions.emptyHint'),
      }}
      aside={data && t('positions.count', { count: data.length })}
      rows={data}
      error={error}
      mayCreate={mayWrite}
      head={
        <>
          <Table.Th>{t('positions.fields.name')}</Table.Th>
          <Table.Th>{t('positions.fields.staffGroup')}</Table.Th>
          <Table.Th>{t('positions.fields.holders')}</Table.Th>
          <Table.Th>{t('common.state')}</Table.Th>
          {mayRemoveSome && <Table.Th>{t('common.actions')}</Table.Th>}
        </>
      }
      cells={(position, open) => (
        <>
          <Table.Td>
            <OpenButton onOpen={mayWrite ? open : undefined}>{position.name}</OpenButton>
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
        </>
      )}
      form={(position, close) => <PositionForm position={position} onDone={close} />}
    />
  )
}
