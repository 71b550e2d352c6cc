import { Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import { orpc } from '../../api/client.ts'
import { choices } from '../../ui/fields.ts'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { PositionSelect } from '../positions/PositionSelect.tsx'

/** What a form of a post holds; the position is null until it is chosen. */
export type PostValues = {
  positionId: number | null
  unitId: number | null
  ownGroup: StaffGroup | null
}

/** Position, unit, and a group other than the position's. */
export function PostFields({ form }: { form: UseFormReturnType<PostValues> }) {
  const { t } = useTranslation()
  const { data: positions } = useQuery(orpc.positions.list.queryOptions())
  const { positionId, unitId, ownGroup } = form.values
  const position = positions?.find(({ id }) => id === positionId)
  return (
    <>
      <PositionSelect
        label={t('staff.fields.position')}
        value={positionId}
        onChange={(id) => form.setFieldValue('positionId', id)}
        error={form.errors.positionId}
      />
      <UnitSelect
        label={t('staff.fields.unit')}
        name="unitId"
        value={unitId}
        onChange={(id) => form.setFieldValue('unitId', id)}
        error={form.errors.unitId}
      />
      <Select
        label={t('staff.fields.staffGroup')}
        data-path="ownGroup"
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        placeholder={
          position && t('staff.groupOfPosition', { group: t(`positions.groups.${position.staffGroup}`) })
        }
        data={choices(staffGroups, (group) => t(`positions.groups.${group}`))}
        value={ownGroup}
        onChange={(group) => form.setFieldValue('ownGroup', group as StaffGroup | null)}
        error={form.errors.ownGroup}
      />
    </>
  )
}
