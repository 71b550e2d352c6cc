import { sql } from 'kysely'
import type {
  Check,
  CheckFields,
  LogLine,
  Policy,
} from '#shared/features/child-protection/child-protection.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

function checks(db: Db) {
  return db
    .selectFrom('protection_checks')
    .innerJoin('users', 'users.id', 'protection_checks.noted_by')
    .select([
      'protection_checks.id',
      'protection_checks.volunteer_id as volunteerId',
      'protection_checks.kind',
      'protection_checks.done_on as doneOn',
      'protection_checks.issued_on as issuedOn',
      'protection_checks.result',
      'protection_checks.state',
      'protection_checks.citizenships',
      'protection_checks.residences',
      'protection_checks.standards_from as standardsFrom',
      'protection_checks.filed_in as filedIn',
      'protection_checks.checked_by as checkedBy',
      'protection_checks.superseded_on as supersededOn',
      'users.full_name as notedByName',
      'protection_checks.noted_at as notedAt',
      'protection_checks.cancelled_at as cancelledAt',
      'protection_checks.version',
    ])
}

type StoredCheck = Check & { volunteerId: number }

function toCheck({
  cancelledAt,
  citizenships,
  residences,
  ...row
}: Awaited<ReturnType<ReturnType<typeof checks>['executeTakeFirstOrThrow']>>): StoredCheck {
  return {
    ...row,
    kind: row.kind as Check['kind'],
    result: row.result as Check['result'],
    filedIn: row.filedIn as Check['filedIn'],
    citizenships: citizenships.split(' ').filter(Boolean),
    residences: residences.split(' ').filter(Boolean),
    isCancelled: cancelledAt !== null,
  }
}

/** Everything noted of these people, the first noted first. */
export async function listChecksOf(db: Db, volunteerIds: readonly number[]): Promise<StoredCheck[]> {
  const rows = await inPortions([...volunteerIds], (portion) =>
    checks(db)
      .where('protection_checks.volunteer_id', 'in', portion)
      .orderBy('protection_checks.volunteer_id')
      .orderBy('protection_checks.id')
      .execute(),
  )
  return rows.map(toCheck)
}

/** One check, with whose it is; undefined where there is none. */
export async function findCheck(db: Db, id: number): Promise<StoredCheck | undefined> {
  const row = await checks(db).where('protection_checks.id', '=', id).executeTakeFirst()
  return row && toCheck(row)
}

/** Writes a check. */
export async function insertCheck(
  tx: Tx,
  check: Omit<CheckFields, 'isNotIssued'>,
  by: { userId: number; at: string },
): Promise<void> {
  await tx
    .insertInto('protection_checks')
    .values({
      volunteer_id: check.volunteerId,
      kind: check.kind,
      done_on: check.doneOn,
      issued_on: check.issuedOn,
      result: check.result ?? 'clear',
      state: check.state,
      citizenships: check.citizenships.join(' '),
      residences: check.residences.join(' '),
      standards_from: check.standardsFrom,
      filed_in: check.filedIn,
      checked_by: check.checkedBy,
      superseded_on: null,
      noted_by: by.userId,
      noted_at: by.at,
      cancelled_at: null,
    })
    .execute()
}

/** Says of checks from which day on a newer one has taken their place. */
export async function markSuperseded(tx: Tx, ids: readonly number[], on: Day): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('protection_checks')
    .set({ superseded_on: on, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .execute()
}

/** Says of a check that it was noted by mistake. @returns false where the row is no longer at that version */
export async function markCancelled(
  tx: Tx,
  { id, version }: { id: number; version: number },
  at: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('protection_checks')
    .set({ cancelled_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The centre's policy. */
export function getPolicy(db: Db): Promise<Policy> {
  return db
    .selectFrom('protection_policy')
    .select(['recheck_months as recheckMonths', 'standards_from as standardsFrom', 'version'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
}

/** @returns false where the policy is no longer at that version */
export async function updatePolicy(tx: Tx, policy: Policy): Promise<boolean> {
  const result = await tx
    .updateTable('protection_policy')
    .set({
      recheck_months: policy.recheckMonths,
      standards_from: policy.standardsFrom,
      version: sql`version + 1`,
    })
    .where('id', '=', 1)
    .where('version', '=', policy.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Everybody for whom both registers were looked into, with the older one of the two last looks. */
export async function listLastLooks(
  db: Db,
  unitId: number | null,
): Promise<{ volunteerId: number; volunteerName: string; lastOn: Day }[]> {
  const last = sql`
    select volunteer_id, kind, max(done_on) as last_on from protection_checks
    where kind in ('restrictedRegister', 'commissionRegister') and result = 'clear' and cancelled_at is null
    group by volunteer_id, kind`
  const ofUnit =
    unitId === null
      ? sql`true`
      : sql`volunteers.id in (select volunteer_id from agreements where agreements.unit_id = ${unitId})`
  return db
    .selectFrom(
      sql<{ volunteerId: number; volunteerName: string; lastOn: Day }>`(
        select volunteers.id as "volunteerId", volunteers.surname || ' ' || volunteers.first_names as "volunteerName",
          looks.last_on as "lastOn"
        from (
          select volunteer_id, min(last_on) as last_on from (${last}) as each_look
          group by volunteer_id having count(*) = 2
        ) as looks
        inner join volunteers on volunteers.id = looks.volunteer_id
        where ${ofUnit}
      )`.as('looks'),
    )
    .selectAll()
    .orderBy('looks.lastOn')
    .execute()
}

/** Lines of the log before one of them (null: the newest), the last first. */
export async function listLog(db: Db, before: number | null, limit: number): Promise<LogLine[]> {
  const from =
    before === null
      ? undefined
      : await db.selectFrom('history').select(['at', 'id']).where('id', '=', before).executeTakeFirst()
  return db
    .selectFrom('history')
    .leftJoin('users', 'users.id', 'history.user_id')
    .leftJoin('volunteers', 'volunteers.id', 'history.record_id')
    .select([
      'history.id',
      'history.at',
      sql<string>`coalesce(users.full_name, '')`.as('userName'),
      'history.record_id as volunteerId',
      sql<string>`coalesce(volunteers.surname || ' ' || volunteers.first_names, '')`.as('volunteerName'),
      'history.action',
    ])
    .where('history.kind', '=', 'childProtection')
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(history.at, history.id) < (${from?.at}, ${from?.id})`),
    )
    .orderBy('history.at', 'desc')
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
}
