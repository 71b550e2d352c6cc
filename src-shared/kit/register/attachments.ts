import { z } from 'zod'
import { longText, rowVersion } from '../fields.ts'
import { command, output, query } from '../procedure.ts'
import { extensionOf, tidyFileName } from './file-names.ts'
import type { Register } from './register.ts'

/** The largest file that is taken, in bytes. */
export const maxAttachmentBytes = 25 * 1024 * 1024

/** What may be attached, by extension. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
}

/** A file that belongs to a record of any register, without its bytes. */
export interface Attachment {
  id: number
  version: number
  fileName: string
  mediaType: string
  /** In bytes. */
  size: number
  sha256: string
  description: string
  createdAt: string
  authorName: string
}

/** An attachment that was removed, and not emptied yet. */
export interface RemovedAttachment extends Attachment {
  removedAt: string
}

/** What somebody does with an attachment that is opened; the history says so. */
export const openingPurposes = ['look', 'save', 'print'] as const
export type OpeningPurpose = (typeof openingPurposes)[number]

const fileName = z
  .string()
  .max(1000)
  .transform(tidyFileName)
  .pipe(
    z
      .string()
      .min(1)
      .refine((name) => Object.hasOwn(attachmentTypes, extensionOf(name)), {
        error: 'attachments.errors.notAllowed',
      }),
  )

/** What is said of an attachment besides its content. */
export const attachmentFields = z.object({ fileName, description: longText(500) })

const base64Length = Math.ceil(maxAttachmentBytes / 3) * 4

/**
 * The procedures of attachments. Who does not reach the record reaches none of its attachments (`NOT_FOUND`). What a
 * scan shows may be restricted, so a register may ask for more than reading its list (`openFiles`).
 */
export function attachmentProcedures(register: Register) {
  const openFiles = register.openFiles ?? register.read
  return {
    /** The attachments of a record, the newest first. */
    list: query(openFiles)
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<Attachment[]>()),

    /** The removed attachments of a record, the last removed first, until the bin is emptied. */
    removed: query(register.write)
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<RemovedAttachment[]>()),

    /**
     * Attaches a file (in base 64) to a record. Its type is told from its content, not from its name. Refuses under
     * `attachments.errors` what is `empty`, `tooLarge`, of a type that is `notAllowed` (a `program`), not what its name
     * says (`mismatch`), `broken`, `locked` by a password, what holds `macros` or would unpack to far more than it
     * seems (`bomb`), and what the record has already (`same`).
     */
    add: command(register.write, { largestBody: base64Length + 64 * 1024 })
      .input(
        attachmentFields.extend({
          recordId: z.int().positive(),
          content: z.string().max(base64Length, { error: 'attachments.errors.tooLarge' }),
        }),
      )
      .output(output<Attachment>()),

    /** Renames and describes an attachment. Refuses a name that says another type (`attachments.errors.mismatch`), and `CONFLICT`. */
    describe: command(register.write)
      .input(attachmentFields.extend(rowVersion.shape))
      .output(output<Attachment>()),

    /** Removes an attachment, for `restore` to put it back. Refuses `CONFLICT`. */
    remove: command(register.write).input(rowVersion).output(output<Attachment>()),

    /** Puts a removed attachment back. Refuses `NOT_FOUND` one that was not removed, and `CONFLICT`. */
    restore: command(register.write).input(rowVersion).output(output<Attachment>()),

    /**
     * An attachment with its bytes in base 64; the history keeps who opened it and what for. Refuses
     * `attachments.errors.damaged` where the bytes are no longer those that were attached.
     */
    open: command(openFiles)
      .input(z.object({ id: z.int().positive(), purpose: z.enum(openingPurposes) }))
      .output(output<Attachment & { content: string }>()),
  }
}
