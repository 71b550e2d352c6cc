import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { Obstacle } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import { whatWorkWaitsFor, whyNoAgreement } from '../requirements/requirements.service.ts'
import { referencesOf } from './agreements.document.service.ts'
import * as life from './agreements.life.queries.ts'
import { getAgreement } from './agreements.reader.ts'

/** Refuses beside its field a kind of activity that is closed: it stays where it is, but is not chosen any more. */
export function refuseClosedKind(kind: { isActive: boolean } | null): void {
  if (kind && !kind.isActive) throw fieldRefused('activityKindId', 'agreements.errors.kindClosed')
}

/** What the volunteer lacks: before the agreement, which stops it, and before the work that it is about, which does not. */
export async function missingObstacles(
  db: Db,
  agreement: { volunteerId: number; activityKindId: number | null },
  today: Day,
): Promise<{ stops: Obstacle[]; warnings: Obstacle[] }> {
  const stops = await whyNoAgreement(db, agreement, today)
  const warnings = await whatWorkWaitsFor(db, agreement, today)
  return {
    stops: stops.map((problem): Obstacle => ({ ...problem, level: 'stop' })),
    warnings: warnings.map((problem): Obstacle => ({ ...problem, level: 'warning' })),
  }
}

/** Says what kind of activity a concluded agreement is about, or with null that it is not told. */
export async function chooseKind(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  { id, version, activityKindId }: { id: number; version: number; activityKindId: number | null },
): Promise<Agreement> {
  const before = await getAgreement(tx, id)
  if (before.status !== 'signed') throw ruleBroken('agreements.errors.notConcluded')
  const { kind } = await referencesOf(tx, { ...before, activityKindId })
  if (activityKindId !== before.activityKindId) refuseClosedKind(kind)
  if (!(await life.updateKind(tx, id, version, activityKindId))) throw conflict(before)
  const after = await getAgreement(tx, id)
  await record({ kind: 'agreements', recordId: id, action: 'kindChosen', before, after })
  return after
}
