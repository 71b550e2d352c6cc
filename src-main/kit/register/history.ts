import { type historyProcedures, longestHistory } from '#shared/kit/register/history.ts'
import { type Register, secretFieldsOf } from '#shared/kit/register/register.ts'
import { mayUse } from '#shared/permissions.ts'
import { unitScope } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { isInBin, listHistory } from './history.queries.ts'
import { followMerges } from './merging.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

/** The handlers of a record's history. */
export function historyHandlers<R extends Register>(
  list: RegisterList<R>,
): Handlers<ReturnType<typeof historyProcedures>> {
  const { register } = list
  return {
    history: async ({ db, user }, { recordId }) => {
      if (!mayUse(user.role, register.read)) throw new AppError('FORBIDDEN', { permission: register.read })
      // Who sees everything reads of removed records, too; a head those that lie in the bin of the own unit.
      const unitId = unitScope(user)
      if (unitId !== null && !(await isInBin(db, { kind: register.name, recordId }, unitId))) {
        // The history of what was merged belongs to the record that stayed.
        const end = await followMerges(db, register.name, recordId)
        await reachRecord(db, list, user, end?.id ?? recordId)
      }
      return listHistory(db, { kind: register.name, recordId }, secretFieldsOf(register), longestHistory)
    },
  }
}
