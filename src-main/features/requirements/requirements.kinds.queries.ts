import { sql } from 'kysely'
import type { ActivityKind, KindFields } from '#shared/features/requirements/requirements.kinds.contract.ts'
import type { KindTraits } from '#shared/features/requirements/requirements.model.rules.ts'
import { fold, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

/** The kinds of activity as far as the rules ask. */
export async function listKindTraits(db: Db): Promise<KindTraits[]> {
  const rows = await db
    .selectFrom('activity_kinds')
    .select(['id', 'with_minors as withMinors', 'at_home as atHome', 'with_clients as withClients'])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  return rows.map(({ id, withMinors, atHome, withClients }) => ({
    id,
    withMinors: withMinors === 1,
    atHome: atHome === 1,
    withClients: withClients === 1,
  }))
}

/** All kinds of activity in Polish order. */
export async function listKinds(db: Db): Promise<ActivityKind[]> {
  const rows = await db
    .selectFrom('activity_kinds')
    .select((eb) => [
      'id',
      'name',
      'description',
      'with_minors as withMinors',
      'at_home as atHome',
      'with_clients as withClients',
      'is_active as isActive',
      'version',
      eb
        .selectFrom('volunteer_activity_kinds')
        .whereRef('volunteer_activity_kinds.activity_kind_id', '=', 'activity_kinds.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('volunteers'),
      eb
        .selectFrom('requirement_rule_kinds')
        .whereRef('requirement_rule_kinds.activity_kind_id', '=', 'activity_kinds.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('rules'),
      sql<number>`exists (select 1 from agreements where agreements.activity_kind_id = activity_kinds.id)
        or exists (select 1 from events where events.activity_kind_id = activity_kinds.id)`.as('isAgreed'),
    ])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  return rows.map(({ withMinors, atHome, withClients, isActive, volunteers, rules, isAgreed, ...row }) => ({
    ...row,
    withMinors: withMinors === 1,
    atHome: atHome === 1,
    withClients: withClients === 1,
    isActive: isActive === 1,
    volunteers: volunteers ?? 0,
    isUsed: (volunteers ?? 0) + (rules ?? 0) > 0 || isAgreed === 1,
  }))
}

/** A kind of activity, without how much it is used; undefined where there is none. */
export async function findKind(
  db: Db,
  id: number,
): Promise<{ withMinors: boolean; isActive: boolean } | undefined> {
  const row = await db
    .selectFrom('activity_kinds')
    .select(['with_minors as withMinors', 'is_active as isActive'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { withMinors: row.withMinors === 1, isActive: row.isActive === 1 }
}

/** The kind of that name, whatever its case and marks; undefined where there is none. */
export function findKindByName(db: Db, name: string) {
  return db.selectFrom('activity_kinds').select('id').where('name_key', '=', fold(name)).executeTakeFirst()
}

function columns(kind: KindFields) {
  return {
    name: kind.name,
    name_key: fold(kind.name),
    description: kind.description,
    with_minors: kind.withMinors ? 1 : 0,
    at_home: kind.atHome ? 1 : 0,
    with_clients: kind.withClients ? 1 : 0,
    is_active: kind.isActive ? 1 : 0,
    sort_key: sortKey(kind.name),
  }
}

/** Writes a kind of activity and answers its id. */
export async function insertKind(tx: Tx, kind: KindFields): Promise<number> {
  const { id } = await tx
    .insertInto('activity_kinds')
    .values(columns(kind))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateKind(tx: Tx, id: number, version: number, kind: KindFields): Promise<boolean> {
  return updateVersioned(tx, 'activity_kinds', id, version, columns(kind))
}

/** @returns false where the row is no longer at that version */
export function deleteKind(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'activity_kinds', id, version)
}
