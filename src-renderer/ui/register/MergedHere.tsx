import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { MergeLine } from '#shared/kit/register/merging.ts'
import { Notice } from '../Notice.tsx'
import { type UndoMergeApi, useUndoMerge } from './useUndoMerge.ts'

interface MergedHereProps {
  register: string
  api: UndoMergeApi & { ofRecord: (input: { id: number }) => Promise<MergeLine[]> }
  recordId: number
  mayUndo: boolean
}

/** Which records were merged into this one, each with a way to undo it. */
export function MergedHere({ register, api, recordId, mayUndo }: MergedHereProps) {
  const { t } = useTranslation()
  const undo = useUndoMerge(register, api)
  const { data = [] } = useQuery({
    queryKey: [register, 'merging', 'ofRecord', recordId],
    queryFn: () => api.ofRecord({ id: recordId }),
  })
  return data.map(({ id, mergedTitle, mergedAt, userName }) => (
    <Notice
      key={id}
      tone="hint"
      actions={
        mayUndo && (
          <Button size="compact-sm" variant="default" onClick={() => undo.mutate(id)}>
            {t('duplicates.undo')}
          </Button>
        )
      }
    >
      {t('duplicates.mergedHere', { title: mergedTitle, at: formatInstant(mergedAt), name: userName })}
    </Notice>
  ))
}
