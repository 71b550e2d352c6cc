import { Button, Group, Select, Stack, Table, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadPerson } from '#shared/features/events/events.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useToldAdded } from './useToldAdded.ts'

/** Whom a line of the list means: an id of the register, or somebody new. */
type Meant = string

const asNew = 'new'

/** A list that was pasted: read, looked up in the register, and put on the list of the event. */
export function PastedPeople({ eventId }: { eventId: number }) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  const [text, setText] = useState('')
  const [people, setPeople] = useState<ReadPerson[]>()
  const [meant, setMeant] = useState<Meant[]>([])
  const read = useMutation({
    mutationFn: () => api.events.readPeople({ id: eventId, text }),
    onSuccess: (found) => {
      setPeople(found)
      setMeant(found.map(({ candidates }) => (candidates[0] ? String(candidates[0].id) : asNew)))
    },
  })
  const add = useMutation(
    orpc.events.addPeople.mutationOptions({
      onSuccess: (added) => {
        tell(added)
        setText('')
        setPeople(undefined)
      },
    }),
  )
  const chosen = people ?? []
  return (
    <Stack gap="sm">
      <Textarea
        label={t('events.people.pastedLabel')}
        description={t('events.people.pastedHint')}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        onChange={(changed) => {
          setText(changed.currentTarget.value)
          setPeople(undefined)
        }}
      />
      {chosen.length > 0 && (
        <Table aria-label={t('events.people.pastedLabel')}>
          <Table.Tbody>
            {chosen.map((person, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list have no identity but their place
              <Table.Tr key={index}>
                <Table.Td>
                  {person.surname} {person.firstNames}
                  {person.birthOn && `, ${formatDay(person.birthOn)}`}
                </Table.Td>
                <Table.Td w={210}>
                  <Select
                    size="xs"
                    aria-label={t('events.people.pick', { name: `${person.surname} ${person.firstNames}` })}
                    allowDeselect={false}
                    data={[
                      ...person.candidates.map(({ id, name, birthOn, isOnList }) => ({
                        value: String(id),
                        label: [
                          name,
                          birthOn ? formatDay(birthOn) : t('events.people.unknownBirth'),
                          isOnList && t('events.people.onList'),
                        ]
                          .filter(Boolean)
                          .join(', '),
                      })),
                      { value: asNew, label: t('events.people.asNew') },
                    ]}
                    value={meant[index] ?? asNew}
                    onChange={(next) =>
                      setMeant(meant.map((each, at) => (at === index ? (next ?? asNew) : each)))
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
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
