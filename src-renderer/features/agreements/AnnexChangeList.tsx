import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AnnexChanges } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { useFieldText } from '../../ui/useFieldText.ts'

interface AnnexChangeListProps {
  before: AnnexChanges
  changes: AnnexChanges
}

/** What an annex changes: each field as it is and as it is to be. */
export function AnnexChangeList({ before, changes }: AnnexChangeListProps) {
  const { t } = useTranslation()
  const rows = [before, changes] as Record<string, unknown>[]
  const textOf = useFieldText(rows)
  const fields = Object.keys(changes) as (keyof AnnexChanges)[]
  if (fields.length === 0) return <Text c="dimmed">{t('agreements.annexes.nothingYet')}</Text>
  const shown = (field: keyof AnnexChanges, value: unknown) =>
    field === 'endsOn' && value === null ? t('agreements.indefinite') : textOf(field, value)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('agreements.annexes.what')}</Table.Th>
          <Table.Th>{t('agreements.annexes.before')}</Table.Th>
          <Table.Th>{t('agreements.annexes.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={500}>
              {t(field === 'endsOn' ? 'agreements.annexes.clauses.end' : `agreements.fields.${field}`)}
            </Table.Th>
            <Table.Td c="dimmed">{shown(field, before[field])}</Table.Td>
            <Table.Td>{shown(field, changes[field])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
