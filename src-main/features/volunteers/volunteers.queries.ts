import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type {
  Volunteer,
  VolunteerFields,
  VolunteerRow,
  volunteerList,
} from '#shared/features/volunteers/volunteers.contract.ts'
import { youngestAdultBirthday } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Page } from '#shared/kit/list.ts'
import { fold, personSortKey, searchWords } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { keyset, pageOf } from '../../database/paging.ts'
import { inPortions } from '../../database/portions.ts'
import { searchConditions, writeSearchWords } from '../../database/search.ts'
import type { Tables } from '../../database/tables.ts'

/** What a list of volunteers is asked for. `unitId` narrows it to the volunteers of one unit (a head's view). */
export interface VolunteerListRequest extends z.output<typeof volunteerList> {
  today: Day
  unitId: number | null
}

const searchTargets = [{ kind: 'volunteers' as const, column: 'volunteers.id' }]

const sortColumns: Record<VolunteerListRequest['sort'], RawBuilder<string>> = {
  name: sql`volunteers.sort_key`,
  number: sql`volunteers.register_key`,
  birth: sql`coalesce(volunteers.birth_on, '')`,
}

/** In force on a day: signed, begun, not over. */
function inForce(today: Day): RawBuilder<boolean> {
  return sql`agreements.status = 'signed' and agreements.starts_on <= ${today} and (agreements.ends_on is null or agreements.ends_on >= ${today})`
}

/** The agreements that are told of: all, or those of one unit (a head's view). */
function ofUnit(unitId: number | null): RawBuilder<boolean> {
  return unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
}

type Filters = Pick<VolunteerListRequest, 'filters' | 'today' | 'unitId'>

function filtered<Output>(
  query: SelectQueryBuilder<Tables, 'volunteers', Output>,
  conditions: RawBuilder<boolean>[],
  { filters, today, unitId }: Filters,
) {
  let result = query
  for (const condition of conditions) result = result.where(condition)
  if (filters.category) result = result.where('volunteers.category', '=', filters.category)
  if (filters.isMinor !== undefined) {
    result = result.where('volunteers.birth_on', filters.isMinor ? '>' : '<=', youngestAdultBirthday(today))
  }
  if (filters.agreements === 'active') {
    result = result.where(
      sql<boolean>`volunteers.id in (select volunteer_id from agreements where ${inForce(today)} and ${ofUnit(unitId)})`,
    )
  }
  if (filters.agreements === 'none') {
    result = result.where(
      sql<boolean>`not exists (select 1 from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(unitId)})`,
    )
  }
  if (unitId !== null) {
    result = result.where(
      sql<boolean>`volunteers.id in (select volunteer_id from agreements where agreements.unit_id = ${unitId})`,
    )
  }
  return result
}

export async function listVolunteers(db: Db, request: VolunteerListRequest): Promise<Page<VolunteerRow>> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'page')
  const sort = sortColumns[request.sort]
  const page = keyset(request, sort, sql`volunteers.id`)
  let query = filtered(db.selectFrom('volunteers'), conditions, request)
    .select([
      'volunteers.id',
      'volunteers.register_number as registerNumber',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'volunteers.birth_on as birthOn',
      'volunteers.town',
      'volunteers.phone',
      'volunteers.category',
      sort.as('sortValue'),
      sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(request.unitId)})`.as(
        'agreements',
      ),
      sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and ${inForce(request.today)} and ${ofUnit(request.unitId)})`.as(
        'activeAgreements',
      ),
    ])
    .orderBy(page.order)
    .limit(page.limit)
  if (page.after) query = query.where(page.after)
  return pageOf(await query.execute(), request.limit) as Page<VolunteerRow>
}

export async function countVolunteers(
  db: Db,
  request: Filters & Pick<VolunteerListRequest, 'search'>,
): Promise<number> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'count')
  const { count } = await filtered(db.selectFrom('volunteers'), conditions, request)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @param unitId narrows to volunteers with an agreement in that unit; null for all */
