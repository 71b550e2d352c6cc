import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StaffFields } from '#shared/features/staff/staff.contract.ts'
import { orpc } from '../../api/client.ts'
import { LikelyDuplicates } from '../../ui/register/LikelyDuplicates.tsx'

type Typed = Pick<StaffFields, 'surname' | 'firstNames' | 'personalNumber' | 'phone' | 'email'>

/** Members of staff who may be the one being entered. */
export function LikelyStaff({ values, exceptId }: { values: Typed; exceptId: number | null }) {
  const { t } = useTranslation()
  const { surname, firstNames, personalNumber, phone, email } = values
  const [person] = useDebouncedValue(
    { surname, firstNames, number: personalNumber, phone, email, exceptId },
    300,
  )
  const isEnough = person.surname.length > 1 && person.firstNames.length > 1
  const { data } = useQuery(
    orpc.staff.duplicates.likely.queryOptions({
      input: person,
      enabled: isEnough,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <LikelyDuplicates
      title={t('duplicates.onEntry')}
      found={isEnough ? (data ?? []) : []}
      link={({ id }, text) => (
        <Link to="/staff/$id" params={{ id }}>
          {text}
        </Link>
      )}
    />
  )
}
