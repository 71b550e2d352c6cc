import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { orpc } from '../../api/client.ts'
import { LikelyDuplicates } from '../../ui/register/LikelyDuplicates.tsx'

type Typed = Pick<
  VolunteerFields,
  'surname' | 'firstNames' | 'birthOn' | 'pesel' | 'phone' | 'email' | 'street' | 'town'
>

/** People in the register who may be the one being entered. */
export function LikelyVolunteers({ values, exceptId }: { values: Typed; exceptId: number | null }) {
  const { t } = useTranslation()
  const { surname, firstNames, birthOn, pesel, phone, email, street, town } = values
  const [person] = useDebouncedValue(
    { surname, firstNames, birthOn, pesel, phone, email, street, town, exceptId },
    300,
  )
  const isEnough = (person.surname.length > 1 && person.firstNames.length > 1) || person.pesel.length === 11
  const { data } = useQuery(
    orpc.volunteers.duplicates.likely.queryOptions({
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
        <Link to="/volunteers/$id" params={{ id }}>
          {text}
        </Link>
      )}
    />
  )
}
