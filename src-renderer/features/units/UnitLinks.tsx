import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** Ways from a unit to what belongs to it in other registers, with how much there is. */
export function UnitLinks({ unitId }: { unitId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const inForce = { unit: { oneOf: [unitId] }, state: { oneOf: ['active' as const, 'ending' as const] } }
  const all = { unit: { oneOf: [unitId] } }
  const enabled = may('agreements.read')
  const { data: countInForce } = useQuery(
    orpc.agreements.count.queryOptions({ input: { filters: inForce }, enabled }),
  )
  const { data: count } = useQuery(orpc.agreements.count.queryOptions({ input: { filters: all }, enabled }))
  const employed = { unit: { oneOf: [unitId] }, state: { oneOf: ['employed' as const] } }
  const { data: staff } = useQuery(
    orpc.staff.count.queryOptions({ input: { filters: employed }, enabled: may('staff.read') }),
  )
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t('staff.title'),
            value: staff !== undefined && (
              <Link to="/staff" search={{ filters: employed }}>
                {t('staff.employees', { count: staff })}
              </Link>
            ),
          },
          {
            label: t('units.agreementsInForce'),
            value: countInForce !== undefined && (
              <Link to="/agreements" search={{ filters: inForce }}>
                {t('agreements.count', { count: countInForce })}
              </Link>
            ),
          },
          {
            label: t('units.agreementsAll'),
            value: count !== undefined && (
              <Link to="/agreements" search={{ filters: all }}>
                {t('agreements.count', { count })}
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  )
}
