import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadPerson } from '#shared/features/events/events.pasting.rules.ts'
import { api, orpc } from '../../api/client.ts'
import { Notice } from '../../ui/Notice.tsx'
import { asNew, type Meant, PastedLines } from './PastedLines.tsx'
import { useToldAdded } from './useToldAdded.ts'

/** A list that was pasted: read, looked up in the register, and put on the list of the event. */
export function PastedPeople({ eventId }: { eventId: number }) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [people, setPeople] = useState<ReadPerson[]>()
  const [unread, setUnread] = useState<string[]>([])
  const [meant, setMeant] = useState<Meant[]>([])
  const read = useMutation({
    mutationFn: () => api.events.readPeople({ id: eventId, text }),
    onSuccess: (found) => {
      setPeople(found.people)
      setUnread(found.unread)
      setMeant(found.people.map(({ candidates }) => (candidates[0] ? String(candidates[0].id) : asNew)))
    },
  })
  const add = useMutation(
    orpc.events.addPeople.mutationOptions({
      onSuccess: (added) => {
        tell(added)
        setText('')
        setPeople(undefined)
        setUnread([])
        // The button that was pressed is gone, or has nothing to do any more.
        area.current?.focus()
      },
    }),
  )
  const chosen = people ?? []
  return (
    <Stack gap="sm">
      <Textarea
        ref={area}
        label={t('events.people.pastedLabel')}
        description={t('events.people.pastedHint')}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        onChange={(changed) => {
          setText(changed.currentTarget.value)
          setPeople(undefined)
          setUnread([])
        }}
      />
      {unread.length > 0 && (
        <Notice tone="warning">
          {t('events.people.unread', { count: unread.length })}
          {unread.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list have no identity but their place
            <div key={index}>{line}</div>
          ))}
        </Notice>
      )}
      {chosen.length > 0 && (
        <PastedLines
          people={chosen}
          meant={meant}
          onMean={(index, next) => setMeant(meant.map((each, at) => (at === index ? next : each)))}
          onChange={setPeople}
        />
      )}
      <Group justify="flex-end">
        {chosen.length > 0 ? (
          <Button
            loading={add.isPending}
            onClick={() =>
              add.mutate({
                id: eventId,
                volunteerIds: meant.filter((each) => each !== asNew).map(Number),
                newPeople: chosen
                  .filter((_, index) => meant[index] === asNew)
                  .map(({ candidates, ...person }) => person),
              })
            }
          >
            {t('events.people.addRead')}
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={text.trim() === ''}
            loading={read.isPending}
            onClick={() => read.mutate()}
          >
            {t('events.people.read')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
