import type { Day } from '../../kit/dates.ts'
import type { DocumentProblem, DocumentSource } from './documents.kind.ts'

/**
 * Whoever the gate before work with minors does not let through on a day stops the document (UOM art. 21): its words say how
 * many parts are missing, and not which.
 */
export function admissionProblems(
  { admission }: Pick<DocumentSource, 'admission'>,
  volunteerId: number,
  day: Day,
  rest: Partial<DocumentProblem> = {},
): DocumentProblem[] {
  const { isAdmitted, missing } = admission(volunteerId, day)
  if (isAdmitted) return []
  const params = { count: missing, ...rest.params }
  return [
    {
      key: rest.person ? 'documents.problems.personNotAdmitted' : 'documents.problems.notAdmitted',
      level: 'stop',
      basis: 'documents.basis.minorsChecks',
      ...rest,
      params,
    },
  ]
}
