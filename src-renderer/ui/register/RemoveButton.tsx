import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import type { RemovalPreview } from '#shared/kit/register/removal.ts'
import { api } from '../../api/client.ts'
import { showFailure } from '../../api/queries.ts'
import { offerUndo } from '../offerUndo.tsx'
import { RemovalDialog } from './RemovalDialog.tsx'

interface RemoveButtonProps {
  register: Register
  /** The procedures of the register: `api.<feature>`. */
  from: {
    removal: {
      preview: (record: { id: number }) => Promise<RemovalPreview>
      remove: (record: { id: number; version: number }) => Promise<{ binId: number; title: string }>
    }
  }
  record: { id: number; version: number }
  /** Leads away from the record, which is no longer there. */
  onRemoved: () => void
}

/** Tells what removing a record would do, puts it into the bin, and offers to take that back. */
export function RemoveButton({ register, from, record, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation()
  const { id, version } = record
  const [isAsking, setAsking] = useState(false)
  const { data: preview, error } = useQuery({
    queryKey: [register.name, 'removal', id],
    queryFn: () => from.removal.preview({ id }),
    enabled: isAsking,
    // What was true of the record the last time it was asked may be true no longer.
    gcTime: 0,
  })
  useEffect(() => {
    if (!error) return
    showFailure(error)
    setAsking(false)
  }, [error])
  const restore = useMutation({ mutationFn: (binId: number) => api.bin.restore({ id: binId }) })
  const remove = useMutation({
    mutationFn: () => from.removal.remove({ id, version }),
    onSuccess: ({ binId, title }) => {
      onRemoved()
      offerUndo(t('bin.removed', { title }), () => restore.mutate(binId))
    },
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={(isAsking && !preview) || remove.isPending}
        onClick={() => setAsking(true)}
      >
        {t('bin.remove')}
      </Button>
      {isAsking && preview && (
        <RemovalDialog
          preview={preview}
          onClose={() => setAsking(false)}
          onRemove={() => {
            setAsking(false)
            remove.mutate()
          }}
        />
      )}
    </>
  )
}
