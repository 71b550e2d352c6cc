import { z } from 'zod'

const ids = z.array(z.int().positive()).max(100_000)

/** Rows that somebody selected: these, or all that a search and filters find but these. */
export const selection = z.union([z.strictObject({ ids }), z.strictObject({ exceptIds: ids })])

/** Selected rows, also of pages that were never loaded. */
export type Selection = z.output<typeof selection>

/** Every row of the list. */
export const everyRow: Selection = { exceptIds: [] }
