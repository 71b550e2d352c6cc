import { Button, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Unit } from '#shared/features/units/units.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What a unit was, is and will be, the newest first. A change that lies ahead can be called off. */
export function UnitVersions({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { data } = useQuery(orpc.units.versions.queryOptions({ input: { id: unit.id } }))
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const callOff = useMutation({
    mutationFn: (versionId: number) => api.units.callOff({ id: unit.id, version: unit.version, versionId }),
  })
  if (!data) return null
  const nameOf = (id: number | null) => units?.find((each) => each.id === id)?.name ?? '–'
  const row = (version: NonNullable<typeof data>[number]) => {
    const isAhead = version.fromOn !== null && version.fromOn > today
    return (
      <Table.Tr key={version.id}>
        <Table.Td w={170}>
          {version.fromOn ? formatDay(version.fromOn) : t('units.fromBeginning')}
          {isAhead && (
            <Text size="sm" c="dimmed">
              {t('units.ahead')}
            </Text>
          )}
        </Table.Td>
        <Table.Td fw={500}>{version.name}</Table.Td>
        <Table.Td>
          {[t(`units.kinds.${version.kind}`), version.numberLabel].filter(Boolean).join(' ')}
        </Table.Td>
        <Table.Td>{nameOf(version.parentId)}</Table.Td>
        <Table.Td>{version.headName ?? '–'}</Table.Td>
        <Table.Td>{version.address || '–'}</Table.Td>
        <Table.Td w={120}>
          {isAhead && may('units.write') && (
            <Button
              variant="default"
              size="compact-md"
              loading={callOff.isPending}
              onClick={() => callOff.mutate(version.id)}
            >
              {t('units.callOff')}
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
    )
  }
  return (
    <Panel>
      {data.length === 1 && <EmptyState title={t('units.oneVersion')} hint={t('units.oneVersionHint')} />}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('units.fields.fromOn')}</Table.Th>
            <Table.Th>{t('units.fields.name')}</Table.Th>
            <Table.Th>{t('units.fields.kind')}</Table.Th>
            <Table.Th>{t('units.fields.parentId')}</Table.Th>
            <Table.Th>{t('units.fields.headId')}</Table.Th>
            <Table.Th>{t('units.fields.address')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{data.map(row)}</Table.Tbody>
      </Table>
    </Panel>
  )
}
