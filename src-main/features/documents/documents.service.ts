import type { DocumentView, documentsContract } from '#shared/features/documents/documents.contract.ts'
import type { Db } from '../../database/database.ts'
import { freezePdfs, learnVersion, sha256 } from '../../documents/issuing.ts'
import { type Services, unitScope } from '../../kit/context.ts'
import { AppError, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import * as queries from './documents.queries.ts'

async function getDocument(db: Db, id: number, unitId: number | null) {
  const document = await queries.findDocument(db, id, unitId)
  if (!document) throw notFound('documents')
  return document
}

/** The pages as they were issued: frozen data, and the template sources of that day. */
async function viewOf(
  db: Db,
  { compiler }: Services,
  document: Awaited<ReturnType<typeof getDocument>>,
): Promise<DocumentView> {
  const { template, version, data, pdf: _, ...row } = document
  await learnVersion(db, compiler, version)
  const { svg, count, width, height } = compiler.pages(template, JSON.parse(data), version)
  return { ...row, svg, pages: count, width, height }
}

/** Makes up for PDFs that a killed process left unmade; called when the program starts. */
export async function finishDocuments(
  services: Pick<Services, 'storage' | 'compiler' | 'log'>,
): Promise<number> {
  const { reader, writer } = services.storage.current()
  return freezePdfs(reader, services, (work) => writer.transaction().execute(work))
}

export const documentsHandlers: Handlers<typeof documentsContract> = {
  list: ({ db, user }, input) => queries.listDocuments(db, { ...input, unitId: unitScope(user) }),

  count: ({ db, user }, { search }) => queries.countDocuments(db, search, unitScope(user)),

  get: async ({ db, user, services }, { id }) =>
    viewOf(db, services, await getDocument(db, id, unitScope(user))),

  print: inSteps({
    before: async ({ db, user, services }, { id }) =>
      viewOf(db, services, await getDocument(db, id, unitScope(user))),
    run: async ({ record }, _input, view) => {
      await record({ kind: view.recordKind, recordId: view.recordId, action: 'printed' })
      return view
    },
  }),

  savePdf: inSteps({
    before: async ({ db, user }, { id }) => {
      const document = await getDocument(db, id, unitScope(user))
      const { pdf, sha256: stored } = document
      if (!pdf || !stored) throw new AppError('BUSY', { reason: 'documents.errors.notReady' })
      if (sha256(pdf) !== stored) throw ruleBroken('documents.errors.damaged')
      const fileName = `${document.title.replaceAll('/', '-')} – ${document.personName}.pdf`
      return { document, file: { fileName, pdf: pdf.toString('base64'), sha256: stored } }
    },
    run: async ({ record }, _input, { document, file }) => {
      await record({ kind: document.recordKind, recordId: document.recordId, action: 'exported' })
      return file
    },
  }),
}
