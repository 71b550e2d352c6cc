import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MergeLine, UndoPreview } from '#shared/kit/register/merging.ts'
import { textOf } from '../../i18n.ts'
import { confirm } from '../ask.tsx'
import { movedText } from './movedText.ts'

/** The procedures that undoing a merge calls. */
export interface UndoMergeApi {
  undoPreview: (input: { id: number }) => Promise<UndoPreview>
  undo: (input: { id: number }) => Promise<MergeLine>
}

/** Undoes a merge after telling what that does; what cannot be undone is told instead. */
export function useUndoMerge(register: string, api: UndoMergeApi) {
  const { t } = useTranslation()
  return useMutation({
    mutationFn: async (id: number) => {
      const preview = await api.undoPreview({ id })
      const { movedBack, editedFields, added, gone } = preview
      const edited = editedFields.map((field) => textOf({ key: `${register}.fields.${field}` })).join(', ')
      const sentences = preview.obstacle
        ? [textOf({ key: preview.obstacle })]
        : [
            t('duplicates.undoPlain'),
            movedBack.length > 0 && t('duplicates.undoBack', { what: movedText(movedBack) }),
            edited && t('duplicates.undoEdited', { what: edited }),
            added.length > 0 && t('duplicates.undoAdded', { what: movedText(added) }),
            gone.length > 0 && t('duplicates.undoGone', { what: movedText(gone) }),
          ]
      const isSure = await confirm({
        title: t('duplicates.undoTitle', { title: preview.mergedTitle }),
        text: sentences.filter(Boolean).join(' '),
        action: t('duplicates.undo'),
      })
      if (!isSure) return
      await api.undo({ id })
      notifications.show({ message: t('duplicates.undone'), color: 'green' })
    },
  })
}
