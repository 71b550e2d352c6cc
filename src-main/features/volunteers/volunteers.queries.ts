import { sql } from 'kysely'
import type { Volunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { dayInPoland } from '#shared/kit/dates.ts'
import { fold, personSortKey, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'
import { listProfiles, skillColumns, writeProfile } from './volunteers.profile.queries.ts'

/** What is entered of a volunteer, with its number and version. */
export const volunteerColumns = [
  'id',
  'version',
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
  'mail_street as mailStreet',
  'mail_post_code as mailPostCode',
  'mail_town as mailTown',
  'identity_document_kind as identityDocumentKind',
  'identity_document as identityDocument',
  'legal_status as legalStatus',
  'engagement',
  'institution_kind as institutionKind',
  'institution',
  'source',
  'conflict_notes as conflictNotes',
  'notes',
] as const

/** @param unitId narrows to volunteers with a draft or concluded agreement in that unit; null for all */
export async function findVolunteer(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<Volunteer | undefined> {
  let query = db
    .selectFrom('volunteers')
    .select([...volunteerColumns, 'created_at as createdAt', 'anonymised_on as anonymisedOn'])
    .where('id', '=', id)
  if (unitId !== null) {
    query = query.where(
      sql<boolean>`id in (select volunteer_id from agreements where unit_id = ${unitId} and status <> 'cancelled')`,
    )
  }
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const profile = (await listProfiles(db, [id])).get(id)
  return { ...row, pesel: row.pesel ?? '', ...profile } as Volunteer
}

/** Another volunteer with this PESEL; undefined where there is none. */
export function findVolunteerByPesel(db: Db, pesel: string, exceptId: number | null) {
  return db
    .selectFrom('volunteers')
    .select('id')
    .where('pesel', '=', pesel)
    .where('id', '<>', exceptId ?? 0)
    .executeTakeFirst()
}

/** All volunteers with one of these folded names, for matching an import. */
export function listByNameKeys(db: Db, nameKeys: string[]) {
  return inPortions(nameKeys, (portion) => identities(db).where('name_key', 'in', portion).execute())
}

/** All volunteers with one of these PESEL numbers, for matching an import. */
export function listByPesels(db: Db, pesels: string[]) {
  return inPortions(pesels, (portion) => identities(db).where('pesel', 'in', portion).execute())
}

/** All volunteers born on one of these days, or with one of these telephones or addresses of e-mail (in lower case). */
export async function listBySharing(
  db: Db,
  shared: { birthDays: string[]; phones: string[]; emails: string[] },
) {
  return [
    ...(await inPortions(shared.birthDays, (portion) =>
      identities(db).where(sql`coalesce(birth_on, '')`, 'in', portion).execute(),
    )),
    ...(await inPortions(shared.phones, (portion) => identities(db).where('phone', 'in', portion).execute())),
    ...(await inPortions(shared.emails, (portion) =>
      identities(db).where(sql`lower(email)`, 'in', portion).execute(),
    )),
  ]
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
      'street',
      'phone',
      'email',
      'name_key as nameKey',
    ])
}

/** The folded name by which duplicates are found. */
export function nameKeyOf(volunteer: { surname: string; firstNames: string }): string {
  return fold(`${volunteer.surname} ${volunteer.firstNames}`)
}

function wordsOf(volunteer: VolunteerFields, registerNumber: string): string[] {
  const digitsOf = (phone: string) => phone.replace(/\D/g, '')
  return searchWords(
    volunteer.surname,
    volunteer.firstNames,
    volunteer.town,
    volunteer.email,
    digitsOf(volunteer.phone),
    registerNumber,
    volunteer.institution,
    ...volunteer.guardians.flatMap(({ name, phone }) => [name, digitsOf(phone)]),
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
    mail_street: volunteer.mailStreet,
    mail_post_code: volunteer.mailPostCode,
    mail_town: volunteer.mailTown,
    identity_document_kind: volunteer.identityDocumentKind,
    identity_document: volunteer.identityDocument,
    legal_status: volunteer.legalStatus,
    engagement: volunteer.engagement,
    institution_kind: volunteer.institutionKind,
    institution: volunteer.institution,
    institution_key: sortKey(volunteer.institution),
    source: volunteer.source,
    conflict_notes: volunteer.conflictNotes,
    ...skillColumns(volunteer),
    notes: volunteer.notes,
    name_key: nameKeyOf(volunteer),
    sort_key: personSortKey(volunteer.surname, volunteer.firstNames),
    street_key: sortKey(volunteer.street),
    town_key: sortKey(volunteer.town),
    search_key: words.join(' '),
  }
}

/** Writes a new volunteer with everything that belongs to the record and the search words, and answers the id. */
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
      status_since: dayInPoland(row.createdAt),
      // Nothing changes by itself for somebody with whom nothing was begun.
      status_next_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeProfile(tx, id, volunteer, true)
  await writeSearchWords(tx, 'volunteers', id, words, true)
  await writeSearchWords(tx, 'pesels', id, searchWords(volunteer.pesel), true)
  return id
}

