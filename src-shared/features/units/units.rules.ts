import { addDays, type Day } from '../../kit/dates.ts'
import { fold } from '../../kit/polish.ts'

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

/** What of a unit and its versions decides whether it may stand where it stands. */
export interface PlacedUnit extends UnitTime {
  id: number
  versions: readonly PlacedVersion[]
}

interface PlacedVersion {
  fromOn: Day | null
  kind: string
  numberLabel: string
  name: string
  symbol: string
  parentId: number | null
}

/** A version with its first day and the day on which it is over; `''` and `~` where it is open. */
interface Span {
  version: PlacedVersion
  from: Day | ''
  until: Day | '~'
}

function spansOf({ validFrom, validTo, versions }: PlacedUnit): Span[] {
  const inOrder = versions.toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
  return inOrder
    .map((version, index) => {
      const from = [version.fromOn ?? '', validFrom ?? ''].sort().at(-1) ?? ''
      const ends = [inOrder[index + 1]?.fromOn ?? '~', validTo ? addDays(validTo, 1) : '~']
      return { version, from, until: ends.sort()[0] ?? '~' }
    })
    .filter(({ from, until }) => from < until)
}

function placeClash(own: PlacedVersion, other: PlacedVersion): keyof PlacedVersion | undefined {
  const isSame = (field: 'name' | 'numberLabel' | 'symbol') => fold(own[field]) === fold(other[field])
  const areSiblings = own.parentId === other.parentId
  if (areSiblings && isSame('name')) return 'name'
  if (areSiblings && own.numberLabel && own.kind === other.kind && isSame('numberLabel')) return 'numberLabel'
  return own.symbol && isSame('symbol') ? 'symbol' : undefined
}

const clashKeys: { [field: string]: string } = {
  name: 'units.errors.nameTaken',
  numberLabel: 'units.errors.numberTaken',
  symbol: 'units.errors.symbolTaken',
}

/**
 * Why a unit cannot stand where its versions put it, from a day on: field and text key of the first thing in the way;
 * undefined where nothing is. No two units of one parent that exist at the same time have one name, or one number
 * within a kind; no two have one symbol; a unit ends no later than the one it stands below. What was before that day
 * is not judged: of many units nobody knows when they began.
 */
export function whyNotPlaced(
  unit: PlacedUnit,
  others: readonly PlacedUnit[],
  since: Day,
): { field: string; key: string } | undefined {
  const toCome = (span: Span) => span.until > since
  const spans = spansOf(unit).filter(toCome)
  const otherSpans = others
    .filter(({ id }) => id !== unit.id)
    .flatMap((other) => spansOf(other).filter(toCome))
  for (const span of spans) {
    for (const other of otherSpans) {
      if (span.from >= other.until || other.from >= span.until) continue
      const field = placeClash(span.version, other.version)
      if (field) return { field, key: clashKeys[field] ?? '' }
    }
    const parent = others.find(({ id }) => id === span.version.parentId)
    if (parent?.validTo && addDays(parent.validTo, 1) < span.until)
      return { field: 'parentId', key: 'units.errors.parentCloses' }
  }
  return undefined
}

/** The units that stand directly below a unit on any day after the given one. */
export function belowAfter<Unit extends PlacedUnit>(units: readonly Unit[], id: number, day: Day): Unit[] {
  return units.filter((unit) =>
    spansOf(unit).some(({ version, until }) => version.parentId === id && until > addDays(day, 1)),
  )
}

/**
 * Why the first and last day of a unit do not fit its reorganisations: field and text key; undefined where they do.
 * A reorganisation after the last day or before the first would never have been.
 */
export function whyNotItsTime(
  { validFrom, validTo }: UnitTime,
  versions: readonly { fromOn: Day | null }[],
): { field: string; key: string } | undefined {
  if (validFrom && versions.some(({ fromOn }) => fromOn && fromOn <= validFrom))
    return { field: 'validFrom', key: 'units.errors.changedBefore' }
  if (validTo && versions.some(({ fromOn }) => fromOn && fromOn > validTo))
    return { field: 'validTo', key: 'units.errors.changesAfter' }
  return undefined
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
