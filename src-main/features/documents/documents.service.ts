import type {
  DocumentView,
  documentsContract,
  IssuedDocument,
} from '#shared/features/documents/documents.contract.ts'
import { hiddenKinds, mayUseKind } from '#shared/features/documents/documents.kinds.ts'
import type { documentsRegister } from '#shared/features/documents/documents.register.ts'
import type { RemovalReason } from '#shared/kit/register/removal.ts'
import { mayDo } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import { learnImages } from '../../documents/images.ts'
import { drawPdf, freezePdfs, learnVersion, type PdfFile, sha256, storePdf } from '../../documents/issuing.ts'
import { type Services, type User, unitScope } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { heldBy, heldByRows } from '../../kit/register/holders.queries.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import type { FindHolders } from '../../kit/ties.ts'
import type { documentsBulkHandlers } from './documents.bulk.service.ts'
import type { documentsCheckHandlers } from './documents.check.service.ts'
import type { documentsDraftsHandlers } from './documents.drafts.service.ts'
import type { documentsIssuingHandlers } from './documents.issuing.service.ts'
import { documentsList } from './documents.list.queries.ts'
import type { documentsNoticesHandlers } from './documents.notices.service.ts'
import type { documentsNumbersHandlers } from './documents.numbers.service.ts'
import type { documentsOpinionsHandlers } from './documents.opinions.service.ts'
import * as queries from './documents.queries.ts'
import type { documentsStatesHandlers } from './documents.states.service.ts'

/** The documents that were issued for a unit. */
export const documentsHoldingUnit: FindHolders = (db, unitId) =>
  heldByRows(db, 'documents.held.unit', queries.issuedFor(unitId))

/** The kinds whose documents not everybody may see, by name neither. */
const restrictedKinds = hiddenKinds(() => false)

/** The documents of a volunteer but those of agreements, with one number for all; restricted ones are not named. */
async function documentsOf(db: Db, volunteerId: number): Promise<RemovalReason[]> {
  const key = 'documents.held.person'
  const reasons = [
    ...(await heldBy(db, documentsList, key, queries.isOfVolunteer(volunteerId, restrictedKinds))),
    ...(await heldByRows(db, key, queries.ofVolunteerAndKinds(volunteerId, restrictedKinds))),
  ]
  const count = reasons.reduce((sum, { params }) => sum + Number(params?.count ?? 0), 0)
  return count > 0 ? [{ key, params: { count }, records: reasons.flatMap(({ records }) => records) }] : []
}

/** The documents of a volunteer but those of agreements, and drafts of some. */
export const documentsHoldingVolunteer: FindHolders = async (db, id) => [
  ...(await documentsOf(db, id)),
  ...(await heldByRows(db, 'documents.held.drafts', queries.draftsOf('volunteer_id', id))),
]

/** The documents of a member of staff, and drafts of some. */
export const documentsHoldingStaff: FindHolders = async (db, id) => [
  ...(await heldBy(db, documentsList, 'documents.held.person', queries.isOfStaff(id))),
  ...(await heldByRows(db, 'documents.held.drafts', queries.draftsOf('staff_id', id))),
]

/** The lists that were issued of an event. */
export const documentsHoldingEvent: FindHolders = (db, id) =>
  heldBy(db, documentsList, 'documents.held.event', queries.isOfRecord('events', id))

/** What the tools of every register need to know of this one. */
export const documentsServed: ServedRegister<typeof documentsRegister> = { list: documentsList }

/** May this person see documents of that kind? */
export function maySee(user: User, kind: string): boolean {
  return mayUseKind(kind, (permission) => mayDo(user, permission))
}

/** The document; refuses `NOT_FOUND`, also outside a head's unit, and where the kind is restricted to others. */
export async function getDocument(db: Db, id: number, user: User): Promise<IssuedDocument> {
  const document = await queries.findDocument(db, id, unitScope(user))
  if (!document || !maySee(user, document.kind)) throw notFound('documents')
  return document
}

/** The pages as they were issued: frozen data, and the template sources of that day. */
export async function viewOf(db: Db, services: Services, document: IssuedDocument): Promise<DocumentView> {
  const { template, version, data } = await queries.getFrozen(db, document.id)
  const { svg, count, width, height } = await drawn(services, document.id, async () => {
    await learnVersion(db, services.compiler, version)
    const parsed = JSON.parse(data)
    await learnImages(db, services.compiler, parsed)
    return services.compiler.pages(template, parsed, version)
  })
  return { ...document, svg, pages: count, width, height, isCancelled: document.state === 'cancelled' }
}

/** The PDF as it was stored when the document was issued; drawn now where that did not succeed. */
async function fileOf(db: Db, services: Services, id: number): Promise<PdfFile & { isStored: boolean }> {
  const frozen = await queries.getFrozen(db, id)
  const { pdf, sha256: stored } = frozen
  if (!pdf || !stored)
    return { ...(await drawn(services, id, () => drawPdf(db, services.compiler, frozen))), isStored: false }
  if (sha256(pdf) !== stored) throw ruleBroken('documents.errors.damaged')
  return { pdf, sha256: stored, isStored: true }
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

/**
 * Under which record the history keeps what was done with a document: that of an agreement under the agreement, and a
 * restricted one where the log of the checks is, which not everybody reads.
 */
export function recordOf({
  id,
  kind,
  recordKind,
  recordId,
}: Pick<IssuedDocument, 'kind' | 'recordKind'> & { id: number | null; recordId: number | null }): {
  kind: string
  recordId: number | null
} {
  if (restrictedKinds.includes(kind)) return { kind: 'childProtection', recordId }
  return kind === 'agreement' ? { kind: recordKind, recordId } : { kind: 'documents', recordId: id }
}

export const documentsHandlers: Omit<
  Handlers<typeof documentsContract>,
  | keyof typeof documentsIssuingHandlers
  | keyof typeof documentsOpinionsHandlers
  | keyof typeof documentsStatesHandlers
  | keyof typeof documentsCheckHandlers
  | keyof typeof documentsDraftsHandlers
  | keyof typeof documentsNumbersHandlers
  | keyof typeof documentsNoticesHandlers
  | keyof ReturnType<typeof documentsBulkHandlers>
> = {
  ...registerHandlers(documentsServed),

  get: async ({ db, user, services }, { id }) => viewOf(db, services, await getDocument(db, id, user)),

  listOf: ({ db, user }, of) =>
    queries.listDocumentsOf(
      db,
      of,
      unitScope(user),
      hiddenKinds((permission) => mayDo(user, permission)),
    ),

  printDocument: inSteps({
    before: async ({ db, user, services }, { id }) => viewOf(db, services, await getDocument(db, id, user)),
    run: async ({ record }, _input, view) => {
      await record({ ...recordOf(view), action: 'printed' })
      return view
    },
  }),

  savePdf: inSteps({
    before: async ({ db, user, services }, { id }) => {
      const document = await getDocument(db, id, user)
      return { document, file: await fileOf(db, services, id) }
    },
    run: async ({ tx, record }, { id }, { document, file }) => {
      if (!file.isStored) await storePdf(tx, id, { pdf: file.pdf, sha256: file.sha256 })
      await record({ ...recordOf(document), action: 'exported' })
      const name = [document.title.replaceAll('/', '-'), document.personName].filter(Boolean).join(' – ')
      return { fileName: `${name}.pdf`, pdf: file.pdf.toString('base64'), sha256: file.sha256 }
    },
  }),
}
