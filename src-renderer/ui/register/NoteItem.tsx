import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { Note } from '#shared/kit/register/notes.ts'
import classes from './NotesPanel.module.css'

interface NoteItemProps {
  note: Note
  mayChange: boolean
  onEdit: () => void
  onRemove: () => void
}

/** One note: who wrote it, when, and what. */
export function NoteItem({ note, mayChange, onEdit, onRemove }: NoteItemProps) {
  const { t } = useTranslation()
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm" mih={28}>
        <Text size="sm" c="dimmed">
          <Text span fw={600} c="var(--mantine-color-text)">
            {note.authorName}
          </Text>
          {` · ${formatInstant(note.createdAt)}`}
          {note.changedAt &&
            ` · ${t('notes.changed', { at: formatInstant(note.changedAt), name: note.changedByName ?? '' })}`}
        </Text>
        {mayChange && (
          <Group gap={4} wrap="nowrap">
            <Tooltip label={t('notes.change')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('notes.change')} onClick={onEdit}>
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('notes.remove')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('notes.remove')} onClick={onRemove}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
      <p className={classes.text}>{note.text}</p>
    </>
  )
}
