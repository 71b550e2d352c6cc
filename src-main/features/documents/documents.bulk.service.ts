import { setImmediate } from 'node:timers/promises'
import {
  type BulkPerson,
  type BulkProgress,
  type documentsBulkContract,
  maxIssuedAtOnce,
} from '#shared/features/documents/documents.bulk.contract.ts'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { type AnyDocumentKind, inputSchema } from '#shared/features/documents/documents.kind.ts'
import { whyNotIssuable } from '#shared/features/documents/documents.rules.ts'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { Db } from '../../database/database.ts'
import { freezePdfs } from '../../documents/issuing.ts'
import { type QueryContext, type Services, unitScope } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { listIds } from '../../kit/register/list.queries.ts'
import { checkReadable, readerOf } from '../../kit/register/reader.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { getAgreement, listInForceOf } from '../agreements/agreements.reader.ts'
import { agreementsServed } from '../agreements/agreements.service.ts'
import { volunteersServed } from '../volunteers/volunteers.service.ts'
import { issue } from './documents.issuing.service.ts'
import { getKindFor, type ReadyDocument, readyDocument, sourceOf } from './documents.sources.service.ts'

type Asked = Parameters<Handlers<typeof documentsBulkContract>['checkMany']>[1]
type Reading = Pick<QueryContext, 'user' | 'today' | 'services'>

/** People handled between two breaths, in which other calls are served. */
const portion = 10

interface Work extends BulkProgress {
  isCancelled: boolean
}

/** What everybody has under way, by opened database and person. */
const works = new WeakMap<object, Map<number, Work>>()

function worksOf({ storage }: Pick<Services, 'storage'>): Map<number, Work> {
  const database = storage.current()
  const known = works.get(database) ?? new Map<number, Work>()
  works.set(database, known)
  return known
}

const lists = {
  volunteers: volunteersServed.list as unknown as RegisterList<Register>,
  agreements: agreementsServed.list as unknown as RegisterList<Register>,
}

/** The ids of the selected rows, in the order of the list; refuses more than `max` (`documents.errors.tooMany`). */
async function selectedIds(
  db: Db,
  context: Reading,
  from: keyof typeof lists,
  asked: { search: string; filters: Filters; selection: Selection },
  max: number,
): Promise<number[]> {
  const list = lists[from]
  const reader = readerOf(list, context)
  checkReadable(list, reader, asked)
  const inOrder = { ...asked, sort: list.register.mainField, direction: 'ascending' as const }
  const ids = await listIds(db, list, reader, inOrder, asked.selection, max + 1)
  if (ids.length > max) throw ruleBroken('documents.errors.tooMany', { max })
  return ids
}

/** Whom or what one document of many is about. */
interface BulkSubject {
  volunteerId: number | null
  agreementId: number | null
  /** The agreements of which it speaks; null for all of the person. */
  agreementIds: number[] | null
}

const aboutVolunteer = (volunteerId: number): BulkSubject => ({
  volunteerId,
  agreementId: null,
  agreementIds: null,
})
const aboutAgreement = (agreementId: number): BulkSubject => ({
  volunteerId: null,
  agreementId,
  agreementIds: null,
})

/**
 * Whom or which agreements the documents are about, in the order of the list. From volunteers a kind about agreements has
 * all of theirs that it concerns; from agreements one about people has a document for each person, about those selected.
 */
async function subjectsOf(
  db: Db,
  context: Reading,
  asked: Asked,
  kind: AnyDocumentKind,
): Promise<BulkSubject[]> {
  const isAboutAgreements = kind.about === 'agreements'
  if (isAboutAgreements && asked.agreementIds !== null)
    return [...new Set(asked.agreementIds)].map(aboutAgreement)
  const ids = await selectedIds(db, context, asked.from, asked, maxIssuedAtOnce)
  if (asked.from === 'volunteers')
    return isAboutAgreements ? concernedOf(db, kind, asked, ids) : ids.map(aboutVolunteer)
  if (isAboutAgreements) return ids.map(aboutAgreement)
  const byVolunteer = new Map<number, number[]>()
  for (const id of ids) {
    const { volunteerId } = await getAgreement(db, id, unitScope(context.user))
    byVolunteer.set(volunteerId, [...(byVolunteer.get(volunteerId) ?? []), id])
  }
  return [...byVolunteer].map(([volunteerId, agreementIds]) => ({
    ...aboutVolunteer(volunteerId),
    agreementIds,
  }))
}

