import { z } from 'zod'
import { maxImportBytes } from '../../kit/import.ts'
import { command, output } from '../../kit/procedure.ts'

/** The most letters of a file in base 64. */
export const base64Length = Math.ceil(maxImportBytes / 3) * 4

export const importTableContract = {
  /**
   * The rows of the first table in a file that has any, for what is no register (the file plan). Keeps nothing. Refuses
   * (`imports.errors.*`) what is no table, and more than 5,000 rows.
   */
  readTable: command('imports.run', { largestBody: base64Length + 64 * 1024 })
    .input(z.object({ content: z.base64().max(base64Length, { error: 'imports.errors.tooLarge' }) }))
    .output(output<{ rows: string[][] }>()),
}
