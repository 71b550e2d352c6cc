import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useCompare } from '../../frame/useCompare.ts'
import { useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { MergeWithButton } from '../../ui/register/MergeWithButton.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'

/** The next steps of a draft: change it, conclude it, remove it. */
export function DraftActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const compare = useCompare('agreements')
  const { id, version, volunteerName, volunteerId } = agreement
  const period = `${formatDay(agreement.startsOn)} – ${agreement.endsOn ? formatDay(agreement.endsOn) : t('agreements.indefinite')}`
  const edit = () => navigate({ to: '/agreements/$id/edit', params: { id } })
  const sign = useMutation(
    orpc.agreements.sign.mutationOptions({
      onSuccess: ({ number }) =>
        notifications.show({ color: 'green', message: t('agreements.signed', { number: number ?? '' }) }),
    }),
  )
  async function askAndSign() {
    const isSure = await confirm({
      title: t('agreements.signConfirm.title'),
      text: t('agreements.signConfirm.text', { name: volunteerName, period }),
      action: t('agreements.sign'),
    })
    if (isSure) sign.mutate({ id, version })
  }

  return (
    <>
      <MergeWithButton
        register="agreements"
        api={api.agreements}
        recordId={id}
        rowText={({ number, volunteer, startsOn }) =>
          [number, volunteer?.text, startsOn && formatDay(startsOn)].filter(Boolean).join(', ')
        }
        onCompare={compare}
      />
      <RemoveButton
        register={agreementsRegister}
        from={api.agreements}
        record={agreement}
        onRemoved={() => navigate({ to: '/volunteers/$id', params: { id: volunteerId }, replace: true })}
      />
      <Button variant="default" onClick={edit}>
        {t('agreements.editDraft')}
      </Button>
      {may('agreements.sign') && (
        // The next step after a draft was saved.
        <Button onClick={askAndSign} loading={sign.isPending} autoFocus>
          {t('agreements.sign')}
        </Button>
      )}
    </>
  )
}
