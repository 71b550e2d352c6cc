import type { MonitoringRule } from '#shared/features/placements/placements.monitoring.contract.ts'
import type { Rhythm } from '#shared/features/placements/placements.monitoring.rules.ts'
import type { PlaceKind } from '#shared/features/placements/placements.register.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

/** Active placements whose monitoring is laid out to less than a day. */
export function listToLayOut(db: Db, before: Day) {
  return db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .select([
      'placements.id',
      'placements.rule_id as ruleId',
      'placements.active_on as activeOn',
      'placements.due_until as dueUntil',
      'placements.ends_on as endsOn',
      'agreements.ends_on as agreementEndsOn',
    ])
    .where('placements.status', '=', 'active')
    .where('placements.due_until', '<', before)
    .execute()
}

/** Notes up to which day the monitoring is laid out. It is the program's own note and no change of the placement. */
export async function markLaidOut(tx: Tx, placementId: number, until: Day): Promise<void> {
  await tx.updateTable('placements').set({ due_until: until }).where('id', '=', placementId).execute()
}

/** The versions of the rhythm, the latest first. */
export async function listRules(db: Db): Promise<MonitoringRule[]> {
  const rows = await db
    .selectFrom('monitoring_rules')
    .select((eb) => [
      'id',
      'kind',
      'valid_from as validFrom',
      'stages',
      'talk_every_months as talkEveryMonths',
      'version',
      eb
        .selectFrom('placements')
        .whereRef('placements.rule_id', '=', 'monitoring_rules.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('placements'),
    ])
    .orderBy('kind')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PlaceKind,
    stages: JSON.parse(row.stages),
    placements: row.placements ?? 0,
  }))
}

type RuleFields = Rhythm & { kind: PlaceKind; validFrom: Day }

function ruleColumns({ kind, validFrom, stages, talkEveryMonths }: RuleFields) {
  return {
    kind,
    valid_from: validFrom,
    stages: JSON.stringify(stages),
    talk_every_months: talkEveryMonths,
  }
}

/** Writes a version of the rhythm and answers its id. */
export async function insertRule(tx: Tx, rule: RuleFields, createdAt: string): Promise<number> {
  const { id } = await tx
    .insertInto('monitoring_rules')
    .values({ ...ruleColumns(rule), created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateRule(tx: Tx, id: number, version: number, rule: RuleFields): Promise<boolean> {
  return updateVersioned(tx, 'monitoring_rules', id, version, ruleColumns(rule))
}

/** @returns false where the row is no longer at that version */
export function deleteRule(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'monitoring_rules', id, version)
}
