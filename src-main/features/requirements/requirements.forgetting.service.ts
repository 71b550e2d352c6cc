import { deleteStoredRows } from '../../database/records.ts'
import type { Forget } from '../../kit/ties.ts'

/** What is written of a person in words: papers, reasons, decisions. The course of the status stays for statistics. */
const tables = ['requirement_completions', 'requirement_exemptions', 'volunteer_marks'] as const

/** Removes what was asked of a volunteer and why, with the personal data after their time. */
export const forgetRequirementsOfVolunteer: Forget = async ({ tx }, volunteerId) => {
  for (const table of tables) await deleteStoredRows(tx, { table, where: { volunteer_id: volunteerId } })
}
