import { ActionIcon, Loader, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../Notice.tsx'
import classes from './AttachmentsPanel.module.css'
import type { Upload } from './useUploads.ts'

/** A file on its way, or why it was refused. */
export function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation()
  const { name, state, refusal } = upload
  return (
    <li className={classes.item}>
      <div className={classes.open} role={refusal ? 'alert' : 'status'}>
        <Text fw={500}>{name}</Text>
        {state === 'refused' ? (
          <Notice tone="stop">{refusal}</Notice>
        ) : (
          <Text size="sm" c="dimmed">
            <Loader size={12} mr={6} /> {t(`attachments.${state}`)}
          </Text>
        )}
      </div>
      {state === 'refused' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('attachments.dismiss')} onClick={onDismiss}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
