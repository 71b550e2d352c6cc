import { setImmediate } from 'node:timers/promises'
import type { ImportLine, ImportUndo, importsContract } from '#shared/features/imports/imports.contract.ts'
import type { Db } from '../../database/database.ts'
import type { User } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { newWork, whileWorking } from '../../kit/import-drafts.ts'
import { carryOutUndo, type KeptRow, planUndo, type UndoPlan } from '../../kit/import-undo.ts'
import { followMerges } from '../../kit/register/merging.queries.ts'
import { settleDueStatuses } from '../requirements/requirements.service.ts'
import * as queries from './imports.queries.ts'
import { importedKinds, refuseUnlessMayWrite } from './imports.service.ts'
import * as undoQueries from './imports.undo.queries.ts'

/** How many of the records that are kept are named. */
const keptShown = 500

/** Records undone between two breaths, in which other calls are served. */
const portion = 50

async function getImport(db: Db, id: number, user: User): Promise<ImportLine> {
  const found = await queries.findImport(db, id)
  if (!found) throw notFound('imports')
  refuseUnlessMayWrite(user, found.register)
  return found
}

async function planOf(db: Db, id: number): Promise<UndoPlan> {
  const rows = await undoQueries.listImportRows(db, id)
  const plan = await planUndo(db, importedKinds, rows, (kind, ids) =>
    undoQueries.listBelongings(db, kind, ids),
  )
  return { ...plan, kept: await Promise.all(plan.kept.map((row) => toldOfMerge(db, row))) }
}

/** What is gone because it was merged says so, and how it was called. */
async function toldOfMerge(db: Db, row: KeptRow): Promise<KeptRow> {
  const end = row.reason === 'gone' ? await followMerges(db, row.kind, row.recordId) : undefined
  return end ? { ...row, label: end.title, reason: 'merged' } : row
}

function answer(line: ImportLine, { removed, restored, kept }: UndoPlan): ImportUndo {
  return {
    import: line,
    removed: removed.length,
    restored: restored.length,
    kept: kept.length,
    keptRecords: kept.slice(0, keptShown).map(({ kind, recordId, line: at, label, reason }) => ({
      kind,
      recordId,
      line: at,
      label,
      reason,
    })),
  }
}

type Handled = 'undoPreview' | 'undo'

export const importUndoHandlers: Pick<Handlers<typeof importsContract>, Handled> = {
  undoPreview: async ({ db, user }, { id }) => {
    const line = await getImport(db, id, user)
    return answer(line, await planOf(db, id))
  },

  undo: async (context, { id }) => {
    const { tx, user, now, record, services } = context
    const line = await getImport(tx, id, user)
    if (line.undoneAt) throw ruleBroken('imports.errors.alreadyUndone')
    const work = newWork(user.id, 'undoing')
    return whileWorking(services, id, work, async () => {
      const plan = await planOf(tx, id)
      work.total = plan.removed.length + plan.restored.length
      if (work.total === 0) throw ruleBroken('imports.errors.nothingToUndo')
      await carryOutUndo(context, importedKinds, plan, async (row) => {
        if (row.before !== null) await undoQueries.followRestored(tx, id, row)
        work.done++
        if (work.done % portion === 0) await setImmediate()
        if (work.isCancelled) throw ruleBroken('imports.errors.undoCancelled')
      })
      await settleDueStatuses(context)
      await undoQueries.deleteImportRows(tx, id, [...plan.removed, ...plan.restored])
      const kept = plan.kept.length
      await undoQueries.markImportUndone(tx, id, { by: user.id, at: now, kept })
      const after = {
        register: line.register,
        removed: plan.removed.length,
        restored: plan.restored.length,
        kept,
      }
      await record({ kind: 'imports', recordId: id, action: 'undone', after })
      return answer(await getImport(tx, id, user), plan)
    })
  },
}
