import type { TreeUnit, UnitVersion } from '#shared/features/units/units.contract.ts'
import { unitKinds } from '#shared/features/units/units.register.ts'
import { existsOn, versionOn } from '#shared/features/units/units.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { listHeadNames, listUnits, listVersions } from './units.queries.ts'

/** The versions of a unit, the newest first, with the names of those who led it. */
export async function versionsOf(db: Db, id: number): Promise<(UnitVersion & Pick<TreeUnit, 'headName'>)[]> {
  const heads = await listHeadNames(db)
  const versions = (await listVersions(db, id)).toReversed()
  return versions.map((version) => ({
    ...version,
    headName: version.headId === null ? null : (heads.get(version.headId) ?? null),
  }))
}

/** The units that existed on a day, as they were then; those of one parent stand by kind, number and name. */
export async function treeOn(db: Db, on: Day): Promise<TreeUnit[]> {
  const versions = Map.groupBy(await listVersions(db), ({ unitId }) => unitId)
  const heads = await listHeadNames(db)
  const existing = (await listUnits(db)).filter((unit) => existsOn(unit, on))
  return existing
    .map((unit): TreeUnit => {
      const then = versionOn(versions.get(unit.id) ?? [], on) ?? unit
      const { kind, numberLabel, name, symbol, parentId, headId } = then
      const { address, phones, email, district, servesMinors } = then
      const state = { kind, numberLabel, name, symbol, parentId, headId }
      const headName = headId === null ? null : (heads.get(headId) ?? null)
      return { id: unit.id, headName, ...state, address, phones, email, district, servesMinors }
    })
    .sort(
      (a, b) =>
        unitKinds.indexOf(a.kind) - unitKinds.indexOf(b.kind) ||
        a.numberLabel.localeCompare(b.numberLabel, 'pl', { numeric: true }) ||
        a.name.localeCompare(b.name, 'pl', { numeric: true }),
    )
}
