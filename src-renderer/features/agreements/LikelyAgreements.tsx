import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { LikelyDuplicates } from '../../ui/register/LikelyDuplicates.tsx'
import type { AgreementValues } from './agreementValues.ts'

interface LikelyAgreementsProps {
  values: AgreementValues
  unitName: string
}

/** Agreements and drafts of the volunteer that may be the one being prepared. */
export function LikelyAgreements({ values, unitName }: LikelyAgreementsProps) {
  const { t } = useTranslation()
  const { id = null, volunteerId, startsOn, endsOn } = values
  const [agreement] = useDebouncedValue(
    { belongsTo: String(volunteerId), startsOn, endsOn, unit: unitName, exceptId: id },
    300,
  )
  const isEnough = isDay(agreement.startsOn ?? '') && (!agreement.endsOn || isDay(agreement.endsOn))
  const { data } = useQuery(
    orpc.agreements.duplicates.likely.queryOptions({
      input: agreement,
      enabled: isEnough,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <LikelyDuplicates
      title={t('duplicates.agreementOnEntry')}
      found={isEnough ? (data ?? []) : []}
      link={({ id }, text) => (
        <Link to="/agreements/$id" params={{ id }}>
          {text}
        </Link>
      )}
    />
  )
}
