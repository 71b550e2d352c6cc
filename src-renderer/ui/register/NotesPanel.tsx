import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note, RemovedNote } from '#shared/kit/register/notes.ts'
import { EmptyState } from '../EmptyState.tsx'
import { offerUndo } from '../offerStep.tsx'
import { Panel } from '../Panel.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteItem } from './NoteItem.tsx'
import classes from './NotesPanel.module.css'

type RowVersion = Pick<Note, 'id' | 'version'>

/** The procedures of the notes of a register. */
export interface NotesApi {
  list: (record: { recordId: number }) => Promise<Note[]>
  removed: (record: { recordId: number }) => Promise<RemovedNote[]>
  add: (note: { recordId: number; text: string }) => Promise<Note>
  change: (note: RowVersion & { text: string }) => Promise<Note>
  remove: (note: RowVersion) => Promise<Note>
  restore: (note: RowVersion) => Promise<Note>
}

interface NotesPanelProps {
  api: NotesApi
  recordId: number
  /** Undefined while they are on their way. */
  notes: Note[] | undefined
  mayWrite: boolean
  /** Those that were removed. */
  removed: ReactNode
}

/** The notes on a record, the newest first, and above them a place for the next one. */
export function NotesPanel({ api, recordId, notes, mayWrite, removed }: NotesPanelProps) {
  const { t } = useTranslation()
  const [added, setAdded] = useState(0)
  const [editedId, setEditedId] = useState<number>()
  const list = useRef<HTMLUListElement>(null)
  const restoring = useMutation({ mutationFn: api.restore })
  const removing = useMutation({
    mutationFn: api.remove,
    onSuccess: ({ id, version }) => {
      list.current?.focus()
      offerUndo(t('notes.removed'), () => restoring.mutate({ id, version }))
    },
  })
  return (
    <Panel>
      {mayWrite && (
        <NoteForm
          key={added}
          label={t('notes.new')}
          initial={{ text: '', recordId }}
          hasFocus={added > 0}
          save={api.add}
          onSaved={() => setAdded(added + 1)}
        />
      )}
      {notes?.length === 0 && (
        <EmptyState
          title={t('notes.empty')}
          hint={mayWrite ? t('notes.emptyHint') : t('notes.emptyForReaders')}
        />
      )}
      <ul ref={list} tabIndex={-1} className={classes.list} aria-label={t('notes.title')}>
        {notes?.map((note) => (
          <li key={note.id} className={classes.note}>
            {editedId === note.id ? (
              <NoteForm
                label={t('notes.change')}
                initial={{ text: note.text, id: note.id, version: note.version }}
                hasFocus
                save={api.change}
                onSaved={() => setEditedId(undefined)}
                onCancel={() => setEditedId(undefined)}
              />
            ) : (
              <NoteItem
                note={note}
                mayChange={mayWrite && note.isChangeable}
                onEdit={() => setEditedId(note.id)}
                onRemove={() => removing.mutate({ id: note.id, version: note.version })}
              />
            )}
          </li>
        ))}
      </ul>
      {removed}
    </Panel>
  )
}
