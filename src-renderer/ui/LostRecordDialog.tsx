import { Button, Group, Modal, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { api, orpc } from '../api/client.ts'
import { textOf } from '../i18n.ts'
import classes from './ConflictChoice.module.css'
import { copyText } from './copyText.ts'
import { Notice } from './Notice.tsx'
import { useFieldText } from './useFieldText.ts'
import type { LostRecord } from './useRecordForm.ts'

const pages = {
  volunteers: '/volunteers/$id',
  agreements: '/agreements/$id',
  staff: '/staff/$id',
  units: '/units/$id',
} as const

/** A register that can tell who saved a record and where it went. */
export type ConflictRegister = keyof typeof pages

interface LostRecordDialogProps {
  lost: LostRecord
  labelOf: (field: string) => string | undefined
  register: ConflictRegister | undefined
  onClose: () => void
}

/** The record can no longer be saved: where it went, the way to it, and all that was typed, to be copied. */
export function LostRecordDialog({ lost, labelOf, register, onClose }: LostRecordDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { id, sent, reason } = lost
  const textOfField = useFieldText([sent])
  const isGone = register !== undefined && id !== null && reason === null
  const binned = useQuery(
    orpc.bin.ofRecord.queryOptions({
      input: { kind: register ?? '', recordId: id ?? 0 },
      enabled: isGone,
      staleTime: 0,
    }),
  )
  const merged = useQuery({
    queryKey: [register, 'merging', 'whereIs', id],
    queryFn: () => (register ? api[register].merging.whereIs({ id: id ?? 0 }) : null),
    enabled: isGone,
    staleTime: 0,
  })
  const restore = useMutation({
    mutationFn: (binId: number) => api.bin.restore({ id: binId }),
    onSuccess: () => {
      notifications.show({ message: t('conflict.restored'), color: 'green' })
      onClose()
    },
  })
  const rows = Object.entries(sent).flatMap(([field, value]) => {
    const label = labelOf(field)
    return label ? [{ field, label, text: textOfField(field, value) }] : []
  })
  const target = merged.data?.id ?? (reason ? id : null)

  function copy() {
    const isCopied = copyText(rows.map(({ label, text }) => `${label}: ${text}`).join('\n'))
    notifications.show({ message: t(isCopied ? 'conflict.copied' : 'conflict.notCopied') })
  }

  function open(page: ConflictRegister, targetId: number) {
    // What was read before somebody else's change would be shown once more. Not asked for here: the form is to stay as it is.
    void client.invalidateQueries({ refetchType: 'none' })
    void navigate({ to: pages[page], params: { id: targetId } })
  }

  function what(): string {
    if (reason) return textOf(reason)
    if (merged.data) return t('conflict.merged', { title: merged.data.title })
    if (binned.data)
      return t('conflict.binned', {
        at: binned.data.removedAt ? formatInstant(binned.data.removedAt) : '',
        name: binned.data.removedBy?.text ?? t('conflict.program'),
      })
    return t('conflict.gone')
  }

  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg" title={t('conflict.lostTitle')}>
      <Notice tone="stop">{what()}</Notice>
      <Text my="sm">{t('conflict.lostHint')}</Text>
      <Table className={classes.table} aria-label={t('conflict.mine')}>
        <Table.Tbody>
          {rows.map(({ field, label, text }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" w="40%">
                {label}
              </Table.Th>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('conflict.back')}
        </Button>
        <Button variant="default" onClick={copy}>
          {t('conflict.copy')}
        </Button>
        {register && target !== null && (
          <Button onClick={() => open(register, target)}>{t('conflict.open')}</Button>
        )}
        {binned.data && (
          <Button loading={restore.isPending} onClick={() => binned.data && restore.mutate(binned.data.id)}>
            {t('bin.restore')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
