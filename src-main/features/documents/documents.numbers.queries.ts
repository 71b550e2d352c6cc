import { sql } from 'kysely'
import type { KindSettings } from '#shared/features/documents/documents.contract.ts'
import type { GivenNumber } from '#shared/features/documents/documents.numbers.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** What the centre has set for its kinds. */
export function listKindSettings(db: Db): Promise<KindSettings[]> {
  return db
    .selectFrom('document_kinds')
    .select(['code', 'pattern', 'class_id as classId', 'copies', 'guard_days as guardDays', 'version'])
    .execute()
}

/** Writes what the centre has set for a kind. @returns false where it is no longer at that version */
export async function writeKindSettings(
  tx: Tx,
  { code, version, ...settings }: KindSettings,
): Promise<boolean> {
  const row = {
    pattern: settings.pattern,
    class_id: settings.classId,
    copies: settings.copies,
    guard_days: settings.guardDays,
  }
  if (version === 0) {
    const result = await tx
      .insertInto('document_kinds')
      .values({ code, ...row })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst()
    return result.numInsertedOrUpdatedRows === 1n
  }
  const result = await tx
    .updateTable('document_kinds')
    .set({ ...row, version: sql`version + 1` })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Notes that a number was given, for a document or on paper. */
export async function insertGivenNumber(
  tx: Tx,
  given: {
    register: string
    year: number
    number: number
    text: string
    documentId: number | null
    paperNote: string
    givenOn: string
    givenBy: number
    givenAt: string
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('given_numbers')
    .values({
      register: given.register,
      year: given.year,
      number: given.number,
      text: given.text,
      document_id: given.documentId,
      paper_note: given.paperNote,
      cancel_reason: '',
      given_on: given.givenOn,
      given_by: given.givenBy,
      given_at: given.givenAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Is a number of a register taken, as a number of its year or by its text? */
export async function isNumberTaken(
  db: Db,
  register: string,
  { year, number, text }: { year: number; number: number; text: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('given_numbers')
    .select('id')
    .where('register', '=', register)
    .where((eb) => eb.or([eb.and([eb('year', '=', year), eb('number', '=', number)]), eb('text', '=', text)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Notes why the number of a document was cancelled; it stays in its register. */
export async function cancelGivenNumber(tx: Tx, documentId: number, reason: string): Promise<void> {
  await tx
    .updateTable('given_numbers')
    .set({ cancel_reason: reason })
    .where('document_id', '=', documentId)
    .execute()
}

/** The numbers of a register in a year, the last first. */
export function listGivenNumbers(db: Db, register: string, year: number): Promise<GivenNumber[]> {
  return db
    .selectFrom('given_numbers')
    .leftJoin('documents', 'documents.id', 'given_numbers.document_id')
    .innerJoin('users', 'users.id', 'given_numbers.given_by')
    .select([
      'given_numbers.id',
      'given_numbers.text',
      'given_numbers.year',
      'given_numbers.number',
      'given_numbers.document_id as documentId',
      'documents.title as documentTitle',
      'documents.person_name as personName',
      'given_numbers.paper_note as paperNote',
      'given_numbers.cancel_reason as cancelReason',
      'given_numbers.given_on as givenOn',
      'users.full_name as givenByName',
    ])
    .where('given_numbers.register', '=', register)
    .where('given_numbers.year', '=', year)
    .orderBy('given_numbers.number', 'desc')
    .execute()
}
