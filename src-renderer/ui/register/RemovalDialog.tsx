import { Anchor, Button, Group, List, Modal, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RemovalPreview, RemovalReason } from '#shared/kit/register/removal.ts'
import { textOf } from '../../i18n.ts'

interface RemovalDialogProps {
  preview: RemovalPreview
  /** Stays in the page while it closes, so that the key that closed it is not taken for one of the page. */
  isOpen: boolean
  onRemove: () => void
  onClose: () => void
}

/** What would go into the bin with a record, to be confirmed; or everything that forbids it, with links to it. */
export function RemovalDialog({ preview, isOpen, onRemove, onClose }: RemovalDialogProps) {
  const { t } = useTranslation()
  const { title, goes, reasons, days } = preview
  if (reasons.length > 0)
    return (
      <Modal opened={isOpen} onClose={onClose} title={t('bin.heldTitle', { title })}>
        <Text mb="xs">{t('bin.heldText')}</Text>
        <List spacing="xs">
          {reasons.map((reason) => (
            <List.Item key={reason.key}>
              <Reason reason={reason} onLeave={onClose} />
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Modal>
    )
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('bin.removeTitle', { title })}>
      <Text>{t('bin.removeText', { count: days })}</Text>
      {goes.length > 0 && (
        <>
          <Text mt="sm">{t('bin.goesAlong')}</Text>
          <List>
            {goes.map((each) => (
              <List.Item key={each.key}>{textOf(each)}</List.Item>
            ))}
          </List>
        </>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus color="red.8" onClick={onRemove}>
          {t('bin.remove')}
        </Button>
      </Group>
    </Modal>
  )
}

function Reason({ reason, onLeave }: { reason: RemovalReason; onLeave: () => void }) {
  const { t } = useTranslation()
  const { params, records } = reason
  const more = Number(params?.count ?? records.length) - records.length
  return (
    <>
      {textOf(reason)}
      {records.length > 0 && (
        <Text size="sm" component="div">
          {records.map(({ kind, id, title }) => (
            <div key={id}>
              <Anchor component={Link} to={`/${kind}/${id}`} size="sm" underline="always" onClick={onLeave}>
                {title}
              </Anchor>
            </div>
          ))}
          {more > 0 && t('bin.heldMore', { count: more })}
        </Text>
      )}
    </>
  )
}
