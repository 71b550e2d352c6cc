import type { Day } from '../../kit/dates.ts'
import type { DatedGroup, StaffGroup } from './positions.contract.ts'

/**
 * The groups of a position after it was given another: from a day on, in the place of what was said of later days; or,
 * without a day, in the place of the last one, which was a mistake. Neighbours of the same group become one.
 *
 * @param groups in the order of their days, the first from the beginning ('')
 */
export function regrouped(
  groups: readonly DatedGroup[],
  staffGroup: StaffGroup,
  fromOn: Day | null,
): DatedGroup[] {
  const begins = fromOn ?? groups.at(-1)?.fromOn ?? ''
  const all = [...groups.filter((group) => group.fromOn < begins), { fromOn: begins, staffGroup }]
  return all.filter((group, place) => group.staffGroup !== all[place - 1]?.staffGroup)
}
