import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../useShortcuts.ts'
import { type UndoneRecord, useUndo } from './useUndo.ts'

/** Undoes and redoes the changes of the open record, also by Ctrl+Z and Ctrl+Shift+Z; a button only where there is one. */
export function UndoButtons({ kind, api, record }: UndoneRecord) {
  const { t } = useTranslation()
  const { mutate, isPending } = useUndo({ kind, api, record })
  const { data } = useQuery({
    queryKey: [kind, 'undo', record.id, record.version],
    queryFn: () => api.state({ recordId: record.id }),
  })
  const undo = () => mutate('undo')
  const redo = () => mutate('redo')
  useShortcuts({ undo, redo })
  return (
    <>
      {data?.undo && (
        <Tooltip label={`${t('undo.undo')} (Ctrl+Z)`}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('undo.undo')}
            disabled={isPending}
            onClick={undo}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {data?.redo && (
        <Tooltip label={`${t('undo.redo')} (Ctrl+Shift+Z)`}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('undo.redo')}
            disabled={isPending}
            onClick={redo}
          >
            <IconArrowForwardUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}
