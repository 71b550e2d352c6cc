import { useTranslation } from 'react-i18next'
import type { StaffGroup } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountLine } from '#shared/features/staff/staff.headcount.rules.ts'

/** How a line of a headcount is called: a unit or a position by its name, a group by its word, and who has no unit. */
export function useHeadcountNames(): (line: HeadcountLine) => string {
  const { t } = useTranslation()
  return ({ id, name }) =>
    typeof id === 'string' ? t(`positions.groups.${id as StaffGroup}`) : (name ?? t('staff.noUnit'))
}
