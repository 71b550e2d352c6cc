import { Button, Group, List, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BinRow } from '#shared/features/bin/bin.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'
import { Facts } from '../../ui/Facts.tsx'

interface BinEntryDialogProps {
  row: BinRow
  isOpen: boolean
  onRestore: () => void
  /** Undefined for who may not remove it for good. */
  onEmpty: (() => void) | undefined
  onClose: () => void
}

/** What lies in one entry of the bin, and what can be done with it. */
export function BinEntryDialog({ row, isOpen, onRestore, onEmpty, onClose }: BinEntryDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={isOpen} onClose={onClose} title={row.title}>
      <Facts
        items={[
          { label: t('bin.fields.kind'), value: t(`history.kinds.${row.kind}`) },
          { label: t('bin.fields.removedAt'), value: row.removedAt && formatInstant(row.removedAt) },
          { label: t('bin.fields.removedBy'), value: row.removedBy?.text },
          { label: t('bin.fields.dueOn'), value: row.dueOn && formatDay(row.dueOn) },
        ]}
      />
      {row.goes.length === 0 ? (
        <Text mt="sm" c="dimmed">
          {t('bin.nothingAlong')}
        </Text>
      ) : (
        <>
          <Text mt="sm">{t('bin.goesAlong')}</Text>
          <List>
            {row.goes.map((each) => (
              <List.Item key={each.key}>{textOf(each)}</List.Item>
            ))}
          </List>
        </>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        {onEmpty && (
          <Button variant="default" c="red.8" mr="auto" onClick={onEmpty}>
            {t('bin.emptySelected')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button data-autofocus onClick={onRestore}>
          {t('bin.restore')}
        </Button>
      </Group>
    </Modal>
  )
}
