import type { DocumentView, documentsContract } from '#shared/features/documents/documents.contract.ts'
import type { Db } from '../../database/database.ts'
import { drawPdf, freezePdfs, learnVersion, type PdfFile, sha256, storePdf } from '../../documents/issuing.ts'
import { type Services, unitScope } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { heldByRows } from '../../kit/register/holders.queries.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import type { FindHolders } from '../../kit/ties.ts'
import { documentsList } from './documents.list.queries.ts'
import * as queries from './documents.queries.ts'

/** The documents that were issued for a unit. */
export const documentsHoldingUnit: FindHolders = (db, unitId) =>
  heldByRows(db, 'documents.held.unit', queries.issuedFor(unitId))

async function getDocument(db: Db, id: number, unitId: number | null) {
  const document = await queries.findDocument(db, id, unitId)
  if (!document) throw notFound('documents')
  return document
}

/** The pages as they were issued: frozen data, and the template sources of that day. */
async function viewOf(
  db: Db,
  services: Services,
  document: Awaited<ReturnType<typeof getDocument>>,
): Promise<DocumentView> {
  const { template, version, data, recordStatus, pdf: _, ...row } = document
  const { svg, count, width, height } = await drawn(services, document.id, async () => {
    await learnVersion(db, services.compiler, version)
    return services.compiler.pages(template, JSON.parse(data), version)
  })
  return { ...row, svg, pages: count, width, height, isCancelled: recordStatus === 'cancelled' }
}

/** The PDF as it was stored when the document was issued; drawn now where that did not succeed. */
async function fileOf(
  db: Db,
  services: Services,
  document: Awaited<ReturnType<typeof getDocument>>,
): Promise<PdfFile> {
  const { pdf, sha256: stored } = document
  if (!pdf || !stored) return drawn(services, document.id, () => drawPdf(db, services.compiler, document))
  if (sha256(pdf) !== stored) throw ruleBroken('documents.errors.damaged')
  return { pdf, sha256: stored }
}

async function drawn<Result>({ log }: Services, id: number, draw: () => Promise<Result>): Promise<Result> {
  try {
    return await draw()
  } catch {
    log.error({ document: id }, 'a document could not be drawn')
    throw ruleBroken('documents.errors.notDrawn')
  }
}

/** Makes up for PDFs that a killed process left unmade; called when the program starts. */
export async function finishDocuments(
  services: Pick<Services, 'storage' | 'compiler' | 'log'>,
): Promise<number> {
  const { storage } = services
  return freezePdfs(storage.current().reader, services, (work) => inTransaction(storage, work))
}

export const documentsHandlers: Handlers<typeof documentsContract> = {
  ...listHandlers(documentsList),

  get: async ({ db, user, services }, { id }) =>
    viewOf(db, services, await getDocument(db, id, unitScope(user))),

  printDocument: inSteps({
    before: async ({ db, user, services }, { id }) =>
      viewOf(db, services, await getDocument(db, id, unitScope(user))),
    run: async ({ record }, _input, view) => {
      await record({ kind: view.recordKind, recordId: view.recordId, action: 'printed' })
      return view
    },
  }),

  savePdf: inSteps({
    before: async ({ db, user, services }, { id }) => {
      const document = await getDocument(db, id, unitScope(user))
      return { document, file: await fileOf(db, services, document) }
    },
    run: async ({ tx, record }, { id }, { document, file }) => {
      if (!document.pdf) await storePdf(tx, id, file)
      await record({ kind: document.recordKind, recordId: document.recordId, action: 'exported' })
      const fileName = `${document.title.replaceAll('/', '-')} – ${document.personName}.pdf`
      return { fileName, pdf: file.pdf.toString('base64'), sha256: file.sha256 }
    },
  }),
}
