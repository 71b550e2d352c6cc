import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LikelyRecord } from '#shared/kit/register/duplicates.ts'
import { recordFacts, recordName } from './recordFacts.ts'

interface PairRowProps {
  first: LikelyRecord
  second: LikelyRecord
  link: (record: { id: number }, text: string) => ReactNode
  about: ReactNode
  actions: ReactNode
}

/** Two records side by side, what is said of them, and what to do. */
export function PairRow({ first, second, link, about, actions }: PairRowProps) {
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      {[first, second].map((record) => (
        <Table.Td key={record.id} w="27%">
          {link(record, recordName(record))}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {recordFacts(record)}
          </Text>
        </Table.Td>
      ))}
      <Table.Td>{about}</Table.Td>
      <Table.Td ta="right" w={170}>
        {actions}
      </Table.Td>
    </Table.Tr>
  )
}
