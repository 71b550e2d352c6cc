import type { Unit, UnitState } from '#shared/features/units/units.contract.ts'
import { belowAfter, cycleFrom, whyNotItsTime, whyNotPlaced } from '#shared/features/units/units.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext } from '../../kit/context.ts'
import { fieldRefused, notFound, refusedBecause } from '../../kit/errors.ts'
import * as queries from './units.queries.ts'

/** All units with their versions, as the rules of the structure need them. */
export async function listPlacedUnits(db: Db) {
  const versions = Map.groupBy(await queries.listVersions(db), ({ unitId }) => unitId)
  const units = await queries.listUnits(db)
  return units.map((unit) => ({ ...unit, versions: versions.get(unit.id) ?? [] }))
}

/**
 * Refuses a structure that cannot be: two units where one may be, a unit that outlives the one above it, a unit below
 * itself. Asked after the unit is written, so that all its versions are judged; a refusal undoes the writing.
 */
export async function refuseUnsound(db: Db, id: number, today: Day): Promise<void> {
  const units = await listPlacedUnits(db)
  const unit = units.find((each) => each.id === id)
  if (!unit) throw notFound('units')
  const problem = whyNotItsTime(unit, unit.versions) ?? whyNotPlaced(unit, units, today)
  if (problem) throw fieldRefused(problem.field, problem.key)
  if (cycleFrom(units) !== undefined) throw fieldRefused('parentId', 'units.errors.belowItself')
}

/** Refuses to close a unit on a day after which something needs it, and lists what. */
export async function refuseClosing({ tx, services }: CommandContext, unit: Unit, validTo: Day | null) {
  if (!validTo || validTo === unit.validTo) return
  const count = belowAfter(await listPlacedUnits(tx), unit.id, validTo).length
  const ties = await services.tiesOf('units', tx, unit.id, validTo)
  const because = count > 0 ? [{ key: 'units.count', params: { count } }, ...ties] : ties
  if (because.length > 0) throw refusedBecause('units.errors.inUse', because)
}

/** Refuses, beside its field, a unit above or a head that is not there. */
export async function refuseMissingReferences(db: Db, { parentId, headId }: UnitState): Promise<void> {
  if (parentId !== null && !(await queries.findUnit(db, parentId)))
    throw fieldRefused('parentId', 'units.errors.noSuchParent')
  if (headId !== null && !(await queries.listHeadNames(db, [headId])).has(headId))
    throw fieldRefused('headId', 'validation.notFound')
}
