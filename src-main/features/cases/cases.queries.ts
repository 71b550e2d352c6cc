import { type RawBuilder, sql } from 'kysely'
import type { Case, FileClass, FileClassFields } from '#shared/features/cases/cases.contract.ts'
import { fold, searchWords } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

function fileClasses(db: Db) {
  return db.selectFrom('file_classes').select((eb) => [
    'id',
    'symbol',
    'title',
    'category',
    'is_active as isActive',
    'version',
    eb
      .selectFrom('cases')
      .whereRef('cases.class_id', '=', 'file_classes.id')
      .select(({ fn }) => fn.countAll<number>().as('cases'))
      .as('cases'),
  ])
}

type ClassRow = Awaited<ReturnType<ReturnType<typeof fileClasses>['executeTakeFirstOrThrow']>>

function toClass(row: ClassRow): FileClass {
  return { ...row, isActive: row.isActive === 1, cases: row.cases ?? 0 }
}

function classColumns({ symbol, title, category, isActive }: FileClassFields) {
  return { symbol, title, category, is_active: isActive ? 1 : 0 } as const
}

/** The file plan, in the order of the symbols: `0`, `00`, `000`, `001`, `01`. */
export async function listClasses(db: Db): Promise<FileClass[]> {
  return (await fileClasses(db).orderBy('symbol').execute()).map(toClass)
}

/** A class; undefined where there is none. */
export async function findClass(db: Db, id: number): Promise<FileClass | undefined> {
  const row = await fileClasses(db).where('id', '=', id).executeTakeFirst()
  return row && toClass(row)
}

/** A class by its symbol; undefined where there is none. */
export async function findClassBySymbol(db: Db, symbol: string): Promise<FileClass | undefined> {
  const row = await fileClasses(db).where('symbol', '=', symbol).executeTakeFirst()
  return row && toClass(row)
}

/** Writes a class and answers its id. */
export async function insertClass(tx: Tx, fields: FileClassFields): Promise<number> {
  const { id } = await tx
    .insertInto('file_classes')
    .values(classColumns(fields))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateClass(tx: Tx, id: number, version: number, fields: FileClassFields): Promise<boolean> {
  return updateVersioned(tx, 'file_classes', id, version, classColumns(fields))
}

/** @returns false where the row is no longer at that version */
export function deleteClass(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'file_classes', id, version)
}

function cases(db: Db) {
  return db
    .selectFrom('cases')
    .innerJoin('file_classes', 'file_classes.id', 'cases.class_id')
    .leftJoin('units', 'units.id', 'cases.unit_id')
    .select([
      'cases.id',
      'cases.sign',
      'cases.unit_id as unitId',
      'units.name as unitName',
      'cases.class_id as classId',
      'file_classes.symbol as classSymbol',
      'file_classes.title as classTitle',
      'file_classes.category',
      'cases.year',
      'cases.number',
      'cases.subject',
      'cases.sender',
      'cases.sender_sign as senderSign',
      'cases.sender_on as senderOn',
      'cases.notes',
      'cases.opened_on as openedOn',
      'cases.closed_on as closedOn',
      'cases.is_paper as isPaper',
      'cases.cancel_reason as cancelReason',
      'cases.version',
    ])
}

/** A case; undefined where there is none. @param unitId narrows to one unit (a head's view); null for all */
export async function findCase(db: Db, id: number, unitId: number | null): Promise<Case | undefined> {
  const all = cases(db).where('cases.id', '=', id)
  const row = await (unitId === null ? all : all.where('cases.unit_id', '=', unitId)).executeTakeFirst()
  return row && { ...row, isPaper: row.isPaper === 1 }
}

/** The cases of a class in a year in the order of their numbers; of a unit, or of the centre itself (null). */
export async function listOfClass(
  db: Db,
  { classId, year, unitId }: { classId: number; year: number; unitId: number | null },
): Promise<Case[]> {
  const rows = await cases(db)
    .where('cases.class_id', '=', classId)
    .where('cases.year', '=', year)
    .where('cases.unit_id', unitId === null ? 'is' : '=', unitId)
    .orderBy('cases.number')
    .execute()
  return rows.map((row) => ({ ...row, isPaper: row.isPaper === 1 }))
}

/** Is a sign taken? */
export async function isSignTaken(db: Db, sign: string): Promise<boolean> {
  const row = await db.selectFrom('cases').select('id').where('sign', '=', sign).executeTakeFirst()
  return row !== undefined
}

/** Has a document this case? */
export async function hasDocuments(db: Db, id: number): Promise<boolean> {
  const row = await db.selectFrom('documents').select('id').where('case_id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** What a clerk says of a case. */
export type CaseTexts = Pick<Case, 'subject' | 'sender' | 'senderSign' | 'senderOn' | 'notes'>

function textColumns({ subject, sender, senderSign, senderOn, notes }: CaseTexts) {
  return { subject, sender, sender_sign: senderSign, sender_on: senderOn, notes }
}

/** What a new case is written with. */
export interface NewCase extends CaseTexts, Pick<Case, 'sign' | 'unitId' | 'classId' | 'year' | 'number'> {
  unitSymbol: string
  sortKey: string
  openedOn: string
  isPaper: boolean
  createdBy: number
  createdAt: string
}

/** Writes a case with its search words and answers its id. */
export async function insertCase(tx: Tx, row: NewCase): Promise<number> {
  const { id } = await tx
    .insertInto('cases')
    .values({
      sign: row.sign,
      unit_symbol: row.unitSymbol,
      unit_id: row.unitId,
      class_id: row.classId,
      year: row.year,
      number: row.number,
      ...textColumns(row),
      sort_key: row.sortKey,
      opened_on: row.openedOn,
      closed_on: null,
      is_paper: row.isPaper ? 1 : 0,
      cancel_reason: '',
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'cases', id, searchWords(row.sign, row.subject, row.sender), true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateCase(
  tx: Tx,
  { id, version, sign }: Pick<Case, 'id' | 'version' | 'sign'>,
  change: (CaseTexts & { closedOn: string | null }) | { cancelReason: string },
): Promise<boolean> {
  const values =
    'subject' in change
      ? { ...textColumns(change), closed_on: change.closedOn }
      : { cancel_reason: change.cancelReason }
  const isAtVersion = await updateVersioned(tx, 'cases', id, version, values)
  if (!isAtVersion) return false
  if ('subject' in change)
    await writeSearchWords(tx, 'cases', id, searchWords(sign, change.subject, change.sender), false)
  return true
}

/** Open cases whose sign or subject contains a text, newest first. */
export async function listChoices(db: Db, contains: string, unitId: number | null, limit: number) {
  const rows = await cases(db)
    .where('cases.closed_on', 'is', null)
    .where('cases.cancel_reason', '=', '')
    .$if(unitId !== null, (query) => query.where('cases.unit_id', '=', unitId))
    .orderBy('cases.id', 'desc')
    .limit(2000)
    .execute()
  const wanted = fold(contains)
  return rows
    .filter(({ sign, subject }) => fold(`${sign} ${subject}`).includes(wanted))
    .slice(0, limit)
    .map(({ id, sign, subject }) => ({ id, sign, subject }))
}

/** Is a case one of a unit? */
export function isOfUnit(unitId: number): RawBuilder<boolean> {
  return sql`cases.unit_id = ${unitId}`
}
