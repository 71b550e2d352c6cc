import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { MergeLine } from '#shared/kit/register/merging.ts'
import { Notice } from '../Notice.tsx'
import { type HistoryApi, HistoryPanel } from './HistoryPanel.tsx'
import { type UndoMergeApi, useUndoMerge } from './useUndoMerge.ts'

interface MergedHereProps {
  register: string
  /** The procedures of the register: `api.<feature>`. */
  api: HistoryApi & {
    merging: UndoMergeApi & { ofRecord: (input: { id: number }) => Promise<MergeLine[]> }
  }
  recordId: number
  mayUndo: boolean
  mayReadHistory: boolean
}

/** Which records were merged into this one, each with its history and a way to undo it. */
export function MergedHere({ register, api, recordId, mayUndo, mayReadHistory }: MergedHereProps) {
  const { t } = useTranslation()
  const undo = useUndoMerge(register, api.merging)
  const [shown, setShown] = useState<{ recordId: number; title: string } | null>(null)
  const { data = [] } = useQuery({
    queryKey: [register, 'merging', 'ofRecord', recordId],
    queryFn: () => api.merging.ofRecord({ id: recordId }),
  })
  const lines = data.map(({ id, mergedId, mergedTitle, mergedAt, userName }) => (
    <Notice
      key={id}
      tone="hint"
      actions={
        <>
          {mayReadHistory && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setShown({ recordId: mergedId, title: mergedTitle })}
            >
              {t('duplicates.itsHistory')}
            </Button>
          )}
          {mayUndo && (
            <Button size="compact-sm" variant="default" onClick={() => undo.mutate(id)}>
              {t('duplicates.undo')}
            </Button>
          )}
        </>
      }
    >
      {t('duplicates.mergedHere', { title: mergedTitle, at: formatInstant(mergedAt), name: userName })}
    </Notice>
  ))
  return (
    <>
      {lines}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="xl"
        title={shown && t('duplicates.historyOf', { title: shown.title })}
      >
        {shown && (
          <>
            {/* What had been merged into that one before has a history of its own. */}
            <MergedHere
              register={register}
              api={api}
              recordId={shown.recordId}
              mayUndo={false}
              mayReadHistory
            />
            <HistoryPanel kind={register} api={api} recordId={shown.recordId} />
          </>
        )}
      </Modal>
    </>
  )
}
