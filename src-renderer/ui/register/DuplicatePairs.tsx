import { Button, Group, Pagination, Progress, Select, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { type LikenessReason, likenessReasons } from '#shared/kit/likeness/likeness.ts'
import type { DuplicateSearch, LikelyPair } from '#shared/kit/register/duplicates.ts'
import { EmptyState } from '../EmptyState.tsx'
import { Panel } from '../Panel.tsx'
import { reasonsText, scoreText } from './likenessText.ts'
import { PairRow } from './PairRow.tsx'

interface DuplicatePairsProps {
  register: string
  api: {
    search: () => Promise<DuplicateSearch>
    progress: () => Promise<DuplicateSearch>
    pairs: (input: { reason: LikenessReason | null; offset: number; limit: number }) => Promise<{
      rows: LikelyPair[]
      total: number
      counts: Partial<Record<LikenessReason, number>>
    }>
    keepApart: (pair: { firstId: number; secondId: number }) => Promise<void>
  }
  link: (record: { id: number }, text: string) => ReactNode
  onCompare: (firstId: number, secondId: number) => void
}

const limit = 50

/** The search for repetitions in a register, and what it found, the likeliest first. */
export function DuplicatePairs({ register, api, link, onCompare }: DuplicatePairsProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<LikenessReason | null>(null)
  const [page, setPage] = useState(1)
  const search = useMutation({ mutationFn: api.search })
  const keepApart = useMutation({ mutationFn: api.keepApart })
  const { data: state } = useQuery({
    queryKey: [register, 'duplicates', 'progress'],
    queryFn: api.progress,
    refetchInterval: ({ state: { data } }) => (data?.running ? 300 : false),
  })
  const { data } = useQuery({
    queryKey: [register, 'duplicates', 'pairs', reason, page, state?.finishedAt, state?.running === null],
    queryFn: () => api.pairs({ reason, offset: (page - 1) * limit, limit }),
    placeholderData: keepPreviousData,
    enabled: state !== undefined,
  })
  const { running, finishedAt } = state ?? { running: null, finishedAt: null }
  const percent = running ? Math.floor((100 * running.done) / Math.max(1, running.total)) : 0
  const total = data?.total ?? 0
  const pages = Math.ceil(total / limit)

  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button onClick={() => search.mutate()} disabled={running !== null}>
          {finishedAt ? t('duplicates.searchAgain') : t('duplicates.searchNow')}
        </Button>
        {finishedAt && (
          <Select
            w={320}
            aria-label={t('duplicates.reason')}
            data={[
              { value: '', label: t('duplicates.allReasons') },
              ...likenessReasons
                .filter((each) => data?.counts[each])
                .map((each) => ({
                  value: each,
                  label: `${t(`duplicates.reasons.${each}`)} (${data?.counts[each]})`,
                })),
            ]}
            value={reason ?? ''}
            allowDeselect={false}
            onChange={(value) => {
              setReason(likenessReasons.find((each) => each === value) ?? null)
              setPage(1)
            }}
          />
        )}
        {finishedAt && !running && (
          <Text size="sm" c="dimmed">
            {t('duplicates.found', { count: total })}
            {' · '}
            {t('duplicates.searchedAt', { at: formatInstant(finishedAt) })}
          </Text>
        )}
      </Group>
      {running && (
        <div aria-live="polite">
          <Text size="sm">{t('duplicates.searching', { percent })}</Text>
          <Progress value={percent} aria-label={t('duplicates.searching', { percent })} />
        </div>
      )}
      {data && data.rows.length > 0 && (
        <Panel>
          <Table.ScrollContainer minWidth={600}>
            <Table verticalSpacing="xs">
              <Table.Tbody>
                {data.rows.map((pair) => (
                  <PairRow
                    key={`${pair.first.id}/${pair.second.id}`}
                    first={pair.first}
                    second={pair.second}
                    link={link}
                    about={
                      <>
                        <Text fw={500}>{scoreText(pair)}</Text>
                        <Text size="sm">{reasonsText(pair)}</Text>
                      </>
                    }
                    actions={
                      <Stack gap={4}>
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => onCompare(pair.first.id, pair.second.id)}
                        >
                          {t('duplicates.compare')}
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() =>
                            keepApart.mutate({ firstId: pair.first.id, secondId: pair.second.id })
                          }
                        >
                          {t('duplicates.keepApart')}
                        </Button>
                      </Stack>
                    }
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Panel>
      )}
      {pages > 1 && <Pagination total={pages} value={page} onChange={setPage} />}
      {data && data.rows.length === 0 && !running && (
        <EmptyState
          title={finishedAt ? t('duplicates.noPairs') : t('duplicates.notSearched')}
          hint={t('duplicates.intro')}
        />
      )}
    </Stack>
  )
}
