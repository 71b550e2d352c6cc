import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Unit } from '#shared/features/units/units.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What a unit is today. */
export function UnitFacts({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: units } = useQuery(orpc.units.all.queryOptions())
  const parent = units?.find(({ id }) => id === unit.parentId)
  const { data: head } = useQuery(
    orpc.staff.get.queryOptions({
      input: { id: unit.headId ?? 0 },
      enabled: may('staff.read') && unit.headId !== null,
    }),
  )
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t('units.fields.parentId'),
            value: parent && (
              <Link to="/units/$id" params={{ id: parent.id }}>
                {parent.name}
              </Link>
            ),
          },
          {
            label: t('units.fields.headId'),
            value: head && (
              <Link to="/staff/$id" params={{ id: head.id }}>
                {head.surname} {head.firstNames}
              </Link>
            ),
          },
          { label: t('units.fields.address'), value: unit.address },
          {
            label: t('units.fields.phones'),
            value:
              unit.phones.length > 0 &&
              unit.phones.map(({ number, note }) => (
                <div key={`${number}/${note}`}>{[number, note].filter(Boolean).join(' – ')}</div>
              )),
          },
          { label: t('units.fields.email'), value: unit.email },
          { label: t('units.fields.district'), value: unit.district },
          { label: t('units.fields.servesMinors'), value: t(unit.servesMinors ? 'common.yes' : 'common.no') },
          { label: t('units.fields.validFrom'), value: unit.validFrom && formatDay(unit.validFrom) },
          { label: t('units.fields.validTo'), value: unit.validTo && formatDay(unit.validTo) },
        ]}
      />
    </Panel>
  )
}
