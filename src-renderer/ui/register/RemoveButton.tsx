import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import type { RemovalPreview } from '#shared/kit/register/removal.ts'
import { api } from '../../api/client.ts'
import { showFailure } from '../../api/queries.ts'
import { offerUndo } from '../offerStep.tsx'
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
  const [preview, setPreview] = useState<RemovalPreview>()
  const [state, setState] = useState<'closed' | 'loading' | 'open'>('closed')
  const client = useQueryClient()
  async function ask() {
    setState('loading')
    try {
      const queryKey = [register.name, 'removal', id]
      // Never what was true the last time it was asked.
      const queryFn = () => from.removal.preview({ id })
      setPreview(await client.fetchQuery({ queryKey, queryFn, staleTime: 0, gcTime: 0 }))
      setState('open')
    } catch (error) {
      showFailure(error)
      setState('closed')
    }
  }
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
        loading={state === 'loading' || remove.isPending}
        onClick={ask}
      >
        {t('bin.remove')}
      </Button>
      {preview && (
        <RemovalDialog
          preview={preview}
          isOpen={state === 'open'}
          onClose={() => setState('closed')}
          onRemove={() => {
            setState('closed')
            remove.mutate()
          }}
        />
      )}
    </>
  )
}
