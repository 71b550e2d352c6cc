import type { Permission } from '#shared/kit/procedure.ts'
import { type Register, readableFields } from '#shared/kit/register/register.ts'
import { mayDo } from '#shared/permissions.ts'
import { type QueryContext, unitScope } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Reader } from './list.queries.ts'
import type { RegisterList } from './register-list.ts'

/** Who asks for a list. */
export function readerOf(
  { register }: RegisterList<Register>,
  { user, today, services }: Pick<QueryContext, 'user' | 'today' | 'services'>,
): Reader {
  const may = (permission: Permission) => mayDo(user, permission)
  const { texts, served } = services
  return {
    today,
    unitId: unitScope(user),
    texts,
    served,
    may,
    fields: new Set(readableFields(register, may)),
  }
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
