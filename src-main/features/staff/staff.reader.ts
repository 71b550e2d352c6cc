import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { findMember } from './staff.queries.ts'

/** The member of staff; refuses `NOT_FOUND`, also where `unitId` (a head's unit) is not that person's today. */
export async function getMember(db: Db, id: number, unitId: number | null = null): Promise<StaffMember> {
  const member = await findMember(db, id, unitId)
  if (!member) throw notFound('staff')
  return member
}

/** Is there such a member of staff? */
export async function isInStaff(db: Db, id: number): Promise<boolean> {
  return (await findMember(db, id, null)) !== undefined
}
