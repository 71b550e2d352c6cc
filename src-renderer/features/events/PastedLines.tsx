import { ActionIcon, Button, Group, Select, Table } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReadPerson } from '#shared/features/events/events.pasting.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'

/** Whom a line of the list means: an id of the register, or somebody new. */
export type Meant = string

export const asNew = 'new'

interface PastedLinesProps {
  people: readonly ReadPerson[]
  meant: readonly Meant[]
  onMean: (index: number, meant: Meant) => void
  onChange: (people: ReadPerson[]) => void
}

/** With surname and first names the other way round; who is meant was looked up in both orders. */
function swapped({ surname, firstNames, ...person }: ReadPerson): ReadPerson {
  return { ...person, surname: firstNames, firstNames: surname }
}

/** What was read of a pasted list, part by part, and whom of the register each line means. */
export function PastedLines({ people, meant, onMean, onChange }: PastedLinesProps) {
  const { t } = useTranslation()
  return (
    <>
      <Table aria-label={t('events.people.pastedLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('volunteers.fields.surname')}</Table.Th>
            <Table.Th w={30} />
            <Table.Th>{t('volunteers.fields.firstNames')}</Table.Th>
            <Table.Th>{t('volunteers.fields.birthOn')}</Table.Th>
            <Table.Th>{t('events.people.meant')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person, index) => {
            const name = `${person.surname} ${person.firstNames}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list have no identity but their place
              <Table.Tr key={index}>
                <Table.Td>{person.surname}</Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    aria-label={t('events.people.swap', { name })}
                    title={t('events.people.swap', { name })}
                    onClick={() => onChange(people.map((each, at) => (at === index ? swapped(each) : each)))}
                  >
                    <IconArrowsExchange size={14} aria-hidden />
                  </ActionIcon>
                </Table.Td>
                <Table.Td>{person.firstNames}</Table.Td>
                <Table.Td>{person.birthOn && formatDay(person.birthOn)}</Table.Td>
                <Table.Td w={190}>
                  <Select
                    size="xs"
                    aria-label={t('events.people.pick', { name })}
                    allowDeselect={false}
                    data={[
                      ...person.candidates.map((candidate) => ({
                        value: String(candidate.id),
                        label: [
                          candidate.name,
                          candidate.birthOn ? formatDay(candidate.birthOn) : t('events.people.unknownBirth'),
                          candidate.isOnList && t('events.people.onList'),
                        ]
                          .filter(Boolean)
                          .join(', '),
                      })),
                      { value: asNew, label: t('events.people.asNew') },
                    ]}
                    value={meant[index] ?? asNew}
                    onChange={(next) => onMean(index, next ?? asNew)}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowsExchange size={14} aria-hidden />}
          onClick={() => onChange(people.map(swapped))}
        >
          {t('events.people.swapAll')}
        </Button>
      </Group>
    </>
  )
}
