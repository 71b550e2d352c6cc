import type { historyContract } from '#shared/features/history/history.contract.ts'
import { mayUse } from '#shared/permissions.ts'
import { unitScope } from '../../kit/context.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './history.queries.ts'

/** The most entries that one record's history shows. */
const longest = 200

export const historyHandlers: Handlers<typeof historyContract> = {
  list: async ({ db, user }, { kind, recordId }) => {
    const permission = `${kind}.read` as const
    if (!mayUse(user.role, permission)) throw new AppError('FORBIDDEN', { permission })
    const unitId = unitScope(user)
    if (unitId !== null && kind !== 'units' && !(await queries.isInUnit(db, kind, recordId, unitId)))
      throw notFound(kind)
    return queries.listHistory(db, kind, recordId, longest)
  },
}
