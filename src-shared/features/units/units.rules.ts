import type { Day } from '../../kit/dates.ts'

/** When a unit exists; null is open. */
export interface UnitTime {
  validFrom: Day | null
  validTo: Day | null
}

/** Does the unit exist on a day? */
export function existsOn({ validFrom, validTo }: UnitTime, day: Day): boolean {
  return (!validFrom || validFrom <= day) && (!validTo || validTo >= day)
}

/** The version in force on a day: the last one that has begun, or the first where none has. */
export function versionOn<Version extends { fromOn: Day | null }>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  const inOrder = versions.toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
  return inOrder.findLast(({ fromOn }) => !fromOn || fromOn <= day) ?? inOrder[0]
}

/** What is needed of a unit to know where it stands in the tree of each day. */
export interface UnitLine {
  id: number
  versions: readonly { fromOn: Day | null; parentId: number | null }[]
}

/** The day from which a unit would stand below itself; undefined where that never happens. */
export function cycleFrom(units: readonly UnitLine[]): Day | '' | undefined {
  const days = new Set(units.flatMap(({ versions }) => versions.map(({ fromOn }) => fromOn ?? '')))
  return [...days].sort().find((day) => hasCycle(parentsOn(units, day)))
}

function parentsOn(units: readonly UnitLine[], day: Day | ''): Map<number, number | null> {
  return new Map(
    units.map(({ id, versions }) => [id, versionOn(versions, day || '0001-01-01')?.parentId ?? null]),
  )
}

function hasCycle(parents: ReadonlyMap<number, number | null>): boolean {
  const sound = new Set<number>()
  for (const start of parents.keys()) {
    const way = new Set<number>()
    for (let id: number | null = start; id !== null && !sound.has(id); id = parents.get(id) ?? null) {
      if (way.has(id)) return true
      way.add(id)
    }
    for (const id of way) sound.add(id)
  }
  return false
}

/** May a reorganisation begin on that day: after the first day of the unit and not after its last? */
export function isWithinTime({ validFrom, validTo }: UnitTime, day: Day): boolean {
  return (!validFrom || day > validFrom) && (!validTo || day <= validTo)
}

/** A unit with those directly below it. */
export interface Branch<Unit> {
  unit: Unit
  children: Branch<Unit>[]
}

/**
 * The tree of units in the order in which they are given. A unit whose parent is not among them stands at the top, so
 * that none is lost.
 */
export function treeOf<Unit extends { id: number; parentId: number | null }>(
  units: readonly Unit[],
): Branch<Unit>[] {
  const known = new Set(units.map(({ id }) => id))
  const parentOf = ({ parentId }: Unit) => (parentId !== null && known.has(parentId) ? parentId : null)
  const branches = (parentId: number | null): Branch<Unit>[] =>
    units.filter((unit) => parentOf(unit) === parentId).map((unit) => ({ unit, children: branches(unit.id) }))
  return branches(null)
}
