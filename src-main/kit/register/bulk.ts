import { setImmediate } from 'node:timers/promises'
import type { BulkOutcome, bulkProcedures } from '#shared/kit/register/bulk.ts'
import { maxChangedAtOnce } from '#shared/kit/register/bulk.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { type AppError, ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { listIds } from './list.queries.ts'
import { checkReadable, readerOf } from './reader.ts'
import type { RegisterList } from './register-list.ts'

type Procedures = ReturnType<typeof bulkProcedures<Register, Record<string, never>>>
type Asked = Parameters<Handlers<Procedures>['preview']>[1]

/** How a register reads and changes one of its records, with the rules and the history of any other change. */
export interface BulkChanged<Row extends { id: number }> {
  get: (db: Db, id: number) => Promise<Row>
  change: (context: CommandContext, row: Row) => Promise<unknown>
  /** Why a selection with this record in it is not changed at all, told before; undefined where it may be. */
  refusal?: (row: Row) => AppError | undefined
}

/** Records handled between two breaths, in which other calls are served. */
const portion = 50

/** The handlers of `bulkProcedures`. A head reaches the records of the own unit only. */
export function bulkHandlers<R extends Register, Row extends { id: number }>(
  served: RegisterList<R>,
  { get, change, refusal }: BulkChanged<Row>,
): Handlers<Procedures> {
  const list = served as unknown as RegisterList<Register>

  async function* selected(
    db: Db,
    context: Pick<QueryContext, 'user' | 'today' | 'services'>,
    asked: Asked,
  ): AsyncGenerator<{ row: Row; isChanging: boolean }> {
    const reader = readerOf(list, context)
    checkReadable(list, reader, asked)
    const inOrder = { ...asked, sort: list.register.mainField, direction: 'ascending' as const }
    const ids = await listIds(db, list, reader, inOrder, asked.selection, maxChangedAtOnce + 1)
    if (ids.length > maxChangedAtOnce)
      throw ruleBroken('list.errors.tooManyToChange', { max: maxChangedAtOnce })
    for (const [index, id] of ids.entries()) {
      if (index % portion === portion - 1) await setImmediate()
      const row = await get(db, id)
      const refused = refusal?.(row)
      if (refused) throw refused
      const { field, value } = asked.change
      yield { row, isChanging: (row as Record<string, unknown>)[field] !== value }
    }
  }

  const handlers: Handlers<Procedures> = {
    preview: async (context, asked) => {
      const outcome: BulkOutcome = { selected: 0, changing: 0 }
      for await (const { isChanging } of selected(context.db, context, asked)) {
        outcome.selected++
        if (isChanging) outcome.changing++
      }
      return outcome
    },

    change: async (context: CommandContext, asked) => {
      const outcome: BulkOutcome = { selected: 0, changing: 0 }
      const { field, value } = asked.change
      for await (const { row, isChanging } of selected(context.tx, context, asked)) {
        outcome.selected++
        if (!isChanging) continue
        outcome.changing++
        await change(context, { ...row, [field]: value })
      }
      if (outcome.selected !== asked.expected) throw ruleBroken('list.errors.selectionChanged')
      return outcome
    },
  }
  return handlers
}
