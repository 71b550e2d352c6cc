import { type StaffGroup, staffGroups } from '../positions/positions.contract.ts'

/** What a headcount is told by. */
export const headcountWays = ['unit', 'position', 'group'] as const
export type HeadcountWay = (typeof headcountWays)[number]

/** How many people held a position in a unit in a group on a day; what headcounts are added up from. */
export interface HeadcountCell {
  unitId: number | null
  unitName: string | null
  positionId: number
  positionName: string
  staffGroup: StaffGroup
  count: number
}

/** A line of a headcount: a unit, a position or a group, how many people of each group it has, and how many together. */
export interface HeadcountLine {
  /** Null: no unit. */
  id: number | StaffGroup | null
  /** Null: no unit, or a group, whose name is a text. */
  name: string | null
  groups: Record<StaffGroup, number>
  total: number
}

/**
 * A headcount by unit, position or group. Units and positions stand in Polish order, numbers in them by their size, and
 * who has no unit last; groups stand in their own order.
 */
export function headcountBy(cells: readonly HeadcountCell[], by: HeadcountWay): HeadcountLine[] {
  const lines = new Map<HeadcountLine['id'], HeadcountLine>()
  for (const cell of cells) {
    const [id, name] = headOf(cell, by)
    const line = lines.get(id) ?? { id, name, groups: noHeads(), total: 0 }
    line.groups[cell.staffGroup] += cell.count
    line.total += cell.count
    lines.set(id, line)
  }
  return [...lines.values()].sort((a, b) => {
    if (by === 'group')
      return staffGroups.indexOf(a.id as StaffGroup) - staffGroups.indexOf(b.id as StaffGroup)
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
    return a.name.localeCompare(b.name, 'pl', { numeric: true })
  })
}

function headOf(cell: HeadcountCell, by: HeadcountWay): [HeadcountLine['id'], string | null] {
  if (by === 'unit') return [cell.unitId, cell.unitName]
  return by === 'position' ? [cell.positionId, cell.positionName] : [cell.staffGroup, null]
}

/** The headcount of the whole, by group. */
export function totalHeadcount(cells: readonly HeadcountCell[]): Pick<HeadcountLine, 'groups' | 'total'> {
  const groups = noHeads()
  for (const { staffGroup, count } of cells) groups[staffGroup] += count
  return { groups, total: cells.reduce((sum, { count }) => sum + count, 0) }
}

function noHeads(): Record<StaffGroup, number> {
  return { managers: 0, socialWorkers: 0, specialists: 0, administration: 0 }
}
