import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CentreEvent } from '#shared/features/events/events.contract.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'

/** What may become of an event next; calling off and opening again stand apart. */
export function EventStatusActions({ event }: { event: CentreEvent }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id, version, status } = event
  const hold = useMutation(orpc.events.hold.mutationOptions())
  const settle = useMutation(orpc.events.settle.mutationOptions())
  const reopen = useMutation(orpc.events.reopen.mutationOptions())
  const cancel = useMutation(orpc.events.cancel.mutationOptions())
  async function callOff() {
    const reason = await askText({
      title: t('events.cancelConfirm.title', { name: event.name }),
      text: t('events.cancelConfirm.text'),
      label: t('events.cancelConfirm.reason'),
      action: t('events.cancel'),
    })
    if (reason) cancel.mutate({ id, version, reason })
  }
  const mayCallOff = (status === 'planned' || status === 'held') && may('agreements.sign')
  const mayReopen = status === 'held' || status === 'settled'
  return (
    <>
      {(mayCallOff || mayReopen) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{t('documents.tools')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayReopen && (
              <Menu.Item onClick={() => reopen.mutate({ id, version })}>{t('events.reopen')}</Menu.Item>
            )}
            {mayCallOff && <Menu.Item onClick={callOff}>{t('events.cancel')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {status === 'planned' && event.startsOn <= today && (
        <Button loading={hold.isPending} onClick={() => hold.mutate({ id, version })}>
          {t('events.hold')}
        </Button>
      )}
      {status === 'held' && (
        <Button loading={settle.isPending} onClick={() => settle.mutate({ id, version })}>
          {t('events.settle')}
        </Button>
      )}
    </>
  )
}
