import { z } from 'zod'
import { optionalDay, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  !validFrom || !validTo || validFrom <= validTo
const outOfOrder = { path: ['validTo'], error: 'validation.endBeforeStart' }

/** By what somebody who is not the head of the centre signs for it. */
export const authorisationFields = z
  .object({
    /** e.g. `12/2026`; a text that begins with a word is printed as it is (`pełnomocnictwo nr 3`). */
    number: requiredText(200),
    /** The day on which it was given; null where nobody knows. */
    givenOn: optionalDay,
    /** What it covers, in words. */
    scope: optionalText(300),
    /** The codes of the kinds of documents that it covers (`agreement`, `certificate` …); empty for all. */
    kinds: z.array(z.string().max(40)).max(60).default([]),
    validFrom: optionalDay,
    validTo: optionalDay,
    /** The first day on which it no longer counts. */
    revokedOn: optionalDay,
    /** Where the paper is kept. */
    keptAt: optionalText(200),
  })
  .refine(inOrder, outOfOrder)

export type Authorisation = z.output<typeof authorisationFields>

/** A person who signs for the centre: by the office itself, or by authorisations. */
export const signatoryFields = z
  .object({
    fullName: requiredText(120),
    /** e.g. `Dyrektor`, `Zastępca Dyrektora` */
    position: requiredText(120),
    /** The head of the centre signs by the office and needs no authorisation. */
    isHead: z.boolean().default(true),
    /** The term of the head's office. */
    validFrom: optionalDay,
    validTo: optionalDay,
    authorisations: z.array(authorisationFields).max(20).default([]),
  })
  .refine(inOrder, outOfOrder)

export type SignatoryFields = z.output<typeof signatoryFields>

export interface Signatory extends SignatoryFields {
  id: number
  version: number
}

export const signatoriesContract = {
  /** All signatories in Polish order, those whose authorisation has ended included. */
  list: query('signatories.read').output(output<Signatory[]>()),

  /** Adds somebody who signs for the centre, with the authorisations. */
  create: command('signatories.write').input(signatoryFields).output(output<Signatory>()),

  /** Changes a signatory; documents issued before keep what they were issued with. Refuses `CONFLICT`. */
  change: command('signatories.write')
    .input(signatoryFields.safeExtend(rowVersion.shape))
    .output(output<Signatory>()),
}
