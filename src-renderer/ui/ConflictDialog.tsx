import { Button, Group, Modal, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shownValue } from '#shared/kit/shown.ts'
import { orpc } from '../api/client.ts'
import { shownText } from '../i18n.ts'
import type { RecordForm } from './useRecordForm.ts'

interface ConflictDialogProps<Values> {
  record: RecordForm<Values>
  /** The name of a field as the form shows it; fields without one are left out. */
  labelOf: (field: string) => string | undefined
}

/** Shows both versions side by side when somebody saved the record first; nothing is lost whichever is chosen. */
export function ConflictDialog<Values extends Record<string, unknown>>({
  record,
  labelOf,
}: ConflictDialogProps<Values>) {
  const { t } = useTranslation()
  const current = record.conflict?.current
  const nameOf = useNames(current ?? {})
  if (!current) return null
  const mine = record.form.getValues()
  const rows = Object.keys(mine).flatMap((field) => {
    const label = labelOf(field)
    const isSame = JSON.stringify(mine[field] ?? null) === JSON.stringify(current[field] ?? null)
    if (!label || isSame) return []
    const shown = (value: unknown) => nameOf(field, value) ?? shownText(shownValue(field, value))
    return [{ field, label, mine: shown(mine[field]), theirs: shown(current[field]) }]
  })
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} size="lg" title={t('conflict.title')}>
      <Text mb="md">{t('conflict.text')}</Text>
      {rows.length === 0 ? (
        <Text c="dimmed">{t('conflict.noDifference')}</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('conflict.field')}</Table.Th>
              <Table.Th>{t('conflict.mine')}</Table.Th>
              <Table.Th>{t('conflict.theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.field}>
                <Table.Th scope="row">{row.label}</Table.Th>
                <Table.Td>{row.mine}</Table.Td>
                <Table.Td>{row.theirs}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={record.takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button onClick={record.keepMine}>{t('conflict.keepMine')}</Button>
      </Group>
    </Modal>
  )
}

/** The names behind the ids of a record: what is chosen from a list is shown by name. */
function useNames(record: Record<string, unknown>): (field: string, value: unknown) => string | undefined {
  const units = useQuery(orpc.units.all.queryOptions({ enabled: 'unitId' in record || 'parentId' in record }))
  const signatories = useQuery(orpc.signatories.list.queryOptions({ enabled: 'signatoryId' in record }))
  return (field, value) => {
    if (field === 'unitId' || field === 'parentId') return units.data?.find(({ id }) => id === value)?.name
    if (field === 'signatoryId') return signatories.data?.find(({ id }) => id === value)?.fullName
    return undefined
  }
}
