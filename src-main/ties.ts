import { agreementsOfUnit } from './features/agreements/agreements.service.ts'
import { staffOfUnit } from './features/staff/staff.service.ts'
import type { FindTies, TiesOf } from './kit/ties.ts'

/** LIST: what may need a record after its last day, by register. */
const ties: { [register: string]: FindTies[] } = {
  units: [staffOfUnit, agreementsOfUnit],
}

/** Asks everybody who may need a record of a register after a day. */
export const tiesOf: TiesOf = async (register, db, id, after) => {
  const found = []
  for (const find of ties[register] ?? []) found.push(...(await find(db, id, after)))
  return found
}
