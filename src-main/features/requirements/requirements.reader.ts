import type { Requirement } from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { listRequirements } from './requirements.rules.queries.ts'

/** The requirement with all its versions; refuses `NOT_FOUND`. */
export async function getRequirement(db: Db, id: number): Promise<Requirement> {
  const found = (await listRequirements(db)).find((each) => each.id === id)
  if (!found) throw notFound('requirements')
  return found
}
