import { setImmediate } from 'node:timers/promises'
import { hiddenKinds } from '#shared/features/documents/documents.kinds.ts'
import {
  maxPrintedAtOnce,
  maxQueuedAtOnce,
  type PrintedPages,
  type printQueueContract,
} from '#shared/features/print-queue/print-queue.contract.ts'
import type { Register } from '#shared/kit/register/register.ts'
import { mayDo } from '#shared/permissions.ts'
import { type CommandContext, type Services, type User, unitScope } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { listIds } from '../../kit/register/list.queries.ts'
import { checkReadable, readerOf } from '../../kit/register/reader.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { documentsServed, getDocument, recordOf, viewOf } from '../documents/documents.service.ts'
import * as queries from './print-queue.queries.ts'

/** The kinds of documents that this person may not see, also where they were put into the queue before. */
function hiddenTo(user: User): string[] {
  return hiddenKinds((permission) => mayDo(user, permission))
}

/** Counts as failed what was being printed when the program ended; called when it starts. */
export function failInterruptedPrinting({ storage }: Pick<Services, 'storage'>): Promise<void> {
  return inTransaction(storage, (tx) => queries.failInterrupted(tx))
}

/**
 * Puts documents at the end of somebody's queue inside the caller's transaction, each once. Refuses `NOT_FOUND` where one
 * is out of reach.
 *
 * @returns how many
 */
export async function queueDocuments(
  { tx, user, now, record }: Pick<CommandContext, 'tx' | 'user' | 'now' | 'record'>,
  documentIds: number[],
): Promise<number> {
  const found = new Map(
    (await queries.listCopies(tx, documentIds, unitScope(user), hiddenTo(user))).map(({ id, copies }) => [
      id,
      copies,
    ]),
  )
  const wanted = [...new Set(documentIds)].map((id) => ({ id, copies: found.get(id) }))
  if (wanted.some(({ copies }) => copies === undefined)) throw notFound('documents')
  const after = (await queries.listJobs(tx, user.id, hiddenTo(user))).at(-1)?.place ?? 0
  const documents = wanted.map(({ id, copies = 1 }) => ({ id, copies }))
  await queries.insertJobs(tx, documents, { userId: user.id, at: now, after })
  await record({ kind: 'printQueue', recordId: null, action: 'added', after: { rows: documents.length } })
  return documents.length
}

export const printQueueHandlers: Handlers<typeof printQueueContract> = {
  list: async ({ db, user }) =>
    (await queries.listJobs(db, user.id, hiddenTo(user))).map(({ place: _, ...job }) => job),

  add: async (context, { documentIds }) => ({ added: await queueDocuments(context, documentIds) }),

  addSelected: async (context, request) => {
    const list = documentsServed.list as unknown as RegisterList<Register>
    const reader = readerOf(list, context)
    checkReadable(list, reader, request)
    const inOrder = { ...request, sort: list.register.mainField, direction: 'ascending' as const }
    const ids = await listIds(context.tx, list, reader, inOrder, request.selection, maxQueuedAtOnce + 1)
    if (ids.length > maxQueuedAtOnce) throw ruleBroken('printQueue.errors.tooMany', { max: maxQueuedAtOnce })
    return { added: ids.length === 0 ? 0 : await queueDocuments(context, ids) }
  },

  setCopies: async ({ tx, user }, { id, copies }) => {
    await queries.updateCopies(tx, user.id, id, copies)
    return null
  },

  move: async ({ tx, user }, { id, before }) => {
    const ids = (await queries.listJobs(tx, user.id, hiddenTo(user))).map((job) => job.id)
    if (!ids.includes(id)) throw notFound('printQueue')
    const others = ids.filter((each) => each !== id)
    const place = before === null ? -1 : others.indexOf(before)
    others.splice(place < 0 ? others.length : place, 0, id)
    await queries.updatePlaces(tx, others)
    return null
  },

  setState: async ({ tx, user }, { ids, state }) => {
    await queries.updateStates(tx, user.id, ids, state)
    return null
  },

  remove: async ({ tx, user, record }, { ids }) => {
    await queries.deleteJobs(tx, user.id, ids)
    await record({ kind: 'printQueue', recordId: null, action: 'removed', before: { rows: ids.length } })
    return null
  },

  print: inSteps({
    before: async ({ db, user, services }) => {
      const waiting = (await queries.listJobs(db, user.id, hiddenTo(user))).filter(
        ({ state }) => state === 'waiting',
      )
      if (waiting.length === 0) throw ruleBroken('printQueue.errors.empty')
      const drawn = []
      for (const job of waiting.slice(0, maxPrintedAtOnce)) {
        const view = await viewOf(db, services, await getDocument(db, job.documentId, user))
        drawn.push({ job, view })
        await setImmediate()
      }
      return drawn
    },
    run: async ({ tx, user, record }, _input, drawn) => {
      const ids = drawn.map(({ job }) => job.id)
      await queries.updateStates(tx, user.id, ids, 'printing')
      for (const { view } of drawn) await record({ ...recordOf(view), action: 'printed' })
      const documents = drawn.map(
        ({ job, view: { svg, pages, width, height, isCancelled } }): PrintedPages => ({
          svg,
          pages,
          width,
          height,
          copies: job.copies,
          isCancelled,
        }),
      )
      return { ids, documents }
    },
  }),

  finish: async ({ tx, user, now }, { ids, isPrinted }) => {
    const printing = (await queries.listJobs(tx, user.id, hiddenTo(user))).filter(
      ({ id, state }) => ids.includes(id) && state === 'printing',
    )
    const jobs = printing.map(({ id }) => id)
    if (isPrinted) await queries.updateStates(tx, user.id, jobs, 'printed', now)
    else await queries.updateStates(tx, user.id, jobs, 'failed')
    return null
  },
}
