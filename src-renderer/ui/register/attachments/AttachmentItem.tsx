import { ActionIcon, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import type { Attachment } from '#shared/kit/register/attachments.ts'
import classes from './AttachmentsPanel.module.css'

interface AttachmentItemProps {
  attachment: Attachment
  isOpen: boolean
  mayWrite: boolean
  onOpen: () => void
  onChange: () => void
  onRemove: () => void
}

/** One file: its name and description, who added it and when. */
export function AttachmentItem(props: AttachmentItemProps) {
  const { attachment, isOpen, mayWrite, onOpen, onChange, onRemove } = props
  const { t, i18n } = useTranslation()
  const [amount, unit] =
    attachment.size < 100_000 ? [attachment.size / 1024, 'KB'] : [attachment.size / 1024 / 1024, 'MB']
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(amount)
  return (
    <li className={classes.item} data-open={isOpen || undefined}>
      <UnstyledButton className={classes.open} onClick={onOpen} aria-pressed={isOpen}>
        <Text fw={500}>{attachment.fileName}</Text>
        {attachment.description && <Text size="sm">{attachment.description}</Text>}
        <Text size="sm" c="dimmed">
          {`${size} ${unit} · ${attachment.authorName}, ${formatInstant(attachment.createdAt)}`}
        </Text>
      </UnstyledButton>
      {mayWrite && (
        <>
          <Tooltip label={t('attachments.change')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('attachments.change')} onClick={onChange}>
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('attachments.remove')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('attachments.remove')} onClick={onRemove}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </li>
  )
}
