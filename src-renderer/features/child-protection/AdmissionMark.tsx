import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { StateMark } from '../../ui/StateMark.tsx'

/** Whether a person may work with minors, for everybody who reads volunteers: yes since when, or how much is missing. */
export function AdmissionMark({ volunteerId }: { volunteerId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.childProtection.admission.queryOptions({ input: { volunteerId } }))
  if (!data) return null
  return data.isAdmitted && data.since ? (
    <StateMark tone="good">{t('childProtection.admitted', { day: formatDay(data.since) })}</StateMark>
  ) : (
    <StateMark tone="neutral">{t('childProtection.notAdmitted', { count: data.missing })}</StateMark>
  )
}
