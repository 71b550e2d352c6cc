import type { Permission } from '#shared/kit/procedure.ts'
import type { registerProcedures } from '#shared/kit/register/procedures.ts'
import { type Register, readableFields } from '#shared/kit/register/register.ts'
import { mayUse } from '#shared/permissions.ts'
import { type QueryContext, unitScope } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { countBefore, countRows, listRows, type Reader } from './list.queries.ts'
import type { RegisterList } from './register-list.ts'
import { layoutHandlers, viewHandlers } from './views.ts'

/** What a register declares on the server, for all the tools that every register has. */
export interface ServedRegister<R extends Register> {
  list: RegisterList<R>
}

/** Who asks for a list. */
export function readerOf(
  { register }: RegisterList<Register>,
  { user, today }: Pick<QueryContext, 'user' | 'today'>,
): Reader {
  const may = (permission: Permission) => mayUse(user.role, permission)
  return { today, unitId: unitScope(user), fields: new Set(readableFields(register, may)), may }
}

/** Refuses `FORBIDDEN` what is filtered or ordered by a field that the reader may not see: the answer would tell it. */
export function checkReadable(
  { register }: RegisterList<Register>,
  reader: Reader,
  request: { filters: object; sort?: string },
): void {
  for (const key of [...Object.keys(request.filters), ...(request.sort ? [request.sort] : [])]) {
    const permission = register.fields[key]?.restrictedTo
    if (permission && !reader.fields.has(key)) throw new AppError('FORBIDDEN', { permission })
  }
}

/** The handlers of the procedures that every register has; spread them into the handlers of its feature. */
export function registerHandlers<R extends Register>(
  served: ServedRegister<R>,
): Handlers<ReturnType<typeof registerProcedures<R>>> {
  const list = served.list as unknown as RegisterList<Register>
  const reading = (context: QueryContext, request: { filters: object; sort?: string }) => {
    const reader = readerOf(list, context)
    checkReadable(list, reader, request)
    return reader
  }
  const handlers: Handlers<ReturnType<typeof registerProcedures<Register>>> = {
    list: (context, input) => listRows(context.db, list, reading(context, input), input),
    count: (context, input) => countRows(context.db, list, reading(context, input), input),
    place: (context, input) => countBefore(context.db, list, reading(context, input), input),
    layout: layoutHandlers(list.register),
    views: viewHandlers(list.register),
  }
  return handlers as unknown as Handlers<ReturnType<typeof registerProcedures<R>>>
}
