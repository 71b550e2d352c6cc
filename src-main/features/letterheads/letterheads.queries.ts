import { sql } from 'kysely'
import type {
  LetterheadFields,
  Project,
  ProjectFields,
} from '#shared/features/letterheads/letterheads.contract.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** The heads that were set, the centre's first, those of units in their order. */
export function listLetterheads(db: Db) {
  return db
    .selectFrom('letterheads')
    .leftJoin('units', 'units.id', 'letterheads.unit_id')
    .select([
      'letterheads.unit_id as unitId',
      'units.name as unitName',
      'letterheads.lines',
      'letterheads.logo',
      'letterheads.logo_text as logoText',
      'letterheads.version',
    ])
    .orderBy(sql`letterheads.unit_id is not null`)
    .orderBy('units.sort_key')
    .execute()
}

/** Writes a head that was not there. */
export async function insertLetterhead(
  tx: Tx,
  { unitId, lines, logo, logoText }: LetterheadFields,
): Promise<void> {
  await tx.insertInto('letterheads').values({ unit_id: unitId, lines, logo, logo_text: logoText }).execute()
}

/** @returns false where the head is no longer at that version */
export async function updateLetterhead(
  tx: Tx,
  version: number,
  { unitId, lines, logo, logoText }: LetterheadFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('letterheads')
    .set({ lines, logo, logo_text: logoText, version: sql`version + 1` })
    .where('unit_id', 'is', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @returns false where the head is no longer at that version */
export async function deleteLetterhead(tx: Tx, unitId: number, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('letterheads')
    .where('unit_id', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Keeps a picture, once. */
export async function insertImage(
  tx: Tx,
  image: { sha256: string; mediaType: string; content: Buffer; width: number; height: number },
  by: { userId: number; at: string },
): Promise<void> {
  await tx
    .insertInto('images')
    .values({
      sha256: image.sha256,
      media_type: image.mediaType,
      content: image.content,
      width: image.width,
      height: image.height,
      added_by: by.userId,
      added_at: by.at,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** What is known of a picture without its bytes; undefined where there is none. */
export function findImage(db: Db, sha256: string) {
  return db
    .selectFrom('images')
    .select(['sha256', 'media_type as mediaType', 'width', 'height'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

/** The bytes of a picture with their type; undefined where there is none. */
export function findImageContent(db: Db, sha256: string) {
  return db
    .selectFrom('images')
    .select(['media_type as mediaType', 'content'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

/** Projects in Polish order, or one of them. */
export async function listProjects(db: Db, id?: number): Promise<Project[]> {
  const rows = await db
    .selectFrom('projects')
    .select(['id', 'name', 'sentence', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  const logos = await db
    .selectFrom('project_logos')
    .select(['project_id as projectId', 'sha256 as logo', 'text'])
    .orderBy('project_id')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...row,
    logos: logos.filter(({ projectId }) => projectId === row.id).map(({ logo, text }) => ({ logo, text })),
  }))
}

function columns({ name, sentence, startsOn, endsOn }: ProjectFields) {
  return { name, sentence, starts_on: startsOn, ends_on: endsOn, sort_key: sortKey(name) }
}

/** Writes a new project and answers the id. */
export async function insertProject(tx: Tx, project: ProjectFields): Promise<number> {
  const { id } = await tx
    .insertInto('projects')
    .values(columns(project))
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertProjectLogos(tx, id, project)
  return id
}

/** @returns false where the project is no longer at that version */
export async function updateProject(
  tx: Tx,
  { id, version, ...project }: ProjectFields & { id: number; version: number },
): Promise<boolean> {
  const isAtVersion = await updateVersioned(tx, 'projects', id, version, columns(project))
  if (!isAtVersion) return false
  await tx.deleteFrom('project_logos').where('project_id', '=', id).execute()
  await insertProjectLogos(tx, id, project)
  return true
}

async function insertProjectLogos(tx: Tx, projectId: number, { logos }: ProjectFields): Promise<void> {
  if (logos.length === 0) return
  await tx
    .insertInto('project_logos')
    .values(logos.map(({ logo, text }, place) => ({ project_id: projectId, place, sha256: logo, text })))
    .execute()
}
