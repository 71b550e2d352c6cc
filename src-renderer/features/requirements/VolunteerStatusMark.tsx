import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { statusTones } from './statusTones.ts'

/** Where a volunteer stands, beside the name. */
export function VolunteerStatusMark({ volunteerId }: { volunteerId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(
    orpc.requirements.of.queryOptions({ input: { volunteerId }, enabled: may('requirements.read') }),
  )
  if (!data) return null
  return <StateMark tone={statusTones[data.status]}>{t(`volunteers.statuses.${data.status}`)}</StateMark>
}
