import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import type { RemovalOfMany } from '#shared/kit/register/removal.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import { api } from '../../api/client.ts'
import { offerUndo } from '../offerStep.tsx'
import type { ChosenRows } from './RegisterScreen.tsx'
import { RemovalOfManyDialog } from './RemovalOfManyDialog.tsx'

interface ChosenForRemoval<R extends Register> {
  search: string
  filters: Filters<R>
  selection: Selection
}

interface RemoveSelectedProps<R extends Register> {
  /** The procedures of the register: `api.<feature>`. */
  from: {
    removal: {
      previewMany: (chosen: ChosenForRemoval<R>) => Promise<RemovalOfMany>
      removeMany: (chosen: ChosenForRemoval<R> & { expected: number }) => Promise<RemovalOfMany>
    }
  }
  chosen: ChosenRows<R>
}

/** Tells what removing the selected rows would do, puts into the bin those that may go, and offers to take it back. */
export function RemoveSelected<R extends Register>({ from, chosen }: RemoveSelectedProps<R>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { selection, request } = chosen
  const asked = { search: request.search, filters: request.filters, selection }
  const preview = useMutation({
    mutationFn: () => from.removal.previewMany(asked),
    onSuccess: () => setOpen(true),
  })
  const restore = useMutation({
    mutationFn: (ids: number[]) =>
      api.bin.restoreMany({ search: '', filters: {}, selection: { ids }, expected: ids.length }),
  })
  const remove = useMutation({
    mutationFn: (expected: number) => from.removal.removeMany({ ...asked, expected }),
    onSuccess: ({ removed, binIds }) => {
      chosen.clear()
      offerUndo(t('bin.removedMany', { count: removed }), () => restore.mutate(binIds))
    },
  })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={preview.isPending || remove.isPending}
        onClick={() => preview.mutate()}
      >
        {t('bin.remove')}
      </Button>
      {preview.data && (
        <RemovalOfManyDialog
          outcome={preview.data}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          onRemove={() => {
            setOpen(false)
            remove.mutate(preview.data.removed)
          }}
        />
      )}
    </>
  )
}
