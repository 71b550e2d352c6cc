import { Button, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { DistinctPair } from '#shared/kit/register/duplicates.ts'
import { EmptyState } from '../EmptyState.tsx'
import { Panel } from '../Panel.tsx'
import { PairRow } from './PairRow.tsx'

interface DistinctPairsProps {
  register: string
  api: {
    apart: (input: { limit: number }) => Promise<{ rows: DistinctPair[] }>
    unkeepApart: (pair: { firstId: number; secondId: number }) => Promise<void>
  }
  link: (record: { id: number }, text: string) => ReactNode
}

/** The pairs that somebody found to be different records; each can be taken back. */
export function DistinctPairs({ register, api, link }: DistinctPairsProps) {
  const { t } = useTranslation()
  const takeBack = useMutation({ mutationFn: api.unkeepApart })
  const { data } = useQuery({
    queryKey: [register, 'duplicates', 'apart'],
    queryFn: () => api.apart({ limit: 100 }),
  })
  if (!data) return null
  if (data.rows.length === 0)
    return <EmptyState title={t('duplicates.noApart')} hint={t('duplicates.noApartHint')} />
  return (
    <Panel>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {data.rows.map(({ first, second, decidedAt, userName }) => (
            <PairRow
              key={`${first.id}/${second.id}`}
              first={first}
              second={second}
              link={link}
              about={
                <Text size="sm" c="dimmed">
                  {t('duplicates.apartBy', { name: userName, at: formatInstant(decidedAt) })}
                </Text>
              }
              actions={
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => takeBack.mutate({ firstId: first.id, secondId: second.id })}
                >
                  {t('duplicates.unkeepApart')}
                </Button>
              }
            />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
