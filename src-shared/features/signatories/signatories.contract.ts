import { z } from 'zod'
import { optionalDay, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A person who signs for the centre. */
export const signatoryFields = z
  .object({
    fullName: requiredText(120),
    /** e.g. `Dyrektor`, `Zastępca Dyrektora` */
    position: requiredText(120),
    /** The authorisation of one who is not the director, e.g. `upoważnienie nr 12/2026 z 5 stycznia 2026 r.` */
    authorisation: optionalText(200),
    validFrom: optionalDay,
    validTo: optionalDay,
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ['validTo'],
    error: 'validation.endBeforeStart',
  })

export type SignatoryFields = z.output<typeof signatoryFields>

export interface Signatory extends SignatoryFields {
  id: number
  version: number
}

export const signatoriesContract = {
  /** All signatories in Polish order, those whose authorisation has ended included. */
  list: query('signatories.read').output(output<Signatory[]>()),

  /** Adds somebody who signs for the centre, with the days of the authorisation. */
  create: command('signatories.write').input(signatoryFields).output(output<Signatory>()),

  /** Changes a signatory; documents issued before keep the name they were issued with. Refuses `CONFLICT`. */
  change: command('signatories.write')
    .input(signatoryFields.safeExtend(rowVersion.shape))
    .output(output<Signatory>()),
}