/**
 * Writes the row of a volunteer with the search words; what has rows of its own is written by `writeProfile`.
 *
 * @returns false where the row is no longer at that version
 */
export async function updateVolunteer(
  tx: Tx,
  id: number,
  version: number,
  volunteer: VolunteerFields,
  registerNumber: string,
): Promise<boolean> {
  const words = wordsOf(volunteer, registerNumber)
  const isAtVersion = await updateVersioned(tx, 'volunteers', id, version, {
    ...columns(volunteer, words),
    // What is asked of the person may follow from what was changed: the status is worked out anew.
    status_next_on: '',
  })
  if (!isAtVersion) return false
  await writeSearchWords(tx, 'volunteers', id, words, false)
  await writeSearchWords(tx, 'pesels', id, searchWords(volunteer.pesel), false)
  return true
}

/** Brings up to date what the row and the search words repeat of other rows (after a merge). The version stays. */
export async function refreshDerived(tx: Tx, { id, registerNumber, ...volunteer }: Volunteer): Promise<void> {
  const words = wordsOf(volunteer, registerNumber)
  await tx
    .updateTable('volunteers')
    .set({ ...skillColumns(volunteer), search_key: words.join(' ') })
    .where('id', '=', id)
    .execute()
  await writeSearchWords(tx, 'volunteers', id, words, false)
}

/** A status as the register keeps it; `nextOn` is the next day on which it may change by itself. */
export interface KeptStatus {
  id: number
  status: string
  since: string
  nextOn: string | null
}

/** Writes statuses. They are derived, so the versions of the records stay. */
export async function updateStatuses(tx: Tx, statuses: readonly KeptStatus[]): Promise<void> {
  for (const { id, status, since, nextOn } of statuses) {
    await tx
      .updateTable('volunteers')
      .set({ status, status_since: since, status_next_on: nextOn })
      .where('id', '=', id)
      .execute()
  }
}

/** The volunteers whose status has to be worked out on a day: its turning day has come, or something changed. */
export async function listStatusDue(db: Db, day: string): Promise<number[]> {
  const rows = await db
    .selectFrom('volunteers')
    .select('id')
    .where('status_next_on', '<=', day)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Notes that something changed from which the status of a volunteer follows. */
export async function markStatusDoubtful(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('volunteers').set({ status_next_on: '' }).where('id', '=', id).execute()
}

/** Has the statuses of all volunteers worked out on a day, at the latest. */
export async function bringStatusesForward(tx: Tx, day: string): Promise<void> {
  await tx
    .updateTable('volunteers')
    .set({ status_next_on: day })
    .where((eb) => eb.or([eb('status_next_on', 'is', null), eb('status_next_on', '>', day)]))
    .execute()
}

/** The drafts of a volunteer's agreements: what was concluded stays, and so does the volunteer. */
export async function listDraftIds(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('agreements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .where('status', '=', 'draft')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
