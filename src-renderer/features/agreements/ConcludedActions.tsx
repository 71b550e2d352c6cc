import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { askText } from '../../ui/ask.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { KindForm } from './KindForm.tsx'

/**
 * What may become of a concluded agreement: an annex, a new one like it, its end, or that it never was.
 *
 * @param children entries of features that build on agreements
 */
export function ConcludedActions({ agreement, children }: { agreement: Agreement; children?: ReactNode }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const navigate = useNavigate()
  const [isChoosing, choosing] = useDisclosure()
  const cancel = useMutation(orpc.agreements.cancel.mutationOptions())
  const { id, version, volunteerId, endsOn, endedBy } = agreement
  const number = agreement.number ?? ''
  const isRunning = agreement.status === 'signed' && endedBy === '' && (!endsOn || endsOn >= today)
  const annex = (clause?: 'end') =>
    navigate({ to: '/agreements/$id/annex', params: { id }, search: clause ? { clause } : {} })

  async function askAndCancel() {
    const reason = await askText({
      title: t('agreements.cancelConfirm.title', { number }),
      text: t('agreements.cancelConfirm.text', { number }),
      label: t('agreements.cancelConfirm.reason'),
      action: t('agreements.cancel'),
    })
    if (reason) cancel.mutate({ id, version, reason })
  }

  if (!may('agreements.write')) return null
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            loading={cancel.isPending}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('agreements.next')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isRunning && (
            <>
              {endsOn && <Menu.Item onClick={() => annex('end')}>{t('agreements.annexes.extend')}</Menu.Item>}
              <Menu.Item onClick={() => annex()}>{t('agreements.annexes.create')}</Menu.Item>
            </>
          )}
          <Menu.Item
            onClick={() => navigate({ to: '/agreements/new', search: { volunteer: volunteerId, like: id } })}
          >
            {t('agreements.renew')}
          </Menu.Item>
          {children}
          {agreement.status === 'signed' && (
            <Menu.Item onClick={choosing.open}>{t('agreements.kindChoice.choose')}</Menu.Item>
          )}
          {agreement.status === 'signed' && may('agreements.sign') && (
            <>
              <Menu.Divider />
              {isRunning && (
                <Menu.Item onClick={() => navigate({ to: '/agreements/$id/terminate', params: { id } })}>
                  {t('agreements.terminations.create')}
                </Menu.Item>
              )}
              <Menu.Item onClick={askAndCancel}>{t('agreements.cancel')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <FormDrawer title={t('agreements.kindChoice.title')} isOpen={isChoosing} onClose={choosing.close}>
        <KindForm agreement={agreement} onDone={choosing.close} />
      </FormDrawer>
    </>
  )
}
