import { z } from 'zod'
import { day, optionalText } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { queryOf } from '../../kit/register/register.ts'
import { selection } from '../../kit/register/selection.ts'
import { volunteersRegister } from '../volunteers/volunteers.register.ts'
import type { DocumentProblem } from './documents.kind.ts'

/** The most documents that are issued at once. */
export const maxIssuedAtOnce = 1000

/** One person of an issue for many: what stands in the way. */
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

const selectedVolunteers = queryOf(volunteersRegister).extend({ selection })

/** Which document, for whom, with what is the same for all. */
const asked = selectedVolunteers.extend({
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
})

export const documentsBulkContract = {
  /**
   * The ids of the selected volunteers, in the order of the register, for a document that lists them. Refuses more than
   * 200 (`documents.errors.tooMany`).
   */
  selectedPeople: query('documents.write').input(selectedVolunteers).output(output<number[]>()),

  /**
   * The dry run of an issue for many: everything in the way, person by person, in the order of the register. Writes
   * nothing. Refuses more than 1,000 people (`documents.errors.tooMany`) and a kind that is not for many.
   */
  checkMany: query('documents.write').input(asked).output(output<BulkPerson[]>()),

  /**
   * Issues a document for every selected person who has nothing in the way, all or none, each with its number;
   * people with something in the way are left out. The documents may go into the print queue. `expected` is how many
   * the dry run would issue; where it is another number by now nothing happens (`documents.errors.selectionChanged`).
   * Refuses (`documents.errors.bulkCancelled`) when it was stopped.
   */
  issueMany: command('documents.write')
    .input(asked.extend({ expected: z.int().min(1), isQueued: z.boolean() }))
    .output(output<{ ids: number[] }>()),

  /** How far one's own issue for many is; null when none runs. */
  manyProgress: query('documents.write').output(output<BulkProgress | null>()),

  /** Asks one's own issue for many to stop; no number was then given. */
  cancelMany: query('documents.write').output(output<void>()),
}
