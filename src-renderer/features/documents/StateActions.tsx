import { Button, Menu, Select, Stack } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '#shared/features/documents/documents.contract.ts'
import { deliveries } from '#shared/features/documents/documents.register.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { choices } from '../../ui/fields.ts'

type Delivery = (typeof deliveries)[number]

/** What can become of an issued document: signed, delivered, cancelled, issued again as a duplicate. */
export function StateActions({ document }: { document: DocumentView }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const navigate = useNavigate()
  const { id, version, state, title } = document
  const sign = useMutation(orpc.documents.sign.mutationOptions())
  const deliver = useMutation(orpc.documents.deliver.mutationOptions())
  const cancel = useMutation(orpc.documents.cancel.mutationOptions())
  const duplicate = useMutation(
    orpc.documents.duplicate.mutationOptions({
      onSuccess: ({ id: copy }) => {
        notifications.show({ color: 'green', message: t('documents.duplicated') })
        void navigate({ to: '/documents/$id', params: { id: copy } })
      },
    }),
  )

  async function askAndCancel() {
    const reason = await askText({
      title: t('documents.cancelConfirm.title', { title }),
      text: t('documents.cancelConfirm.text'),
      label: t('documents.cancelConfirm.reason'),
      action: t('documents.cancel'),
    })
    if (reason) cancel.mutate({ id, version, reason })
  }

  function ask(isDelivery: boolean) {
    const opened = modals.open({
      title: t(isDelivery ? 'documents.deliver' : 'documents.sign'),
      children: (
        <DayQuestion
          isDelivery={isDelivery}
          first={today}
          planned={document.delivery || 'inPerson'}
          onAnswer={(day, delivery) => {
            modals.close(opened)
            if (isDelivery) deliver.mutate({ id, version, deliveredOn: day, delivery })
            else sign.mutate({ id, version, signedOn: day })
          }}
        />
      ),
    })
  }

  if (state === 'cancelled') return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('documents.fields.state')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {state === 'issued' && <Menu.Item onClick={() => ask(false)}>{t('documents.sign')}</Menu.Item>}
        {state !== 'delivered' && <Menu.Item onClick={() => ask(true)}>{t('documents.deliver')}</Menu.Item>}
        <Menu.Item onClick={() => duplicate.mutate({ id, issuedOn: today })}>
          {t('documents.duplicate')}
        </Menu.Item>
        <Menu.Item color="red.8" onClick={askAndCancel}>
          {t('documents.cancel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface DayQuestionProps {
  isDelivery: boolean
  first: string
  /** How it was to be delivered when it was issued. */
  planned: Delivery
  onAnswer: (day: string, delivery: Delivery) => void
}

function DayQuestion({ isDelivery, first, planned, onAnswer }: DayQuestionProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(first)
  const [delivery, setDelivery] = useState<Delivery>(planned)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (day) onAnswer(day, delivery)
      }}
    >
      <Stack gap="sm">
        <DateField
          label={t(isDelivery ? 'documents.fields.deliveredOn' : 'documents.fields.signedOn')}
          required
          value={day}
          onChange={setDay}
        />
        {isDelivery && (
          <Select
            label={t('documents.fields.delivery')}
            allowDeselect={false}
            data={choices(deliveries, (each) => t(`documents.deliveries.${each}`))}
            value={delivery}
            onChange={(each) => setDelivery(each as Delivery)}
          />
        )}
        <Button type="submit" style={{ justifySelf: 'end' }}>
          {t(isDelivery ? 'documents.deliver' : 'documents.sign')}
        </Button>
      </Stack>
    </form>
  )
}
