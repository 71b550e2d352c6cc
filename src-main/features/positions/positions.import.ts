import { inPortions } from '../../database/portions.ts'
import type { ImportedKind } from '../../kit/import.ts'
import * as queries from './positions.queries.ts'

/** Positions that an import of staff enters on the way: how they are taken out again when it is undone. */
export const positionsImported: ImportedKind = {
  states: async (db, ids) => {
    const wanted = new Set(ids)
    const found = (await queries.listPositions(db)).filter(({ id }) => wanted.has(id))
    return new Map(
      found.map(({ id, version, name, staffGroup, isActive }) => [
        id,
        { version, label: name, fields: { name, staffGroup, isActive } },
      ]),
    )
  },
  referrers: (db, ids) => inPortions(ids, (portion) => queries.listHolders(db, portion)),
  remove: async ({ tx }, id) => {
    const position = await queries.findPosition(tx, id)
    if (position) await queries.deletePosition(tx, id, position.version)
  },
}
