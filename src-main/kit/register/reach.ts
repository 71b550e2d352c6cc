import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../context.ts'
import { notFound } from '../errors.ts'
import { isRecordThere } from './reach.queries.ts'
import type { RegisterList } from './register-list.ts'

/**
 * Refuses `NOT_FOUND` a record that the register does not have, or that is not within the user's reach: a head
 * (kierownik) reaches the records of the own unit. Every tool that takes the id of a record asks this first.
 */
export async function reachRecord<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  user: User,
  id: number,
): Promise<void> {
  if (!(await isRecordThere(db, list, unitScope(user), id))) throw notFound(list.register.name)
}
