import { z } from 'zod'
import { output, query } from '../../kit/procedure.ts'
import type { NoticeAudience } from './documents.privacyNotice.kind.ts'

/** A notice on personal data (GDPR art. 13) that a person was given. */
export interface GivenNotice {
  documentId: number
  audience: NoticeAudience
  /** From when the version of the text is valid that the notice has. */
  versionFrom: string
  /** The day on which it was signed or delivered; null while nobody has noted that. */
  givenOn: string | null
  issuedByName: string
  /** Is a newer version of its text in force today? */
  isOutdated: boolean
}

export const documentsNoticesContract = {
  /** The notices of a person that were not cancelled, the last first. Duplicates are left out. */
  noticesOf: query('documents.read')
    .input(
      z.object({
        volunteerId: z.int().positive().nullable().default(null),
        staffId: z.int().positive().nullable().default(null),
      }),
    )
    .output(output<GivenNotice[]>()),
}
