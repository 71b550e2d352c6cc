import type { Register } from '#shared/kit/register/register.ts'
import { mayDo } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../context.ts'
import { notFound } from '../errors.ts'
import { isRecordThere } from './reach.queries.ts'
import type { RegisterList } from './register-list.ts'

/**
 * Refuses `NOT_FOUND` a record that the register does not have, or that is not within the user's reach: a head
 * (kierownik) reaches the records of the own unit, and some are for holders of a permission alone. Every tool that takes the id of a record asks this first.
 */
export async function reachRecord<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  user: User,
  id: number,
): Promise<void> {
  const isThere = await isRecordThere(db, list, unitScope(user), id, (permission) => mayDo(user, permission))
  if (!isThere) throw notFound(list.register.name)
}
