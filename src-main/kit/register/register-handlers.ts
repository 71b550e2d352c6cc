import type { listProcedures, registerProcedures } from '#shared/kit/register/procedures.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { QueryContext } from '../context.ts'
import type { Handlers } from '../handlers.ts'
import { attachmentHandlers } from './attachments.ts'
import { exportHandlers } from './export.ts'
import { historyHandlers } from './history.ts'
import { countBefore, countRows, listRows } from './list.queries.ts'
import { noteHandlers } from './notes.ts'
import { listOptions } from './options.queries.ts'
import { checkReadable, readerOf } from './reader.ts'
import type { RegisterList } from './register-list.ts'
import type { ServedRegister } from './served.ts'
import { layoutHandlers, viewHandlers } from './views.ts'

/** The handlers of the procedures of a list; spread them into the handlers of its feature. */
export function listHandlers<R extends Register>(
  own: RegisterList<R>,
): Handlers<ReturnType<typeof listProcedures<R>>> {
  const list = own as unknown as RegisterList<Register>
  const reading = (context: QueryContext, request: { filters: object; sort?: string }) => {
    const reader = readerOf(list, context)
    checkReadable(list, reader, request)
    return reader
  }
  const handlers: Handlers<ReturnType<typeof listProcedures<Register>>> = {
    list: (context, input) => listRows(context.db, list, reading(context, input), input),
    count: (context, input) => countRows(context.db, list, reading(context, input), input, input.selection),
    place: (context, input) => countBefore(context.db, list, reading(context, input), input),
    ...exportHandlers(list),
    options: (context, input) => {
      const reader = readerOf(list, context)
      checkReadable(list, reader, { filters: {}, sort: input.field })
      return listOptions(context.db, list, reader, input)
    },
    layout: layoutHandlers(list.register),
    views: viewHandlers(list.register),
  }
  return handlers as unknown as Handlers<ReturnType<typeof listProcedures<R>>>
}

/** The handlers of the procedures that every register has; spread them into the handlers of its feature. */
export function registerHandlers<R extends Register>(
  served: ServedRegister<R>,
): Handlers<ReturnType<typeof registerProcedures<R>>> {
  const list = served.list as unknown as RegisterList<Register>
  const handlers: Handlers<ReturnType<typeof registerProcedures<R>>> = {
    ...listHandlers(served.list),
    ...historyHandlers(list),
    notes: noteHandlers(list),
    attachments: attachmentHandlers(list),
  }
  return handlers
}
