import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { isWaiverAgreed } from '#shared/features/agreements/agreements.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** A waiver of travel costs counts only when it is signed: says so until the day is entered, which is done here. */
export function WaiverNotice({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const [isOpen, { open, close }] = useDisclosure()
  const [day, setDay] = useState<string | null>(agreement.concludedOn < today ? agreement.concludedOn : today)
  const note = useMutation(orpc.agreements.noteWaiver.mutationOptions({ onSuccess: close }))
  if (agreement.status !== 'signed' || !isWaiverAgreed(agreement) || agreement.waiverSignedOn) return null
  const { id, version } = agreement
  return (
    <Notice
      tone="warning"
      actions={
        may('agreements.write') &&
        !isOpen && (
          <Button size="compact-sm" variant="default" onClick={open}>
            {t('agreements.waiver.note')}
          </Button>
        )
      }
    >
      {t('agreements.waiver.unsigned')}
      {isOpen && (
        <form
          noValidate
          style={{ display: 'flex', gap: 8, alignItems: 'end', marginTop: 8 }}
          onSubmit={(event) => {
            event.preventDefault()
            if (day && isDay(day)) note.mutate({ id, version, signedOn: day })
          }}
        >
          <DateField label={t('agreements.waiver.noteTitle')} value={day} onChange={setDay} required />
          <Button type="submit" loading={note.isPending}>
            {t('agreements.waiver.save')}
          </Button>
        </form>
      )}
    </Notice>
  )
}
