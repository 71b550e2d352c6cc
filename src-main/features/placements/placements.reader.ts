import type { Placement } from '#shared/features/placements/placements.contract.ts'
import type { Need } from '#shared/features/placements/placements.needs.contract.ts'
import { mayDo } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import type { User } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import * as queries from './placements.queries.ts'

/** The placement; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getPlacement(db: Db, id: number, unitId: number | null = null): Promise<Placement> {
  const placement = await queries.findPlacement(db, id, unitId)
  if (!placement) throw notFound('placements')
  return placement
}

/** May this person know of which family something is? */
export function readsFamilies(user: User): boolean {
  return mayDo(user, 'families.read')
}

/** Without what tells a family, for who may not read families. */
export function asReadBy<Row extends Placement | Need>(row: Row, user: User): Row {
  if (row.placeKind === 'unit' || readsFamilies(user)) return row
  const introductions =
    'introductions' in row ? row.introductions.map((each) => ({ ...each, participants: '' })) : undefined
  return {
    ...row,
    familyId: null,
    familyCode: null,
    note: '',
    ...('familyUnitId' in row && { familyUnitId: null, suspendReason: '', endNote: '' }),
    ...(introductions && { introductions }),
  }
}
