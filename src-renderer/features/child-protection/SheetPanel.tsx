import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/features/child-protection/child-protection.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

interface SheetPanelProps {
  volunteer: Volunteer
  isOpen: boolean
  onDropped: () => void
}

/** What a look into the registers asks for: kept in memory while one checks, shown as long as it is, gone with the results. */
export function SheetPanel({ volunteer, isOpen, onDropped }: SheetPanelProps) {
  const { t } = useTranslation()
  const { id: volunteerId } = volunteer
  const { data } = useQuery(orpc.childProtection.sheet.queryOptions({ input: { volunteerId }, gcTime: 0 }))
  if (!isOpen && !data) return null
  return (
    <Panel title={t('childProtection.sheet.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('childProtection.sheet.hint')}
        </Text>
        <Facts
          items={[
            { label: t('volunteers.fields.surname'), value: volunteer.surname },
            { label: t('volunteers.fields.firstNames'), value: volunteer.firstNames },
            { label: t('volunteers.fields.pesel'), value: volunteer.pesel },
            {
              label: t('volunteers.fields.birthOn'),
              value: volunteer.birthOn && formatDay(volunteer.birthOn),
            },
          ]}
        />
        {data !== undefined && (
          <SheetForm
            key={JSON.stringify(data)}
            volunteerId={volunteerId}
            sheet={data}
            onDropped={onDropped}
          />
        )}
      </Stack>
    </Panel>
  )
}

function SheetForm({
  volunteerId,
  sheet,
  onDropped,
}: {
  volunteerId: number
  sheet: Sheet | null
  onDropped: () => void
}) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: {
      birthSurname: sheet?.birthSurname ?? '',
      fatherName: sheet?.fatherName ?? '',
      motherName: sheet?.motherName ?? '',
    },
  })
  const keep = useMutation({
    mutationFn: (values: Omit<Sheet, 'volunteerId'>) =>
      api.childProtection.keepSheet({ volunteerId, ...values }),
  })
  const drop = useMutation({
    mutationFn: () => api.childProtection.dropSheet({ volunteerId }),
    onSuccess: onDropped,
  })
  return (
    <form onSubmit={form.onSubmit((values) => keep.mutate(values))}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing="sm">
        {(['birthSurname', 'fatherName', 'motherName'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`childProtection.fields.${name}`)}
            autoComplete="off"
            maxLength={80}
            {...form.getInputProps(name)}
          />
        ))}
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="xs">
        <Text size="sm" c="dimmed" aria-live="polite">
          {sheet && t('childProtection.sheet.kept')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => drop.mutate()} loading={drop.isPending}>
            {t('childProtection.sheet.drop')}
          </Button>
          <Button type="submit" variant="default" loading={keep.isPending}>
            {t('childProtection.sheet.keep')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}
