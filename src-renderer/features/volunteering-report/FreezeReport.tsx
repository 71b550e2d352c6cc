import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportAsked } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { api } from '../../api/client.ts'

/** Keeps the report as it stands today, with a note, and opens it. */
export function FreezeReport({ asked }: { asked: ReportAsked }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isOpen, { open, close }] = useDisclosure()
  const [note, setNote] = useState('')
  const freezing = useMutation({
    mutationFn: () => api.volunteeringReport.freeze({ ...asked, note }),
    onSuccess: ({ id }) => navigate({ to: '/volunteering-report/frozen/$id', params: { id } }),
  })
  return (
    <>
      <Button onClick={open}>{t('volunteeringReport.freeze')}</Button>
      <Modal opened={isOpen} onClose={close} title={t('volunteeringReport.freeze')}>
        <Text mb="md">{t('volunteeringReport.freezeHint')}</Text>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            freezing.mutate()
          }}
        >
          <TextInput
            data-autofocus
            label={t('volunteeringReport.note')}
            placeholder={t('volunteeringReport.notePlaceholder')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={freezing.isPending}>
              {t('volunteeringReport.freeze')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
