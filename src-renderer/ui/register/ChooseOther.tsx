import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LikelyDuplicate } from '#shared/kit/register/duplicates.ts'
import { reasonsText, scoreText } from './likenessText.ts'
import { recordFacts, recordName } from './recordFacts.ts'

export interface ChooseOtherProps<Row extends { id: number }> {
  register: string
  api: {
    list: (request: { search: string; limit: number }) => Promise<{ rows: Row[] }>
    duplicates: { ofRecord: (of: { id: number }) => Promise<LikelyDuplicate[]> }
  }
  recordId: number
  /** A row of the list as it is told apart from others. */
  rowText: (row: Row) => string
  onCompare: (firstId: number, secondId: number) => void
}

/** How many records a search shows. */
const limit = 8

/** The records that may be the same as one, and any other by a search. */
export function ChooseOther<Row extends { id: number }>({
  register,
  api,
  recordId,
  rowText,
  onCompare,
}: ChooseOtherProps<Row>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data: likely } = useQuery({
    queryKey: [register, 'duplicates', 'ofRecord', recordId],
    queryFn: () => api.duplicates.ofRecord({ id: recordId }),
  })
  const { data: found } = useQuery({
    queryKey: [register, 'list', 'other', search],
    queryFn: () => api.list({ search, limit }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const others = search === '' ? [] : (found?.rows.filter(({ id }) => id !== recordId) ?? [])
  const compare = (id: number, label: string) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${t('duplicates.compare')}: ${label}`}
      onClick={() => onCompare(recordId, id)}
    >
      {t('duplicates.compare')}
    </Button>
  )
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Text fw={500}>{t('duplicates.likely')}</Text>
        {likely?.length === 0 && <Text c="dimmed">{t('duplicates.noLikely')}</Text>}
        {likely?.map((record) => (
          <Group key={record.id} justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              {recordName(record)}
              <Text size="sm" c="dimmed">
                {recordFacts(record)}
              </Text>
              <Text size="sm">
                {scoreText(record)}: {reasonsText(record)}
              </Text>
            </div>
            {compare(record.id, recordName(record))}
          </Group>
        ))}
      </Stack>
      <TextInput
        label={t('duplicates.other')}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {search !== '' && found && others.length === 0 && <Text c="dimmed">{t('common.nothingFound')}</Text>}
        <Stack gap="xs">
          {others.map((row) => (
            <Group key={row.id} justify="space-between" wrap="nowrap">
              {rowText(row)}
              {compare(row.id, rowText(row))}
            </Group>
          ))}
        </Stack>
      </div>
    </Stack>
  )
}
