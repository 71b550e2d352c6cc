import { Button, Group, List, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Anonymising } from '#shared/features/volunteers/volunteers.anonymising.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Removes the personal data of a volunteer after their time. Before that it says from when on, and what is in the way. */
export function AnonymiseButton({ volunteer }: { volunteer: Volunteer }) {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure()
  const { id, version } = volunteer
  const { data } = useQuery(orpc.volunteers.anonymising.queryOptions({ input: { id }, enabled: isOpen }))
  const anonymise = useMutation(
    orpc.volunteers.anonymise.mutationOptions({
      onSuccess: () => {
        close()
        notifications.show({ color: 'green', message: t('volunteers.anonymise.done') })
      },
    }),
  )
  return (
    <>
      <Button mt="md" variant="subtle" color="gray" onClick={open}>
        {t('volunteers.anonymise.open')}
      </Button>
      <Modal
        opened={isOpen && data !== undefined}
        onClose={close}
        title={t('volunteers.anonymise.title', { name: `${volunteer.surname} ${volunteer.firstNames}` })}
      >
        {data && (
          <Question
            state={data}
            isRunning={anonymise.isPending}
            onConfirm={() => anonymise.mutate({ id, version })}
            onClose={close}
          />
        )}
      </Modal>
    </>
  )
}

interface QuestionProps {
  state: Anonymising
  isRunning: boolean
  onConfirm: () => void
  onClose: () => void
}

function Question({ state, isRunning, onConfirm, onClose }: QuestionProps) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { ties, dueOn, lastDay, years, documents } = state
  const isReady = ties.length === 0 && today >= dueOn
  return (
    <>
      {ties.length > 0 ? (
        <Notice tone="stop">
          {t('volunteers.anonymise.stillNeeded')}
          <List size="sm">
            {ties.map((tie) => (
              <List.Item key={tie.key}>{textOf(tie)}</List.Item>
            ))}
          </List>
        </Notice>
      ) : (
        today < dueOn && (
          <Notice tone="stop">
            {t('volunteers.anonymise.tooEarly', {
              last: formatDay(lastDay),
              count: years,
              due: formatDay(dueOn),
            })}
          </Notice>
        )
      )}
      <Text mt="sm">{t('volunteers.anonymise.what')}</Text>
      {documents > 0 && <Text mt="sm">{t('volunteers.anonymise.documents', { count: documents })}</Text>}
      <Text mt="sm">{t('volunteers.anonymise.backups')}</Text>
      {isReady && (
        <Text mt="sm" fw={500}>
          {t('volunteers.anonymise.irreversible')}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t(isReady ? 'common.cancel' : 'common.close')}
        </Button>
        {isReady && (
          <Button color="red.8" loading={isRunning} onClick={onConfirm}>
            {t('volunteers.anonymise.confirm')}
          </Button>
        )}
      </Group>
    </>
  )
}
