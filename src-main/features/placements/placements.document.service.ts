import type { PlacementSource } from '#shared/features/placements/placements.document.ts'
import { lastDayOf } from '#shared/features/placements/placements.rules.ts'
import type { Db } from '../../database/database.ts'
import { getMember } from '../staff/staff.reader.ts'
import { getPlacement } from './placements.reader.ts'
import { firstDueDays } from './placements.rhythm.service.ts'
import { obstaclesOn } from './placements.steps.service.ts'

/** How many days of monitoring a letter names. */
const named = 6

/** A placement as documents tell it; refuses `NOT_FOUND`, also outside a head's unit. */
export async function placementSourceOf(db: Db, id: number, unitId: number | null): Promise<PlacementSource> {
  const placement = await getPlacement(db, id, unitId)
  const { placeKind, coordinatorId, startsOn } = placement
  const from = placement.activeOn ?? startsOn
  const until = lastDayOf(placement, { endsOn: placement.agreementEndsOn })
  return {
    ...placement,
    coordinatorPhone: coordinatorId === null ? '' : (await getMember(db, coordinatorId)).phone,
    dueDays: await firstDueDays(db, { placeKind, from, until, count: named }),
    obstacles: await obstaclesOn(db, placement, startsOn),
  }
}
