import { setImmediate } from 'node:timers/promises'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import { maxRemovedAtOnce, type RemovalOfMany, type removalProcedures } from '#shared/kit/register/removal.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { Db } from '../../database/database.ts'
import { readStoredRows } from '../../database/records.ts'
import type { QueryContext } from '../context.ts'
import { ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { listIds } from './list.queries.ts'
import { checkReadable, readerOf } from './reader.ts'
import type { RegisterList } from './register-list.ts'
import { ownPlace, previewRemoval, type RemovableRegister, removeRecord, whyNotRemovable } from './removal.ts'

/** How many records that stay are named. */
const keptShown = 500

/** Records handled between two breaths, in which other calls are served. */
const portion = 50

interface Chosen {
  search: string
  filters: Filters
  selection: Selection
}

/** Who of the selected may go, and what keeps the others. */
async function sortOut<R extends Register>(
  db: Db,
  context: Pick<QueryContext, 'user' | 'today' | 'services'>,
  removable: RemovableRegister<R>,
  { selection, ...request }: Chosen,
): Promise<{ going: number[]; outcome: RemovalOfMany }> {
  const list = removable.list as unknown as RegisterList<Register>
  const reader = readerOf(list, context)
  checkReadable(list, reader, request)
  const ordered = { ...request, sort: list.register.mainField, direction: 'ascending' as const }
  const ids = await listIds(db, list, reader, ordered, selection, maxRemovedAtOnce + 1)
  if (ids.length > maxRemovedAtOnce)
    throw ruleBroken('list.errors.tooManyToChange', { max: maxRemovedAtOnce })
  const going: number[] = []
  const kept: RemovalOfMany['kept'] = []
  for (const [index, id] of ids.entries()) {
    if (index % portion === portion - 1) await setImmediate()
    const reasons = await whyNotRemovable(db, context, removable, id)
    if (reasons.length === 0) going.push(id)
    else if (kept.length < keptShown) {
      const because = reasons.map(({ key, params }) => (params ? { key, params } : { key }))
      kept.push({ id, title: await removable.title(db, id), reasons: because })
    }
  }
  return { going, outcome: { selected: ids.length, removed: going.length, kept, binIds: [] } }
}

/** The handlers of the removal of a register's records, of one and of many. A head reaches those of the own unit only. */
export function removalHandlers<R extends Register>(
  removable: RemovableRegister<R>,
): Handlers<ReturnType<typeof removalProcedures<Register>>> {
  return {
    preview: (context, { id }) => previewRemoval(context.db, context, removable, id),

    remove: (context, input) => removeRecord(context, removable, input),

    previewMany: async (context, chosen) => (await sortOut(context.db, context, removable, chosen)).outcome,

    removeMany: async (context, { expected, ...chosen }) => {
      const { tx } = context
      const { going, outcome } = await sortOut(tx, context, removable, chosen)
      if (going.length !== expected) throw ruleBroken('list.errors.selectionChanged')
      for (const [index, id] of going.entries()) {
        if (index % portion === portion - 1) await setImmediate()
        const [row] = await readStoredRows(tx, ownPlace(removable.list, id))
        const { binId } = await removeRecord(context, removable, { id, version: Number(row?.version) })
        outcome.binIds.push(binId)
      }
      return outcome
    },
  }
}
