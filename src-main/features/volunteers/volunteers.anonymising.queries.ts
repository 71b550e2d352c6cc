import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteStoredRows } from '../../database/records.ts'
import { deleteSearchWords, writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'
import { profileTables } from './volunteers.profile.queries.ts'

/** The last days on which something was going on with a volunteer; null where nothing was. */
export async function lastDaysOf(db: Db, id: number): Promise<(Day | null)[]> {
  const agreement = await db
    .selectFrom('agreements')
    .select((eb) => eb.fn.max('ends_on').as('day'))
    .where('volunteer_id', '=', id)
    .where('status', '=', 'signed')
    .executeTakeFirst()
  const hours = await db
    .selectFrom('hour_entries')
    .select((eb) => eb.fn.max('served_on').as('day'))
    .where('volunteer_id', '=', id)
    .executeTakeFirst()
  const document = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.max('issued_on').as('day'))
    .where('volunteer_id', '=', id)
    .executeTakeFirst()
  return [agreement?.day ?? null, hours?.day ?? null, document?.day ?? null]
}

/** How many documents were issued to a volunteer, agreements among them. */
export async function countDocumentsOf(db: Db, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('volunteer_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

/** For how many full calendar years the centre keeps the data. */
export async function retentionYearsOf(db: Db): Promise<number> {
  const { years } = await db
    .selectFrom('settings')
    .select('retention_years as years')
    .executeTakeFirstOrThrow()
  return years
}

/**
 * Leaves of a volunteer what statistics need, and the number in the register as the name. Removes the rows that belong to
 * the record alone, and the words under which it was found, but for that number.
 *
 * @returns false where the row is no longer at that version
 */
export async function clearVolunteer(
  tx: Tx,
  { id, version, registerNumber }: { id: number; version: number; registerNumber: string },
  { birthOn, day, words }: { birthOn: Day | null; day: Day; words: string[] },
): Promise<boolean> {
  const nothing = { surname: registerNumber, first_names: '', form_of_address: 'unknown' }
  const isAtVersion = await updateVersioned(tx, 'volunteers', id, version, {
    ...nothing,
    birth_on: birthOn,
    pesel: null,
    pesel_note: '',
    street: '',
    post_code: '',
    town: '',
    phone: '',
    email: '',
    mail_street: '',
    mail_post_code: '',
    mail_town: '',
    identity_document_kind: '',
    identity_document: '',
    legal_status: 'byAge',
    institution_kind: '',
    institution: '',
    institution_key: '',
    source: '',
    conflict_notes: '',
    skills_text: '',
    skills_key: '',
    languages_text: '',
    languages_key: '',
    notes: '',
    name_key: words.join(' '),
    sort_key: words.join(' '),
    street_key: '',
    town_key: '',
    search_key: words.join(' '),
    anonymised_on: day,
  })
  if (!isAtVersion) return false
  for (const table of profileTables) await deleteStoredRows(tx, { table, where: { volunteer_id: id } })
  await writeSearchWords(tx, 'volunteers', id, words, false)
  await deleteSearchWords(tx, 'pesels', id)
  await deleteSearchWords(tx, 'volunteers.merged', id)
  return true
}
