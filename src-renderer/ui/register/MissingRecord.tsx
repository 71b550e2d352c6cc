import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingFailure } from '../LoadingFailure.tsx'
import { InBin } from './InBin.tsx'

interface MissingRecordProps {
  register: string
  api: { whereIs: (of: { id: number }) => Promise<{ id: number; title: string } | null> }
  id: number
  /** Why the record could not be read. */
  error: unknown
  /** Leads to the record into which it was merged. */
  onFound: (id: number) => void
}

/**
 * The address of a record that is not there: it leads on to the one with which that was merged, and says so; or it tells
 * that the record lies in the bin.
 */
export function MissingRecord({ register, api, id, error, onFound }: MissingRecordProps) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery({
    queryKey: [register, 'merging', 'whereIs', id],
    queryFn: () => api.whereIs({ id }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: one is led on once for each answer
  useEffect(() => {
    if (!data) return
    notifications.show({ id: `merged-${id}`, message: t('duplicates.ledHere', { title: data.title }) })
    onFound(data.id)
  }, [data])
  if (isPending || data) return null
  return (
    <InBin register={register} id={id}>
      <LoadingFailure error={error} />
    </InBin>
  )
}
