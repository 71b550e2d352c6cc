import type {
  Authorisation,
  Signatory,
  SignatoryFields,
} from '#shared/features/signatories/signatories.contract.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

function signatories(db: Db) {
  return db
    .selectFrom('signatories')
    .select([
      'id',
      'full_name as fullName',
      'position',
      'is_head as isHead',
      'valid_from as validFrom',
      'valid_to as validTo',
      'version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof signatories>['executeTakeFirstOrThrow']>>

function columns(signatory: SignatoryFields) {
  return {
    full_name: signatory.fullName,
    position: signatory.position,
    is_head: signatory.isHead ? 1 : 0,
    valid_from: signatory.validFrom,
    valid_to: signatory.validTo,
    sort_key: sortKey(signatory.fullName),
  }
}

async function listAuthorisations(db: Db, signatoryId?: number): Promise<Map<number, Authorisation[]>> {
  const rows = await db
    .selectFrom('authorisations')
    .select([
      'signatory_id as signatoryId',
      'number',
      'given_on as givenOn',
      'scope',
      'kinds',
      'valid_from as validFrom',
      'valid_to as validTo',
      'revoked_on as revokedOn',
      'kept_at as keptAt',
    ])
    .$if(signatoryId !== undefined, (query) => query.where('signatory_id', '=', signatoryId ?? 0))
    .orderBy('id')
    .execute()
  const found = new Map<number, Authorisation[]>()
  for (const { signatoryId: of, kinds, ...row } of rows)
    found.set(of, [...(found.get(of) ?? []), { ...row, kinds: JSON.parse(kinds) }])
  return found
}

function toSignatory(row: Row, authorisations: Map<number, Authorisation[]>): Signatory {
  return { ...row, isHead: row.isHead === 1, authorisations: authorisations.get(row.id) ?? [] }
}

/** All who sign or signed for the centre, in Polish order. */
export async function listSignatories(db: Db): Promise<Signatory[]> {
  const rows = await signatories(db).orderBy('sort_key').orderBy('id').execute()
  const authorisations = await listAuthorisations(db)
  return rows.map((row) => toSignatory(row, authorisations))
}

/** A signatory; undefined where there is none. */
export async function findSignatory(db: Db, id: number): Promise<Signatory | undefined> {
  const row = await signatories(db).where('id', '=', id).executeTakeFirst()
  return row && toSignatory(row, await listAuthorisations(db, id))
}

/** Writes a new signatory and answers the id. */
export async function insertSignatory(tx: Tx, signatory: SignatoryFields): Promise<number> {
  const { id } = await tx
    .insertInto('signatories')
    .values(columns(signatory))
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuthorisations(tx, id, signatory.authorisations)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateSignatory(
  tx: Tx,
  id: number,
  version: number,
  signatory: SignatoryFields,
): Promise<boolean> {
  const isAtVersion = await updateVersioned(tx, 'signatories', id, version, columns(signatory))
  if (!isAtVersion) return false
  await tx.deleteFrom('authorisations').where('signatory_id', '=', id).execute()
  await insertAuthorisations(tx, id, signatory.authorisations)
  return true
}

async function insertAuthorisations(
  tx: Tx,
  signatoryId: number,
  authorisations: readonly Authorisation[],
): Promise<void> {
  if (authorisations.length === 0) return
  await tx
    .insertInto('authorisations')
    .values(
      authorisations.map((each) => ({
        signatory_id: signatoryId,
        number: each.number,
        given_on: each.givenOn,
        scope: each.scope,
        kinds: JSON.stringify(each.kinds),
        valid_from: each.validFrom,
        valid_to: each.validTo,
        revoked_on: each.revokedOn,
        kept_at: each.keptAt,
      })),
    )
    .execute()
}
