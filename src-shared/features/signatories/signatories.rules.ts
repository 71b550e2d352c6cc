import type { Day } from '../../kit/dates.ts'

/** May this person sign for the centre on that day? An open end of the validity means "until recalled". */
export function maySignOn(signatory: { validFrom: Day | null; validTo: Day | null }, day: Day): boolean {
  return (
    (!signatory.validFrom || signatory.validFrom <= day) && (!signatory.validTo || day <= signatory.validTo)
  )
}
