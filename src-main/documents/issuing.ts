import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Compiler } from './compiler.ts'

/** What is issued: everything that the document will show, and to whom it belongs. */
export interface IssuedDocument {
  template: string
  title: string
  number: string
  recordKind: string
  recordId: number
  unitId: number | null
  personName: string
  data: object
  issuedOn: Day
}

/**
 * Freezes a document in the transaction that gives it its number: its data and the template sources it is made
 * with. The PDF follows after the commit (`freezePdfs`), because making it is slow work; until then the row says
 * so by having none.
 *
 * @returns the id of the document
 */
export async function issueDocument(
  tx: Tx,
  document: IssuedDocument,
  by: { userId: number; at: string; compiler: Compiler },
): Promise<number> {
  const { version, sources } = by.compiler
  await tx
    .insertInto('template_versions')
    .values({ version, sources: JSON.stringify(sources), first_used_at: by.at })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute()
  const row = await tx
    .insertInto('documents')
    .values({
      template: document.template,
      template_version: version,
      title: document.title,
      number: document.number,
      record_kind: document.recordKind,
      record_id: document.recordId,
      unit_id: document.unitId,
      person_name: document.personName,
      data: JSON.stringify(document.data),
      pdf: null,
      sha256: null,
      issued_on: document.issuedOn,
      issued_at: by.at,
      issued_by: by.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Stores the PDF of every document that has none yet: right after it was issued, and at the start of the program
 * for one whose process was killed in between. One that cannot be drawn is named in the log and left for the next
 * time; it does not keep the others from theirs.
 *
 * @param transaction runs a write in a transaction of its own
 * @returns how many were stored
 */
export async function freezePdfs(
  db: Db,
  { compiler, log }: { compiler: Compiler; log: Pick<Logger, 'error'> },
  transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
): Promise<number> {
  const waiting = await db
    .selectFrom('documents')
    .select(['id', 'template', 'template_version as version', 'data'])
    .where('pdf', 'is', null)
    .execute()
  let stored = 0
  for (const { id, template, version, data } of waiting) {
    await learnVersion(db, compiler, version)
    let pdf: Buffer
    try {
      pdf = compiler.pdf(template, JSON.parse(data), version)
    } catch {
      log.error({ document: id, template, version }, 'a document cannot be drawn')
      continue
    }
    await transaction((tx) =>
      tx
        .updateTable('documents')
        .set({ pdf, sha256: sha256(pdf) })
        .where('id', '=', id)
        .where('pdf', 'is', null)
        .execute(),
    )
    stored++
  }
  return stored
}

/** Loads the sources of a template version from the archive, unless the compiler has them. */
export async function learnVersion(db: Db, compiler: Compiler, version: string): Promise<void> {
  if (compiler.knows(version)) return
  const { sources } = await db
    .selectFrom('template_versions')
    .select('sources')
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  compiler.learn(version, JSON.parse(sources))
}

/** The SHA-256 of bytes in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
