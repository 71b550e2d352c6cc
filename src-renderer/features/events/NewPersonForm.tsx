import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AddedMembers, type CentreEvent, newPerson } from '#shared/features/events/events.contract.ts'
import { guardianRelations } from '#shared/features/volunteers/volunteers.profile.contract.ts'
import { isMinorOn } from '#shared/features/volunteers/volunteers.rules.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { api, orpc } from '../../api/client.ts'
import { DateField } from '../../ui/DateField.tsx'
import { choices, textField } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useToldAdded } from './useToldAdded.ts'

const empty = {
  surname: '',
  firstNames: '',
  birthOn: null as string | null,
  phone: '',
  guardianName: '',
  guardianRelation: '' as (typeof guardianRelations)[number],
  guardianPhone: '',
}

/** A new person for the register and the list, typed without leaving the keys; Enter adds and begins anew. */
export function NewPersonForm({ event }: { event: CentreEvent }) {
  const [count, setCount] = useState(0)
  return <PersonFields key={count} event={event} onAdded={() => setCount(count + 1)} />
}

function PersonFields({ event, onAdded }: { event: CentreEvent; onAdded: () => void }) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  const onSaved = (added: AddedMembers) => {
    tell(added)
    onAdded()
  }
  const record = useRecordForm({
    schema: newPerson,
    initial: empty,
    save: (person) => api.events.addPeople({ id: event.id, volunteerIds: [], newPeople: [person] }),
    onSaved,
  })
  const take = useMutation(orpc.events.addPeople.mutationOptions({ onSuccess: onSaved }))
  const { form } = record
  const field = textField(form)
  const { surname, firstNames, birthOn } = form.values
  const isNamed = surname.trim().length > 1 && firstNames.trim().length > 1
  const { data: likely } = useQuery(
    orpc.events.readPeople.queryOptions({
      input: { id: event.id, text: [surname, firstNames, birthOn ?? ''].join(';') },
      enabled: isNamed,
    }),
  )
  const candidates = isNamed ? (likely?.people[0]?.candidates ?? []) : []
  const isMinor = birthOn !== null && isDay(birthOn) && isMinorOn(birthOn, event.startsOn)
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        record.submit()
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('events.people.newHint')}
        </Text>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label={t('volunteers.fields.surname')} required autoFocus {...field('surname')} />
          <TextInput label={t('volunteers.fields.firstNames')} required {...field('firstNames')} />
          <DateField
            label={t('volunteers.fields.birthOn')}
            century="past"
            {...form.getInputProps('birthOn')}
            name="birthOn"
          />
          <TextInput label={t('volunteers.fields.phone')} {...field('phone', readPhone)} />
          {isMinor && (
            <>
              <TextInput label={t('agreements.fields.guardianName')} {...field('guardianName')} />
              <Select
                label={t('agreements.fields.guardianRelation')}
                allowDeselect={false}
                data={choices(guardianRelations, (relation) => t(`volunteers.relations.${relation}`))}
                {...form.getInputProps('guardianRelation')}
              />
              <TextInput
                label={t('agreements.fields.guardianPhone')}
                {...field('guardianPhone', readPhone)}
              />
            </>
          )}
        </SimpleGrid>
        {candidates.map((candidate) => (
          <Notice
            key={candidate.id}
            tone="warning"
            actions={
              !candidate.isOnList && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => take.mutate({ id: event.id, volunteerIds: [candidate.id], newPeople: [] })}
                >
                  {t('events.people.takeIt')}
                </Button>
              )
            }
          >
            {t('events.people.sameName', {
              name: candidate.name,
              birth: candidate.birthOn ? formatDay(candidate.birthOn) : t('events.people.unknownBirth'),
            })}
          </Notice>
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={record.isSaving}>
            {t('events.people.addOne')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
