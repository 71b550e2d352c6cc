import { Button, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attachment, attachmentTypes } from '#shared/kit/register/attachments.ts'
import { EmptyState } from '../../EmptyState.tsx'
import { FormDrawer } from '../../FormDrawer.tsx'
import { offerUndo } from '../../offerStep.tsx'
import { Panel } from '../../Panel.tsx'
import { AttachmentForm } from './AttachmentForm.tsx'
import { AttachmentItem } from './AttachmentItem.tsx'
import { AttachmentPreview } from './AttachmentPreview.tsx'
import classes from './AttachmentsPanel.module.css'
import type { AttachmentsApi } from './attachmentsApi.ts'
import { UploadRow } from './UploadRow.tsx'
import type { useUploads } from './useUploads.ts'

interface AttachmentsPanelProps {
  api: AttachmentsApi
  /** Undefined while they are on their way. */
  attachments: Attachment[] | undefined
  sending: ReturnType<typeof useUploads>
  mayWrite: boolean
  /** Those that were removed. */
  removed: ReactNode
}

/** The files of a record, and beside them the one that is looked at. */
export function AttachmentsPanel({ api, attachments, sending, mayWrite, removed }: AttachmentsPanelProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [openId, setOpenId] = useState<number>()
  const [changed, setChanged] = useState<Attachment>()
  const restoring = useMutation({ mutationFn: api.restore })
  const removing = useMutation({
    mutationFn: api.remove,
    onSuccess: ({ id, version }) => {
      list.current?.focus()
      offerUndo(t('attachments.removed'), () => restoring.mutate({ id, version }))
    },
  })
  const open = attachments?.find(({ id }) => id === openId)
  const isEmpty = attachments?.length === 0 && sending.uploads.length === 0
  return (
    <div className={classes.layout}>
      <Panel>
        {mayWrite && (
          <div className={classes.add}>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              accept={Object.keys(attachmentTypes)
                .map((extension) => `.${extension}`)
                .join()}
              data-testid="attachment-files"
              onChange={(event) => {
                sending.add([...(event.currentTarget.files ?? [])])
                event.currentTarget.value = ''
              }}
            />
            <Button
              variant="default"
              leftSection={<IconPaperclip size={16} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t('attachments.choose')}
            </Button>
            <Text size="sm" c="dimmed" mt={4}>
              {t('attachments.allowed')}
            </Text>
          </div>
        )}
        {isEmpty && (
          <EmptyState
            title={t('attachments.empty')}
            hint={mayWrite ? t('attachments.emptyHint') : t('attachments.emptyForReaders')}
          />
        )}
        <ul ref={list} tabIndex={-1} className={classes.list} aria-label={t('attachments.title')}>
          {sending.uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onDismiss={() => sending.dismiss(upload.key)} />
          ))}
          {attachments?.map((attachment) => (
            <AttachmentItem
              key={attachment.id}
              attachment={attachment}
              isOpen={attachment.id === openId}
              mayWrite={mayWrite}
              onOpen={() => setOpenId(attachment.id)}
              onChange={() => setChanged(attachment)}
              onRemove={() => removing.mutate({ id: attachment.id, version: attachment.version })}
            />
          ))}
        </ul>
        {removed}
      </Panel>
      {!isEmpty && (
        <Panel>
          {open ? (
            <AttachmentPreview key={open.id} api={api} attachment={open} />
          ) : (
            <Text c="dimmed">{t('attachments.chooseOne')}</Text>
          )}
        </Panel>
      )}
      <FormDrawer title={t('attachments.change')} isOpen={!!changed} onClose={() => setChanged(undefined)}>
        {changed && <AttachmentForm api={api} attachment={changed} onClose={() => setChanged(undefined)} />}
      </FormDrawer>
    </div>
  )
}
