import { z } from 'zod'
import { day, optionalText } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { queryOf } from '../../kit/register/register.ts'
import { selection } from '../../kit/register/selection.ts'
import { agreementsRegister } from '../agreements/agreements.register.ts'
import { volunteersRegister } from '../volunteers/volunteers.register.ts'
import type { DocumentProblem } from './documents.kind.ts'

/** The most documents that are issued at once. */
export const maxIssuedAtOnce = 1000

/** One document of an issue for many: what stands in its way. */
export interface BulkPerson {
  volunteerId: number
  /** Of a document about an agreement. */
  agreementId: number | null
  personName: string
  problems: DocumentProblem[]
  /** Would a document be issued? */
  isReady: boolean
}

/** How far an issue for many is. */
export interface BulkProgress {
  done: number
  total: number
}

/** Which document, with what is the same for all. */
const sameForAll = {
  kind: z.string().max(40),
  /**
   * Of a kind that is about agreements: those for which it is issued. Null for all agreements of the selected volunteers
   * that it concerns.
   */
  agreementIds: z.array(z.int().positive()).max(maxIssuedAtOnce).nullable().default(null),
  /** What is entered for all; the rest is what the form proposes for each person. */
  input: z.record(z.string().max(40), z.unknown()).default({}),
  signatoryId: z.int().positive().nullable(),
  issuedOn: day,
  place: optionalText(80),
  letterheadUnitId: z.int().positive().nullable().default(null),
  projectId: z.int().positive().nullable().default(null),
}

/** For whom: volunteers of the register, or agreements, whose documents are about those of them that were selected. */
const ofAgreements = { ...queryOf(agreementsRegister).shape, selection, from: z.literal('agreements') }
const ofVolunteers = {
  ...queryOf(volunteersRegister).shape,
  selection,
  from: z.literal('volunteers').default('volunteers'),
}
const asked = z.union([
  z.object({ ...ofAgreements, ...sameForAll }),
  z.object({ ...ofVolunteers, ...sameForAll }),
])
const issued = { expected: z.int().min(1), isQueued: z.boolean() }

export const documentsBulkContract = {
  /**
   * The dry run of an issue for many: everything in the way, document by document, in the order of the register. Writes
   * nothing. Refuses more than 1,000 rows (`documents.errors.tooMany`) and a kind that is not for many.
   *
   * From volunteers each person gets a document. From agreements a kind about agreements has one for each; of a kind about
   * people each person gets one, which speaks of the selected agreements alone.
   */
  checkMany: query('documents.write').input(asked).output(output<BulkPerson[]>()),

  /**
   * Issues a document for every selected person who has nothing in the way, all or none, each with its number;
   * people with something in the way are left out. The documents may go into the print queue. `expected` is how many
   * the dry run would issue; where it is another number by now nothing happens (`documents.errors.selectionChanged`).
   * Refuses (`documents.errors.bulkCancelled`) when it was stopped.
   */
  issueMany: command('documents.write')
    .input(
      z.union([
        z.object({ ...ofAgreements, ...sameForAll, ...issued }),
        z.object({ ...ofVolunteers, ...sameForAll, ...issued }),
      ]),
    )
    .output(output<{ ids: number[] }>()),

  /** How far one's own issue for many is; null when none runs. */
  manyProgress: query('documents.write').output(output<BulkProgress | null>()),

  /** Asks one's own issue for many to stop; no number was then given. */
  cancelMany: query('documents.write').output(output<void>()),
}
