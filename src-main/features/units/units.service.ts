import type { Unit, UnitFields, unitsContract } from '#shared/features/units/units.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { PublicCommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './units.queries.ts'

/** The unit, for features that refer to one; undefined where there is none. */
export function findUnit(db: Db, id: number): Promise<Unit | undefined> {
  return queries.findUnit(db, id)
}

/** The unit of that name, whatever its case and marks; undefined where there is none. */
export function findUnitByName(db: Db, name: string): Promise<Unit | undefined> {
  return queries.findUnitByName(db, name)
}

/** All units, for matching names in an import. */
export function listUnits(db: Db): Promise<Unit[]> {
  return queries.listUnits(db)
}

/** Enters a unit. Refuses a name that differs from an existing one only in case or marks. */
export async function createUnit(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  unit: UnitFields,
): Promise<Unit> {
  await refuseSameName(tx, unit.name, null)
  const created = await getUnit(tx, await queries.insertUnit(tx, unit))
  await record({ kind: 'units', recordId: created.id, action: 'created', after: created })
  return created
}

async function refuseSameName(tx: Tx, name: string, exceptId: number | null): Promise<void> {
  const same = await queries.findUnitByName(tx, name)
  if (same && same.id !== exceptId) throw fieldRefused('name', 'units.errors.nameTaken')
}

async function getUnit(db: Db, id: number): Promise<Unit> {
  const unit = await queries.findUnit(db, id)
  if (!unit) throw notFound('units')
  return unit
}

export const unitsHandlers: Handlers<typeof unitsContract> = {
  list: ({ db }) => queries.listUnits(db),

  create: (context, input) => createUnit(context, input),

  change: async ({ tx, record }, input) => {
    const before = await getUnit(tx, input.id)
    await refuseSameName(tx, input.name, input.id)
    if (!(await queries.updateUnit(tx, input.id, input.version, input))) throw conflict(before)
    const after = await getUnit(tx, input.id)
    await record({ kind: 'units', recordId: input.id, action: 'changed', before, after })
    return after
  },
}
