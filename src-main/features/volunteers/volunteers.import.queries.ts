import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteStoredRows } from '../../database/records.ts'
import { deleteSearchWords } from '../../database/search.ts'
import { listProfiles, profileTables } from './volunteers.profile.queries.ts'
import { volunteerColumns } from './volunteers.queries.ts'

type ImportedVolunteer = VolunteerFields & { id: number; version: number; registerNumber: string }

/** The volunteers with these ids, all that was entered of them. */
export async function listVolunteersOf(db: Db, ids: number[]): Promise<ImportedVolunteer[]> {
  const rows = await inPortions(ids, (portion) =>
    db.selectFrom('volunteers').select(volunteerColumns).where('id', 'in', portion).execute(),
  )
  const profiles = await listProfiles(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, pesel: row.pesel ?? '', ...profiles.get(row.id) }) as ImportedVolunteer)
}

/** Where people noted what is asked of volunteers; what is only derived from it goes with them. */
const notedTables = [
  'volunteer_activity_kinds',
  'requirement_completions',
  'requirement_exemptions',
  'volunteer_marks',
] as const

/** Who refers to these volunteers: their agreements, the checks before work with minors, and what was noted of them. */
export function listReferrersOfVolunteers(db: Db, ids: number[]) {
  return inPortions(ids, async (portion) => {
    const rows = await db
      .selectFrom('agreements')
      .select(['volunteer_id as id', 'id as by'])
      .where('volunteer_id', 'in', portion)
      .execute()
    const checked = await db
      .selectFrom('protection_checks')
      .select(['volunteer_id as id', 'id as by'])
      .where('volunteer_id', 'in', portion)
      .execute()
    const noted = []
    for (const table of notedTables)
      noted.push(
        ...(await db
          .selectFrom(table)
          .select(['volunteer_id as id', 'id as by'])
          .where('volunteer_id', 'in', portion)
          .execute()),
      )
    return [
      ...noted.map((row) => ({ ...row, kind: 'edited' })),
      ...rows.map((row) => ({ ...row, kind: 'agreements' })),
      // It says no more than that somebody worked on the record since.
      ...checked.map((row) => ({ ...row, kind: 'edited' })),
    ]
  })
}

/** Which of these volunteers there are. */
export function listThere(db: Db, ids: number[]) {
  return inPortions(ids, (portion) =>
    db
      .selectFrom('volunteers')
      .select(['id', 'version', 'register_number as registerNumber', 'surname', 'first_names as firstNames'])
      .where('id', 'in', portion)
      .execute(),
  )
}

/** How many people are compared with a name that fits nobody. */
const mostCompared = 2000

/** People whose folded name begins with the same three letters as one of these. */
export function listResembling(db: Db, nameKeys: string[]) {
  return db
    .selectFrom('volunteers')
    .select([
      'id',
      'surname',
      'first_names as firstNames',
      'birth_on as birthOn',
      'town',
      'name_key as nameKey',
    ])
    .where((eb) =>
      eb.or(
        nameKeys
          .map((key) => key.slice(0, 3))
          .filter(Boolean)
          .map((start) => eb.and([eb('name_key', '>=', start), eb('name_key', '<', `${start}\u{10ffff}`)])),
      ),
    )
    .orderBy('name_key')
    .limit(mostCompared)
    .execute()
}

/** Removes a volunteer with the search words. Whoever refers to the person must be gone before. */
export async function deleteVolunteer(tx: Tx, id: number): Promise<void> {
  await deleteSearchWords(tx, 'volunteers', id)
  await deleteSearchWords(tx, 'pesels', id)
  for (const table of profileTables) await deleteStoredRows(tx, { table, where: { volunteer_id: id } })
  await tx.deleteFrom('volunteers').where('id', '=', id).execute()
}
