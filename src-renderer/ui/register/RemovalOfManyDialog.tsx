import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RemovalOfMany } from '#shared/kit/register/removal.ts'
import { KeptRecords } from './KeptRecords.tsx'

interface RemovalOfManyDialogProps {
  outcome: RemovalOfMany
  /** Stays in the page while it closes, so that the key that closed it is not taken for one of the page. */
  isOpen: boolean
  onRemove: () => void
  onClose: () => void
}

/** How many of the selected records would go into the bin, and which stay for what reasons; to be confirmed. */
export function RemovalOfManyDialog({ outcome, isOpen, onRemove, onClose }: RemovalOfManyDialogProps) {
  const { t } = useTranslation()
  const { selected, removed, kept } = outcome
  const staying = selected - removed
  return (
    <Modal size="lg" opened={isOpen} onClose={onClose} title={t('bin.removeManyTitle', { count: selected })}>
      <Text>{removed > 0 ? t('bin.removeManyGo', { count: removed }) : t('bin.removeManyNone')}</Text>
      {staying > 0 && (
        <>
          <Text mt="sm">{t('bin.removeManyStay', { count: staying })}</Text>
          <KeptRecords kept={kept} more={staying - kept.length} />
        </>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus={removed === 0 || undefined} onClick={onClose}>
          {removed > 0 ? t('common.cancel') : t('common.close')}
        </Button>
        {removed > 0 && (
          <Button data-autofocus color="red.8" onClick={onRemove}>
            {t('bin.remove')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
