import { sql } from 'kysely'
import type { Signatory, SignatoryFields } from '#shared/features/signatories/signatories.contract.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'

function signatories(db: Db) {
  return db
    .selectFrom('signatories')
    .select([
      'id',
      'full_name as fullName',
      'position',
      'authorisation',
      'valid_from as validFrom',
      'valid_to as validTo',
      'version',
    ])
}

function columns(signatory: SignatoryFields) {
  return {
    full_name: signatory.fullName,
    position: signatory.position,
    authorisation: signatory.authorisation,
    valid_from: signatory.validFrom,
    valid_to: signatory.validTo,
    sort_key: sortKey(signatory.fullName),
  }
}

/** All who sign or signed for the centre, in Polish order. */
export function listSignatories(db: Db): Promise<Signatory[]> {
  return signatories(db).orderBy('sort_key').orderBy('id').execute()
}

/** A signatory; undefined where there is none. */
export function findSignatory(db: Db, id: number): Promise<Signatory | undefined> {
  return signatories(db).where('id', '=', id).executeTakeFirst()
}

/** Writes a new signatory and answers the id. */
export async function insertSignatory(tx: Tx, signatory: SignatoryFields): Promise<number> {
  const { id } = await tx
    .insertInto('signatories')
    .values(columns(signatory))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateSignatory(
  tx: Tx,
  id: number,
  version: number,
  signatory: SignatoryFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('signatories')
    .set({ ...columns(signatory), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
