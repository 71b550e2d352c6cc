import { z } from 'zod'
import type { Page } from '../list.ts'
import { output, query } from '../procedure.ts'
import { attachmentProcedures } from './attachments.ts'
import { exportProcedures } from './export.ts'
import { historyProcedures } from './history.ts'
import { noteProcedures } from './notes.ts'
import { orderedQueryOf, pageOf, queryOf, type Register, type RowOf } from './register.ts'
import { everyRow, selection } from './selection.ts'
import { layoutProcedures, viewProcedures } from './views.ts'

/**
 * The procedures of a list; a register of records that people edit has more (`registerProcedures`). Spread them into the contract of its feature. What a head (kierownik) may
 * not see, none of them shows; a field restricted to a permission is neither shown nor filtered nor ordered by for
 * who lacks it (`FORBIDDEN`).
 */
export function listProcedures<R extends Register>(register: R) {
  const fields = Object.keys(register.fields) as [keyof R['fields'] & string]
  return {
    /** One page of the register: a search, filters, an order, and where the page begins. */
    list: query(register.read).input(pageOf(register)).output(output<Page<RowOf<R>>>()),

    /** How many rows a search and filters leave, of those selected. */
    count: query(register.read)
      .input(queryOf(register).extend({ selection: selection.default(everyRow) }))
      .output(output<number>()),

    /** How many rows stand before the first that begins with a text (or comes after it) in the order of the list. */
    place: query(register.read)
      .input(orderedQueryOf(register).extend({ text: z.string().min(1).max(100) }))
      .output(output<number>()),

    ...exportProcedures(register),

    /**
     * The records that a reference field names somewhere in the register, in Polish order: at most 50 whose name
     * contains a text, or those of some ids. Of a field of another type there are none.
     */
    options: query(register.read)
      .input(
        z.object({
          field: z.enum(fields),
          contains: z.string().max(100).default(''),
          ids: z.array(z.int().positive()).max(100).nullable().default(null),
        }),
      )
      .output(output<{ id: number; text: string }[]>()),

    /** How the caller has the list. */
    layout: layoutProcedures(register),

    /** Saved views of the list. */
    views: viewProcedures(register),
  }
}

/** The procedures that every register of records has: those of its list, and those of a record. */
export function registerProcedures<R extends Register>(register: R) {
  return {
    ...listProcedures(register),

    ...historyProcedures(),

    /** Notes on a record. */
    notes: noteProcedures(register),

    /** Files that belong to a record. */
    attachments: attachmentProcedures(register),
  }
}
