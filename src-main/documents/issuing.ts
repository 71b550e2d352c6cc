import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Day } from '#shared/kit/dates.ts'
import { searchWords } from '#shared/kit/polish.ts'
import { unprintableIn } from '#shared/kit/printable.ts'
import type { Db, Tx } from '../database/database.ts'
import { isDamage } from '../database/migrate.ts'
import { writeSearchWords } from '../database/search.ts'
import { ruleBroken } from '../kit/errors.ts'
import type { Compiler, TemplateSources } from './compiler.ts'
import { learnImages } from './images.ts'
import { drawToday, templateCode, templateInForce } from './templates.ts'

/** What is issued: everything that the document will show, and to whom it belongs. */
export interface IssuedDocument {
  /** The code of its kind. */
  kind: string
  template: string
  title: string
  number: string
  recordKind: string
  recordId: number
  unitId: number | null
  /** The person it is about, where that is one of a register. */
  volunteerId: number | null
  staffId: number | null
  personName: string
  signatory: { id: number; fullName: string } | null
  copies: number
  /** How it is to reach its addressee, where somebody has said. */
  delivery?: string
  data: object
  issuedOn: Day
  /** The template sources of another document, of which this one is a duplicate; without it those of its day. */
  templateVersion?: string
  case?: { id: number; sign: string } | null
  /** The project that pays for it. */
  projectId?: number | null
  /** What the clerk entered, so that a correction can begin with it. */
  input?: object
  /** Why rules were set aside, by their keys. */
  overrides?: Record<string, string>
  original?: { id: number; relation: 'duplicate' | 'correction' } | null
}

/**
 * Freezes a document in the transaction that gives it its number: its data and the template sources it is made
 * with. The PDF follows after the commit (`freezePdfs`), because making it is slow work; until then the row says
 * so by having none.
 *
 * Refuses (`documents.errors.unprintable`) what no font of the documents can show, because a document with □ in it
 * must not get a number; and (`documents.errors.templateFails`) what the centre's own template cannot draw.
 *
 * @returns the id of the document
 */
export async function issueDocument(
  tx: Tx,
  document: IssuedDocument,
  by: { userId: number; at: string; compiler: Compiler },
): Promise<number> {
  const characters = unprintableIn(JSON.stringify(document.data))
  if (characters.length > 0)
    throw ruleBroken('documents.errors.unprintable', { characters: characters.join(' ') })
  const version = document.templateVersion ?? (await versionFor(tx, document, by))
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
      kind: document.kind,
      volunteer_id: document.volunteerId,
      staff_id: document.staffId,
      signatory_id: document.signatory?.id ?? null,
      signatory_name: document.signatory?.fullName ?? '',
      copies: document.copies,
      case_id: document.case?.id ?? null,
      project_id: document.projectId ?? null,
      overrides: JSON.stringify(document.overrides ?? {}),
      original_id: document.original?.id ?? null,
      relation: document.original?.relation ?? '',
      state: 'issued',
      delivery: document.delivery ?? '',
      cancel_reason: '',
      person_name: document.personName,
      sha256: null,
      issued_on: document.issuedOn,
      issued_at: by.at,
      issued_by: by.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('document_contents')
    .values({
      document_id: row.id,
      data: JSON.stringify(document.data),
      input: JSON.stringify(document.input ?? {}),
      pdf: null,
    })
    .execute()
  const words = searchWords(document.title, document.number, document.personName, document.case?.sign)
  await writeSearchWords(tx, 'documents', row.id, words, true)
  return row.id
}

async function versionFor(
  tx: Tx,
  document: IssuedDocument,
  { at, compiler }: { at: string; compiler: Compiler },
): Promise<string> {
  const { version, sources, number } = await templateInForce(
    tx,
    compiler,
    templateCode(document),
    document.issuedOn,
  )
  if (number === null) await keepSources(tx, version, sources, at)
  // A number without pages would be worse than the moment that drawing takes here.
  else await drawToday(tx, compiler, document)
  return version
}

/** Archives the sources of a version, once. */
export async function keepSources(
  tx: Tx,
  version: string,
  sources: TemplateSources,
  at: string,
): Promise<void> {
  await tx
    .insertInto('template_versions')
    .values({ version, sources: JSON.stringify(sources), first_used_at: at })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute()
}

/**
 * Notes that a document was cancelled, with what it is of; its number and its pages stay.
 *
 * @param of the record whose document it is; one of another record is left as it is
 */
export async function cancelDocument(
  tx: Tx,
  id: number,
  reason: string,
  of: { kind: string; id: number },
): Promise<void> {
  await tx
    .updateTable('documents')
    .set((eb) => ({ state: 'cancelled', cancel_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('record_kind', '=', of.kind)
    .where('record_id', '=', of.id)
    .execute()
}

/** Each transaction waits for the disk; so many PDFs share one. */
const storedAtOnce = 20

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
  const waiting = await db.selectFrom('documents').select('id').where('sha256', 'is', null).execute()
  let stored = 0
  for (let at = 0; at < waiting.length; at += storedAtOnce) {
    const drawn: { id: number; file: PdfFile }[] = []
    for (const { id } of waiting.slice(at, at + storedAtOnce)) {
      // Drawing is the longest thing there is: others are served between two documents.
      await setImmediate()
      // Another call may have stored it meanwhile.
      const document = await findUnfrozen(db, id)
      if (!document) continue
      try {
        drawn.push({ id, file: await drawPdf(db, compiler, document) })
      } catch (error) {
        if (isDamage(error)) throw error
        const { template, version } = document
        // What the compiler says may quote the document.
        log.error({ document: id, template, version }, 'the PDF of a document could not be made')
      }
    }
    await transaction(async (tx) => {
      for (const { id, file } of drawn) await storePdf(tx, id, file)
    })
    stored += drawn.length
  }
  return stored
}

function findUnfrozen(db: Db, id: number) {
  return db
    .selectFrom('documents')
    .innerJoin('document_contents', (join) => join.onRef('document_id', '=', 'id'))
    .select(['template', 'template_version as version', 'data'])
    .where('id', '=', id)
    .where('sha256', 'is', null)
    .executeTakeFirst()
}

/** The bytes of a PDF and their SHA-256 in hex. */
export interface PdfFile {
  pdf: Buffer
  sha256: string
}

/** Draws a document with the template sources of its day; the same document always gives the same bytes. */
export async function drawPdf(
  db: Db,
  compiler: Compiler,
  { template, version, data }: { template: string; version: string; data: string },
): Promise<PdfFile> {
  await learnVersion(db, compiler, version)
  const parsed = JSON.parse(data)
  await learnImages(db, compiler, parsed)
  const pdf = compiler.pdf(template, parsed, version)
  return { pdf, sha256: sha256(pdf) }
}

/** Stores the PDF of a document, unless it has one. */
export async function storePdf(tx: Tx, id: number, file: PdfFile): Promise<void> {
  const { pdf, sha256: digest } = file
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({ sha256: digest })
    .where('id', '=', id)
    .where('sha256', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await tx.updateTable('document_contents').set({ pdf }).where('document_id', '=', id).execute()
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