/** The concluded agreements of volunteers that a kind concerns; refuses more than may be issued at once. */
async function concernedOf(
  db: Db,
  kind: AnyDocumentKind,
  asked: Asked,
  volunteerIds: readonly number[],
): Promise<BulkSubject[]> {
  const input = inputSchema(kind.fields).safeParse(asked.input)
  const subjects = []
  for (const volunteerId of volunteerIds) {
    const agreements = await listInForceOf(db, volunteerId)
    const concerned = agreements.filter(
      (agreement) => !kind.concerns || (input.success && kind.concerns(agreement, input.data)),
    )
    subjects.push(...concerned.map(({ id }) => aboutAgreement(id)))
  }
  if (subjects.length > maxIssuedAtOnce)
    throw ruleBroken('documents.errors.tooMany', { max: maxIssuedAtOnce })
  return subjects
}

/** The fields of each document of many: what is the same for all over what the form proposes. */
async function* selected(
  db: Db,
  context: Reading,
  asked: Asked,
): AsyncGenerator<{ fields: DocumentFields; ready: ReadyDocument; person: BulkPerson }> {
  const kind = getKindFor(context.user, asked.kind)
  if (!kind.forMany) throw notFound('documents')
  const subjects = await subjectsOf(db, context, asked, kind)
  const { signatoryId, issuedOn, place, letterheadUnitId, projectId } = asked
  const unitId = unitScope(context.user)
  for (const [index, { volunteerId, agreementId, agreementIds }] of subjects.entries()) {
    if (index % portion === portion - 1) await setImmediate()
    const subject = { volunteerId, staffId: null, agreementId, unitId: null, originId: null }
    const around = { issuedOn, signatoryId, letterheadUnitId, projectId, agreementIds }
    const gathered = await sourceOf(db, kind, subject, around, unitId)
    const fields: DocumentFields = {
      ...subject,
      kind: kind.code,
      input: { ...kind.propose(gathered.source), ...asked.input },
      signatoryId,
      issuedOn,
      place,
      caseId: null,
      newCase: null,
      copies: null,
      delivery: '',
      letterheadUnitId,
      projectId,
      corrects: null,
    }
    const ready = await readyDocument(db, fields, context.today, unitId, gathered)
    const { problems, found } = ready
    const isReady = whyNotIssuable(problems, {}) === undefined
    const person = {
      volunteerId: found.volunteerId ?? 0,
      agreementId,
      personName: found.personName,
      problems,
      isReady,
    }
    yield { fields, ready, person }
  }
}

/** Puts documents into somebody's print queue; the queue lies to the left of this feature and hands it in. */
export type QueueDocuments = (context: Parameters<typeof issue>[0], documentIds: number[]) => Promise<unknown>

/** The handlers of an issue for many. */
export function documentsBulkHandlers(queue: QueueDocuments): Handlers<typeof documentsBulkContract> {
  return {
    checkMany: async (context, asked) => {
      const people: BulkPerson[] = []
      for await (const { person } of selected(context.db, context, asked)) people.push(person)
      return people
    },

    issueMany: inSteps({
      run: async (context, { expected, isQueued, ...asked }) => {
        const { tx, user, services } = context
        const work: Work = { done: 0, total: expected, isCancelled: false }
        worksOf(services).set(user.id, work)
        try {
          const chosen: { fields: DocumentFields; ready: ReadyDocument }[] = []
          for await (const { fields, ready, person } of selected(tx, context, asked))
            if (person.isReady) chosen.push({ fields, ready })
          if (chosen.length !== expected) throw ruleBroken('documents.errors.selectionChanged')
          const ids: number[] = []
          for (const { fields, ready } of chosen) {
            if (work.isCancelled) throw ruleBroken('documents.errors.bulkCancelled')
            ids.push((await issue(context, fields, {}, ready)).id)
            work.done++
            await setImmediate()
          }
          if (isQueued) await queue(context, ids)
          return { ids }
        } finally {
          worksOf(services).delete(user.id)
        }
      },
      after: async ({ db, services, transaction }) => {
        await freezePdfs(db, services, transaction)
      },
    }),

    manyProgress: ({ user, services }) => {
      const work = worksOf(services).get(user.id)
      return work ? { done: work.done, total: work.total } : null
    },

    cancelMany: ({ user, services }) => {
      const work = worksOf(services).get(user.id)
      if (work) work.isCancelled = true
    },
  }
}
