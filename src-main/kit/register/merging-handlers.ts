import type { mergingProcedures } from '#shared/kit/register/merging.ts'
import type { Register } from '#shared/kit/register/register.ts'
import { unitScope } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { previewMerge } from './merge-preview.ts'
import { previewUndo, toLine, undoMerge } from './merge-undo.ts'
import type { MergedRegister } from './merged-register.ts'
import * as queries from './merging.queries.ts'
import { mergeRecords } from './merging.ts'
import { isRecordThere } from './reach.queries.ts'
import { reachRecord } from './reach.ts'

/** The handlers of `mergingProcedures`; nest them as `merging` in the handlers of its feature. */
export function mergingHandlers<R extends Register>(
  declared: MergedRegister<R>,
): Handlers<ReturnType<typeof mergingProcedures<R>>> {
  const merged = declared as unknown as MergedRegister
  const { name } = merged.list.register
  const handlers: Handlers<ReturnType<typeof mergingProcedures<Register>>> = {
    preview: ({ db, user }, input) => previewMerge(db, merged, user, input),
    merge: (context, input) => mergeRecords(context, merged, input),
    list: async ({ db, user }, { offset, limit }) => {
      // A head is shown none: the records of a merge may be of another unit, and one of them is not there to be asked.
      const all = unitScope(user) === null ? await queries.listMerges(db, name) : []
      return { rows: all.slice(offset, offset + limit).map(toLine), total: all.length }
    },
    ofRecord: async ({ db, user }, { id }) => {
      // Of what was merged itself it is told beside its history.
      const end = await queries.followMerges(db, name, id)
      await reachRecord(db, merged.list, user, end?.id ?? id)
      return (await queries.listMergesInto(db, name, id)).map(toLine)
    },
    whereIs: async ({ db, user }, { id }) => {
      const end = await queries.followMerges(db, name, id)
      const isThere = end && (await isRecordThere(db, merged.list, unitScope(user), end.id))
      return isThere ? end : null
    },
    undoPreview: ({ db, user }, { id }) => previewUndo(db, merged, user, id),
    undo: (context, { id }) => undoMerge(context, merged, id),
  }
  return handlers as unknown as Handlers<ReturnType<typeof mergingProcedures<R>>>
}
