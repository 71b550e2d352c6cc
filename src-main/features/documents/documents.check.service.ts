import { setImmediate } from 'node:timers/promises'
import type { documentsCheckContract } from '#shared/features/documents/documents.check.contract.ts'
import type { IssuedDocument } from '#shared/features/documents/documents.contract.ts'
import { dayInPoland } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { sha256 } from '../../documents/issuing.ts'
import { type Services, type User, unitScope } from '../../kit/context.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import * as check from './documents.check.queries.ts'
import * as queries from './documents.queries.ts'
import { maySee } from './documents.service.ts'

/** PDFs read between two breaths, in which other calls are served. */
const portion = 20

/** Compares the bytes of all stored PDFs with their SHA-256, a portion at a time; throws when it is stopped. */
async function compareAll(db: Db, stop?: AbortSignal): Promise<{ checked: number; damaged: number[] }> {
  const damaged: number[] = []
  let checked = 0
  for (let after = 0; ; ) {
    stop?.throwIfAborted()
    const stored = await check.listStoredPdfs(db, after, portion)
    const last = stored.at(-1)
    if (!last) return { checked, damaged }
    damaged.push(
      ...stored.filter((each) => !each.pdf || sha256(each.pdf) !== each.sha256).map(({ id }) => id),
    )
    checked += stored.length
    after = last.id
    await setImmediate()
  }
}

/**
 * Compares all PDFs once a day and keeps what it found: called when the program starts, and when a day begins while it
 * runs, at night. Names damaged ones in the log by their ids.
 *
 * @param stop ends it before its time, with nothing kept: it begins anew at the next start
 * @returns whether it was time, and there was something to compare
 */
export async function checkDocumentsIfDue(
  { storage, log }: Pick<Services, 'storage' | 'log'>,
  now: Date,
  stop: AbortSignal,
): Promise<boolean> {
  const db = storage.current().reader
  const last = await check.findLastCheck(db)
  if (last && dayInPoland(Date.parse(last.checkedAt)) >= dayInPoland(now.getTime())) return false
  const found = await compareAll(db, stop)
  if (found.checked === 0) return false
  await inTransaction(storage, (tx) => check.insertCheck(tx, { ...found, checkedAt: now.toISOString() }))
  if (found.damaged.length > 0)
    log.error({ documents: found.damaged }, 'PDFs of documents are not what they were')
  return true
}

/** The documents of those ids that are within reach. */
async function within(db: Db, ids: readonly number[], user: User): Promise<IssuedDocument[]> {
  const found = []
  for (const id of ids) found.push(await queries.findDocument(db, id, unitScope(user)))
  return found.filter((document) => document !== undefined && maySee(user, document.kind)) as IssuedDocument[]
}

export const documentsCheckHandlers: Handlers<typeof documentsCheckContract> = {
  lastCheck: async ({ db, user }) => {
    const last = await check.findLastCheck(db)
    return last ? { ...last, damaged: await within(db, last.damaged, user) } : null
  },

  checkAll: inSteps({
    before: ({ db }) => compareAll(db),
    run: async ({ tx, now, user }, _input, found) => {
      await check.insertCheck(tx, { ...found, checkedAt: now })
      return { ...found, checkedAt: now, damaged: await within(tx, found.damaged, user) }
    },
  }),
}
