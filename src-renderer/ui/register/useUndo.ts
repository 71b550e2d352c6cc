import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { wordsFor } from '#shared/kit/register/changes.ts'
import type { UndoObstacle, UndoState, UndoStep } from '#shared/kit/register/undo.ts'
import { failureOf } from '../../api/errors.ts'
import { showFailure } from '../../api/queries.ts'
import { confirm } from '../ask.tsx'
import { offerStep } from '../offerStep.tsx'
import { actionText } from './actionText.ts'
import { changedFieldTexts, changeTexts } from './changeTexts.ts'

/** The procedures that undoing the changes of a record calls. */
export interface UndoApi {
  state: (input: { recordId: number }) => Promise<UndoState>
  apply: (input: { id: number; version: number; entryId: number }) => Promise<{ version: number }>
}

/** A record whose changes are undone, as the page shows it. */
export interface UndoneRecord {
  /** The register's name. */
  kind: string
  api: UndoApi
  record: { id: number; version: number }
}

/**
 * Takes back the last change of the open record, or brings it again. An own change at once, with the way back offered;
 * somebody else's after a question that tells what would become of the fields.
 */
export function useUndo({ kind, api, record }: UndoneRecord) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { section } = wordsFor(kind, 'changed')
  // Steps follow each other faster than the page is read anew.
  const latest = useRef(record)
  if (latest.current.id !== record.id || latest.current.version < record.version) latest.current = record

  const say = (obstacle: UndoObstacle) =>
    notifications.show({
      message: t(obstacle.key, { action: obstacle.action ? actionText(kind, obstacle.action) : '' }),
    })

  function isAgreed(way: 'undo' | 'redo', { at, userName, isOwn, changes }: UndoStep): Promise<boolean> {
    if (isOwn) return Promise.resolve(true)
    const said = { at: formatInstant(at), name: userName ?? t('undo.byProgram') }
    const sentence = way === 'undo' ? t('undo.bySomebody', said) : t('undo.redoBySomebody', said)
    return confirm({
      title: way === 'undo' ? t('undo.undoTitle') : t('undo.redoTitle'),
      text: `${sentence} ${changeTexts(section, changes).join('; ')}.`,
      action: t(`undo.${way}`),
    })
  }

  const apply = useMutation({
    mutationFn: async (way: 'undo' | 'redo') => {
      const state = await api.state({ recordId: record.id })
      const step = state[way]
      if (!step) {
        say(way === 'redo' ? { key: 'undo.nothingToRedo' } : (state.obstacle ?? { key: 'undo.nothing' }))
        return
      }
      if (!(await isAgreed(way, step))) return
      const { id, version } = latest.current
      latest.current = { id, ...(await api.apply({ id, version, entryId: step.entryId })) }
      const fields = changedFieldTexts(section, step.changes).join(', ')
      const message = t(way === 'undo' ? 'undo.undone' : 'undo.redone', { fields })
      if (way === 'redo') notifications.show({ message, color: 'green' })
      else offerStep(message, t('undo.redo'), () => apply.mutate('redo'))
    },
    onError: (error) => {
      // The page shows an older version than there is: it is read anew, and nothing is undone unseen.
      if (failureOf(error)?.code === 'CONFLICT') notifications.show({ message: t('undo.errors.notLast') })
      else showFailure(error)
      void client.invalidateQueries()
    },
    meta: { showsOwnErrors: true },
    scope: { id: `undo ${kind} ${record.id}` },
  })
  return apply
}
