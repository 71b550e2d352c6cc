import { sql } from 'kysely'
import type {
  Audience,
  BasisCertainty,
  BlockedStep,
  RuleVersion,
  Scope,
  Source,
} from '#shared/features/requirements/requirements.model.rules.ts'
import type { Requirement, RuleWithWords } from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

async function listRuleRows(db: Db): Promise<RuleWithWords[]> {
  const kinds = Map.groupBy(
    await db
      .selectFrom('requirement_rule_kinds')
      .select(['rule_id as ruleId', 'activity_kind_id as kindId'])
      .execute(),
    ({ ruleId }) => ruleId,
  )
  const rows = await db
    .selectFrom('requirement_rules')
    .innerJoin('requirements', 'requirements.id', 'requirement_rules.requirement_id')
    .select([
      'requirement_rules.id',
      'requirement_rules.requirement_id as requirementId',
      'requirements.place',
      'requirement_rules.valid_from as validFrom',
      'requirement_rules.ends_on as endsOn',
      'requirement_rules.for_all_from as forAllFrom',
      'requirement_rules.applies_to as appliesTo',
      'requirement_rules.audience',
      'requirement_rules.blocks',
      'requirement_rules.source',
      'requirement_rules.source_detail as sourceDetail',
      'requirement_rules.document_kind as documentKind',
      'requirement_rules.validity_months as validityMonths',
      'requirement_rules.reminder_days as reminderDays',
      'requirement_rules.basis',
      'requirement_rules.certainty',
      'requirement_rules.explanation',
      'requirement_rules.version',
    ])
    .orderBy('requirements.place')
    .orderBy('requirement_rules.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    appliesTo: row.appliesTo as Scope,
    audience: row.audience as Audience,
    blocks: row.blocks as BlockedStep,
    source: row.source as Source,
    certainty: row.certainty as BasisCertainty,
    reminderDays: JSON.parse(row.reminderDays) as number[],
    kindIds: (kinds.get(row.id) ?? []).map(({ kindId }) => kindId),
  }))
}

/** Every version of every requirement, as the status follows from them. */
export function listRuleVersions(db: Db): Promise<RuleVersion[]> {
  return listRuleRows(db)
}

/** Does a version of any rule, past or to come, say that the issue of a document of this kind does its requirement? */
export async function isRequirementDoneBy(db: Db, documentKind: string): Promise<boolean> {
  const rule = await db
    .selectFrom('requirement_rules')
    .select('id')
    .where('source', '=', 'document')
    .where('source_detail', '=', documentKind)
    .executeTakeFirst()
  return rule !== undefined
}

/** All requirements in the order of the checklist, each with its versions, the newest first. */
export async function listRequirements(db: Db): Promise<Requirement[]> {
  const versions = Map.groupBy(await listRuleRows(db), ({ requirementId }) => requirementId)
  const rows = await db
    .selectFrom('requirements')
    .select(['id', 'code', 'name', 'place', 'version'])
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const own = versions.get(row.id) ?? []
    return { ...row, versions: own, endsOn: own[0]?.endsOn ?? null }
  })
}

/** Writes a requirement, without a rule, at the end of the checklist or at a place of it. Answers its id. */
export async function insertRequirement(
  tx: Tx,
  { code, name, place }: { code: string; name: string; place?: number },
): Promise<number> {
  const last = await tx
    .selectFrom('requirements')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst()
  const { id } = await tx
    .insertInto('requirements')
    .values({ code, name, sort_key: sortKey(name), place: place ?? (last?.place ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is written of a version. */
export type RuleRow = Omit<RuleWithWords, 'id' | 'version' | 'place'> & {
  createdBy: number | null
  createdAt: string
}

/** Writes a version with its kinds of activity. */
export async function insertRule(tx: Tx, rule: RuleRow): Promise<void> {
  const { id } = await tx
    .insertInto('requirement_rules')
    .values({
      requirement_id: rule.requirementId,
      valid_from: rule.validFrom,
      ends_on: rule.endsOn,
      for_all_from: rule.forAllFrom,
      applies_to: rule.appliesTo,
      audience: rule.audience,
      blocks: rule.blocks,
      source: rule.source,
      source_detail: rule.sourceDetail,
      document_kind: rule.documentKind,
      validity_months: rule.validityMonths,
      reminder_days: JSON.stringify([...new Set(rule.reminderDays)].sort((a, b) => b - a)),
      basis: rule.basis,
      certainty: rule.certainty,
      explanation: rule.explanation,
      created_by: rule.createdBy,
      created_at: rule.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const kindId of rule.kindIds)
    await tx.insertInto('requirement_rule_kinds').values({ rule_id: id, activity_kind_id: kindId }).execute()
}

/** @returns false where the row is no longer at that version */
export async function deleteRule(tx: Tx, id: number, version: number): Promise<boolean> {
  await tx.deleteFrom('requirement_rule_kinds').where('rule_id', '=', id).execute()
  return deleteVersioned(tx, 'requirement_rules', id, version)
}

/** @returns false where the row is no longer at that version */
export function updateName(tx: Tx, id: number, version: number, name: string): Promise<boolean> {
  return updateVersioned(tx, 'requirements', id, version, { name, sort_key: sortKey(name) })
}

/** Writes the last day of a requirement into all its versions. @returns false where the row is no longer at that version */
export async function updateEnd(tx: Tx, id: number, version: number, endsOn: Day | null): Promise<boolean> {
  const isAtVersion = await updateVersioned(tx, 'requirements', id, version, {})
  if (!isAtVersion) return false
  await tx
    .updateTable('requirement_rules')
    .set({ ends_on: endsOn, version: sql`version + 1` })
    .where('requirement_id', '=', id)
    .execute()
  return true
}
