import { z } from 'zod'
import {
  longText,
  optionalDay,
  optionalText,
  requiredLongText,
  requiredText,
  rowVersion,
} from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** The largest logo that is taken, in bytes. */
export const maxLogoBytes = 1_048_576

/** A picture is named by the SHA-256 of its bytes, in hex. */
const imageName = z.string().regex(/^[0-9a-f]{64}$/)

/** A stored picture. */
export interface StoredLogo {
  sha256: string
  width: number
  height: number
}

const logoText = optionalText(200)

/** The head of the centre (`unitId` null), or that of a unit. */
export const letterheadFields = z
  .object({
    unitId: z.int().positive().nullable(),
    /** What stands under the name; empty for the address, telephone and numbers as they are in the registers. */
    lines: longText(400),
    logo: imageName.nullable().default(null),
    /** What a reader who does not see the logo is told; PDF/A-2a asks for it (ISO 19005-2, 6.7). */
    logoText,
  })
  .refine(({ logo, logoText: text }) => logo === null || text !== '', {
    path: ['logoText'],
    error: 'validation.required',
  })
export type LetterheadFields = z.output<typeof letterheadFields>

export interface Letterhead extends LetterheadFields {
  /** '' for the centre. */
  unitName: string
  version: number
}

/** A project whose logos and sentence stand on the documents that it pays for. */
export const projectFields = z
  .object({
    name: requiredText(200),
    /** The sentence that the contract for the money asks for, as it is to be printed. */
    sentence: requiredLongText(600),
    startsOn: optionalDay,
    endsOn: optionalDay,
    /** In the order in which they stand, from the left. */
    logos: z
      .array(z.object({ logo: imageName, text: requiredText(200) }))
      .max(6)
      .default([]),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'validation.endBeforeStart',
  })
export type ProjectFields = z.output<typeof projectFields>

export interface Project extends ProjectFields {
  id: number
  version: number
}

/** The pages of an example letter. */
export interface LetterheadPreview {
  svg: string
  pages: number
  width: number
  height: number
}

export const letterheadsContract = {
  /** The head of the centre, which is always there, and those of the units that have their own. */
  list: query('signatories.read').output(output<Letterhead[]>()),

  /**
   * Sets the head of the centre or of a unit; `version` 0 where there was none. What was issued before stays as it is.
   * Refuses `CONFLICT`, and beside its field a unit or a logo that is not there.
   */
  save: command('letterheads.write')
    .input(letterheadFields.safeExtend({ version: z.int().nonnegative() }))
    .output(output<Letterhead>()),

  /** Takes its own head from a unit. Refuses `NOT_FOUND` and `CONFLICT`. */
  remove: command('letterheads.write')
    .input(z.object({ unitId: z.int().positive(), version: z.int().positive() }))
    .output(output<{ unitId: number }>()),

  /**
   * Keeps a picture (PNG or JPEG up to 1 MB). Refuses `RULE` with the reason what is none, is cut off, is too large, or
   * cannot stand in an archival PDF.
   */
  addLogo: command('letterheads.write')
    .input(
      z.object({
        fileName: requiredText(255),
        /** The bytes in base 64. */
        content: z.base64().max(Math.ceil(maxLogoBytes / 3) * 4, { error: 'letterheads.errors.tooLarge' }),
      }),
    )
    .output(output<StoredLogo>()),

  /** A picture as a data URL. Refuses `NOT_FOUND`. */
  logo: query('signatories.read')
    .input(z.object({ sha256: imageName }))
    .output(output<{ url: string }>()),

  /** An example letter with a head, and with a project, as they would be once saved. */
  preview: query('letterheads.write')
    .input(z.object({ letterhead: letterheadFields.nullable(), project: projectFields.nullable() }))
    .output(output<LetterheadPreview>()),

  projects: {
    /** All projects in Polish order, those that have ended included. */
    list: query('signatories.read').output(output<Project[]>()),

    /** Adds a project. Refuses beside its field a logo that is not there. */
    create: command('letterheads.write').input(projectFields).output(output<Project>()),

    /** Changes a project; documents issued before stay as they are. Refuses `CONFLICT`. */
    change: command('letterheads.write')
      .input(projectFields.safeExtend(rowVersion.shape))
      .output(output<Project>()),
  },
}
