import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MonitoringEntry } from '#shared/features/placements/placements.monitoring.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { Facts } from '../../ui/Facts.tsx'
import { ContactForm } from './ContactForm.tsx'

interface EntryDrawerProps {
  entry: MonitoringEntry
  coordinatorId: number | null
  onDone: () => void
}

/** One entry of the monitoring: the form where it can be filled in, what was noted where it cannot. */
export function EntryDrawer({ entry, coordinatorId, onDone }: EntryDrawerProps) {
  const { t } = useTranslation()
  const may = useMay()
  const unskip = useMutation(orpc.monitoring.unskip.mutationOptions({ onSuccess: onDone }))
  const isSkipped = entry.skippedOn !== null
  if (may('placements.monitor') && !isSkipped)
    return (
      <ContactForm
        key={`${entry.id} ${entry.version}`}
        placementId={entry.placementId}
        entry={entry}
        coordinatorId={coordinatorId}
        onDone={onDone}
      />
    )
  return (
    <Stack gap="sm">
      <Facts
        items={[
          { label: t('monitoring.fields.dueOn'), value: formatDay(entry.dueOn) },
          { label: t('monitoring.fields.doneOn'), value: entry.doneOn && formatDay(entry.doneOn) },
          { label: t('monitoring.fields.doneBy'), value: entry.doneByName },
          { label: t('monitoring.fields.way'), value: entry.way && t(`monitoring.ways.${entry.way}`) },
          {
            label: t('monitoring.fields.result'),
            value: entry.result && t(`monitoring.results.${entry.result}`),
          },
          { label: t('monitoring.fields.sentence'), value: entry.sentence },
        ]}
      />
      {isSkipped && (
        <Text size="sm">
          {entry.skipReason
            ? t('monitoring.skippedBecause', { reason: entry.skipReason })
            : t('monitoring.skippedByWithdrawal')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('common.close')}
        </Button>
        {isSkipped && may('placements.monitor') && (
          <Button variant="default" onClick={() => unskip.mutate({ id: entry.id, version: entry.version })}>
            {t('monitoring.unskip')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
