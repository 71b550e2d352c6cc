import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { EmptyState } from '../EmptyState.tsx'
import { PageHeader } from '../PageHeader.tsx'

interface InBinProps {
  register: string
  id: number
  /** What is shown where the record does not lie in the bin, or who looks may not see it there. */
  children: ReactNode
}

/** The page of a record that lies in the bin: since when, and the way back. */
export function InBin({ register, id, children }: InBinProps) {
  const { t } = useTranslation()
  const input = { kind: register, recordId: id }
  const { data, isPending } = useQuery(orpc.bin.ofRecord.queryOptions({ input }))
  const restore = useMutation({ mutationFn: (binId: number) => api.bin.restore({ id: binId }) })
  if (isPending) return null
  if (!data) return children
  const at = data.removedAt ? formatInstant(data.removedAt) : ''
  return (
    <>
      <PageHeader title={data.title} />
      <EmptyState
        title={t('bin.liesHere')}
        hint={t('bin.liesHereHint', { at, by: data.removedBy?.text ?? '' })}
        actions={
          <Button loading={restore.isPending} onClick={() => restore.mutate(data.id)}>
            {t('bin.restore')}
          </Button>
        }
      />
    </>
  )
}
