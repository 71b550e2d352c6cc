import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Tells, before it is saved, what another last day of employment does to the account of that person. */
export function AccountEnd({ member, employedTo }: { member: StaffMember; employedTo: string | null }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  if (member.userId === null || employedTo === member.employedTo) return null
  if (employedTo === null) return <Notice tone="warning">{t('staff.account.staysOpen')}</Notice>
  if (!isDay(employedTo)) return null
  return (
    <Notice tone="warning">
      {employedTo < today
        ? t('staff.account.endsNow')
        : t('staff.account.willEnd', { day: formatDay(employedTo) })}
    </Notice>
  )
}
