import type { Day } from '../../kit/dates.ts'
import { rowId, rowVersion } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'

/** Whether the personal data of a volunteer may go, and what would become of them. */
export interface Anonymising {
  /** The last day on which something was going on: an agreement, hours, a document; the day of entry where nothing was. */
  lastDay: Day
  /** The day from which the data may be removed: 1 January after the full calendar years that the centre keeps them. */
  dueOn: Day
  /** The full calendar years for which the centre keeps them. */
  years: number
  /** What is still going on or waits, each with its count; nothing may be removed before that ends. */
  ties: FieldProblem[]
  /** Issued documents, which keep what was printed as long as the rules of archives say. */
  documents: number
}

/** Removing the personal data of a volunteer after their time (GDPR art. 5(1)(e)); nest them in the contract of volunteers. */
export const anonymisingProcedures = {
  /** Says whether and when the data may be removed. Refuses `NOT_FOUND` out of reach. */
  anonymising: query('volunteers.write').input(rowId).output(output<Anonymising>()),

  /**
   * Removes the personal data for good: of the row and everything that belongs to it, notes, attachments, what the history,
   * imports and merges kept, and what agreements had of guardians. What statistics need stays: number in the register,
   * category, year of birth, units. Issued documents stay as they were printed. It cannot be undone.
   *
   * Refuses while something is in force or waits (`volunteers.errors.stillNeeded`), before the time
   * (`volunteers.errors.retention`), and `CONFLICT` on a stale version.
   */
  anonymise: command('volunteers.anonymise').input(rowVersion).output(output<{ id: number }>()),
}
