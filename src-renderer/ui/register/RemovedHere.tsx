import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import classes from './NotesPanel.module.css'

interface RemovedPart {
  id: number
  version: number
  removedAt: string
}

interface RemovedHereProps<Part extends RemovedPart> {
  /** What the list of the removed is kept under. */
  queryKey: readonly (string | number)[]
  load: () => Promise<Part[]>
  restore: (part: { id: number; version: number }) => Promise<unknown>
  title: (count: number) => string
  describe: (part: Part) => string
}

/** The removed notes, or attachments, of a record, to be put back until the bin is emptied; nothing where there are none. */
export function RemovedHere<Part extends RemovedPart>(props: RemovedHereProps<Part>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data: parts = [] } = useQuery({ queryKey: props.queryKey, queryFn: props.load })
  const restoring = useMutation({ mutationFn: props.restore })
  if (parts.length === 0) return null
  const title = props.title(parts.length)
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        mt="sm"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {title}
      </Button>
      {isOpen && (
        <ul className={classes.list} aria-label={title}>
          {parts.map((part) => (
            <li key={part.id} className={classes.note}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text size="sm" c="dimmed">
                    {t('bin.removedAt', { at: formatInstant(part.removedAt) })}
                  </Text>
                  <p className={classes.text}>{props.describe(part)}</p>
                </div>
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => restoring.mutate({ id: part.id, version: part.version })}
                >
                  {t('bin.restore')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
