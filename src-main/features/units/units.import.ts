import type { ImportedKind } from '../../kit/import.ts'
import { deleteUnit, listReferrersOfUnits, listUnitStates } from './units.import.queries.ts'

/** Units that the import of another register entered, for undoing it. */
export const importedUnits: ImportedKind = {
  states: listUnitStates,
  referrers: listReferrersOfUnits,
  remove: ({ tx }, id) => deleteUnit(tx, id),
}