export async function findVolunteer(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<Volunteer | undefined> {
  let query = db
    .selectFrom('volunteers')
    .select([
      'id',
      'register_number as registerNumber',
      'surname',
      'first_names as firstNames',
      'form_of_address as formOfAddress',
      'birth_on as birthOn',
      'pesel',
      'pesel_note as peselNote',
      'street',
      'post_code as postCode',
      'town',
      'phone',
      'email',
      'category',
      'guardian_name as guardianName',
      'guardian_relation as guardianRelation',
      'guardian_phone as guardianPhone',
      'notes',
      'created_at as createdAt',
      'version',
    ])
    .where('id', '=', id)
  if (unitId !== null) {
    query = query.where(sql<boolean>`id in (select volunteer_id from agreements where unit_id = ${unitId})`)
  }
  const row = await query.executeTakeFirst()
  return row && ({ ...row, pesel: row.pesel ?? '' } as Volunteer)
}

export function findVolunteerByPesel(db: Db, pesel: string, exceptId: number | null) {
  return db
    .selectFrom('volunteers')
    .select('id')
    .where('pesel', '=', pesel)
    .where('id', '<>', exceptId ?? 0)
    .executeTakeFirst()
}

/** The columns by which likely duplicates are told. */
export interface Likeness {
  pesel: string
  nameKeys: string[]
  phone: string
  email: string
}

/**
 * At most 20 volunteers who share the PESEL, the name (in any order), the telephone or the e-mail (given in lower
 * case); first who shares the PESEL, then the name, because half a town may share a telephone.
 */
export function listLikely(db: Db, { pesel, nameKeys, phone, email }: Likeness, exceptId: number | null) {
  return db
    .selectFrom('volunteers')
    .select([
      'id',
      'register_number as registerNumber',
      'surname',
      'first_names as firstNames',
      'birth_on as birthOn',
      'pesel',
      'town',
      'phone',
      'email',
      'name_key as nameKey',
    ])
    .where('id', '<>', exceptId ?? 0)
    .where((eb) =>
      eb.or([
        ...(pesel ? [eb('pesel', '=', pesel)] : []),
        eb('name_key', 'in', nameKeys),
        ...(phone ? [eb('phone', '=', phone)] : []),
        ...(email ? [eb(eb.fn('lower', ['email']), '=', email)] : []),
      ]),
    )
    .orderBy((eb) =>
      eb.case().when('pesel', '=', pesel).then(0).when('name_key', 'in', nameKeys).then(1).else(2).end(),
    )
    .orderBy('id')
    .limit(20)
    .execute()
}

/** All volunteers with one of these folded names, for matching an import. */
export function listByNameKeys(db: Db, nameKeys: string[]) {
  return inPortions(nameKeys, (portion) => identities(db).where('name_key', 'in', portion).execute())
}

/** All volunteers with one of these PESEL numbers, for matching an import. */
export function listByPesels(db: Db, pesels: string[]) {
  return inPortions(pesels, (portion) => identities(db).where('pesel', 'in', portion).execute())
}

function identities(db: Db) {
  return db
    .selectFrom('volunteers')
    .select([
      'id',
      'surname',
      'first_names as firstNames',
      'birth_on as birthOn',
      'pesel',
      'town',
      'name_key as nameKey',
    ])
}

/** The folded name by which duplicates are found. */
export function nameKeyOf(volunteer: { surname: string; firstNames: string }): string {
  return fold(`${volunteer.surname} ${volunteer.firstNames}`)
}

function wordsOf(volunteer: VolunteerFields, registerNumber: string): string[] {
  const digits = volunteer.phone.replace(/\D/g, '')
  return searchWords(
    volunteer.surname,
    volunteer.firstNames,
    volunteer.pesel,
    volunteer.town,
    volunteer.email,
    digits,
    registerNumber,
  )
}

function columns(volunteer: VolunteerFields, words: string[]) {
  return {
    surname: volunteer.surname,
    first_names: volunteer.firstNames,
    form_of_address: volunteer.formOfAddress,
    birth_on: volunteer.birthOn,
    pesel: volunteer.pesel || null,
    pesel_note: volunteer.peselNote,
    street: volunteer.street,
    post_code: volunteer.postCode,
    town: volunteer.town,
    phone: volunteer.phone,
    email: volunteer.email,
    category: volunteer.category,
    guardian_name: volunteer.guardianName,
    guardian_relation: volunteer.guardianRelation,
    guardian_phone: volunteer.guardianPhone,
    notes: volunteer.notes,
    name_key: nameKeyOf(volunteer),
    sort_key: personSortKey(volunteer.surname, volunteer.firstNames),
    search_key: words.join(' '),
  }
}

export async function insertVolunteer(
  tx: Tx,
  volunteer: VolunteerFields,
  row: { registerNumber: string; registerKey: string; importId: number | null; createdAt: string },
): Promise<number> {
  const words = wordsOf(volunteer, row.registerNumber)
  const { id } = await tx
    .insertInto('volunteers')
    .values({
      ...columns(volunteer, words),
      register_number: row.registerNumber,
      register_key: row.registerKey,
      import_id: row.importId,
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'volunteers', id, words, true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateVolunteer(
  tx: Tx,
  id: number,
  version: number,
  volunteer: VolunteerFields,
  registerNumber: string,
): Promise<boolean> {
  const words = wordsOf(volunteer, registerNumber)
  const result = await tx
    .updateTable('volunteers')
    .set({ ...columns(volunteer, words), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'volunteers', id, words, false)
  return true
}
