import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { UnitFields } from '#shared/features/units/units.contract.ts'
import { orpc } from '../../api/client.ts'
import { LikelyDuplicates } from '../../ui/register/LikelyDuplicates.tsx'

type Typed = Pick<UnitFields, 'name' | 'symbol' | 'parentId' | 'address' | 'phones' | 'email'>

/** Units of the register that may be the one being entered. */
export function LikelyUnits({ values, exceptId }: { values: Typed; exceptId: number | null }) {
  const { t } = useTranslation()
  const { name, symbol, parentId, address, phones, email } = values
  const [unit] = useDebouncedValue(
    {
      surname: name,
      number: symbol,
      belongsTo: parentId === null ? '' : String(parentId),
      street: address,
      phone: phones.map(({ number }) => number).join('; '),
      email,
      exceptId,
    },
    300,
  )
  const isEnough = unit.surname.trim().length > 2
  const { data } = useQuery(
    orpc.units.duplicates.likely.queryOptions({
      input: unit,
      enabled: isEnough,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <LikelyDuplicates
      title={t('duplicates.unitOnEntry')}
      found={isEnough ? (data ?? []) : []}
      link={({ id }, text) => (
        <Link to="/units/$id" params={{ id }}>
          {text}
        </Link>
      )}
    />
  )
}
