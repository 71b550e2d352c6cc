import { z } from 'zod'
import { requiredText, rowVersion } from '../fields.ts'
import { command, output, query } from '../procedure.ts'
import { fittingFilters } from './readable.ts'
import { type Filters, filtersOf, type Register } from './register.ts'

/** One column of a list as somebody arranged it; without a width it takes what its field's type gives. */
export interface ChosenColumn<R extends Register = Register> {
  key: keyof R['fields'] & string
  /** In pixels. */
  width: number | null
}

/** What a saved view holds: which rows, in which order, and their columns (null: those of the register). */
export interface ViewDefinition<R extends Register = Register> {
  search: string
  filters: Filters<R>
  sort: keyof R['fields'] & string
  direction: 'ascending' | 'descending'
  columns: ChosenColumn<R>[] | null
}

/** A saved view as its reader has it: a field that the reader may not see is left out. */
export interface View<R extends Register = Register> {
  id: number
  version: number
  name: string
  /** Seen by everybody who may read the register. */
  isShared: boolean
  ownerName: string
  isOwn: boolean
  /** May the reader change and remove it? The owner may, and an administrator where it is shared. */
  isChangeable: boolean
  definition: ViewDefinition<R>
}

/** How a user has a list: the columns (null: those of the register), and the view that it opens with. */
export interface Layout<R extends Register = Register> {
  columns: ChosenColumn<R>[] | null
  defaultViewId: number | null
}

/** The narrowest and the widest that a column may be made. */
export const columnWidths = { least: 56, most: 900 } as const

function keysOf<R extends Register>({ fields }: R) {
  return z.enum(Object.keys(fields) as [keyof R['fields'] & string])
}

/** The schema of chosen columns: at least one, none twice. */
export function columnsOf<R extends Register>(register: R) {
  const width = z.int().min(columnWidths.least).max(columnWidths.most).nullable()
  return z
    .array(z.object({ key: keysOf(register), width }))
    .min(1)
    .max(Object.keys(register.fields).length)
    .refine((columns) => new Set(columns.map(({ key }) => key)).size === columns.length)
    .nullable()
}

function viewFieldsOf<R extends Register>(register: R) {
  return z.object({
    name: requiredText(80),
    isShared: z.boolean().default(false),
    definition: z.object({
      search: z.string().max(100),
      filters: filtersOf(register),
      sort: keysOf(register),
      direction: z.enum(['ascending', 'descending']),
      columns: columnsOf(register),
    }),
  })
}

/** What of a written definition fits the register and may be seen by the reader. */
export function fittingDefinition<R extends Register>(
  register: R,
  written: Partial<Record<keyof ViewDefinition, unknown>>,
  readable: ReadonlySet<string>,
): ViewDefinition<R> {
  const isReadable = (key: unknown): key is keyof R['fields'] & string =>
    typeof key === 'string' && readable.has(key)
  const direction = z.enum(['ascending', 'descending']).safeParse(written.direction)
  const isSortFitting = isReadable(written.sort) && direction.success
  return {
    search: typeof written.search === 'string' ? written.search.slice(0, 100) : '',
    filters: fittingFilters(register, written.filters, readable),
    sort: (isSortFitting ? written.sort : register.mainField) as keyof R['fields'] & string,
    direction: isSortFitting ? direction.data : (register.defaultDirection ?? 'ascending'),
    columns: fittingColumns(register, written.columns, readable),
  }
}

/** The columns among what was written that the register has and the reader may see; null where none is left. */
export function fittingColumns<R extends Register>(
  register: R,
  written: unknown,
  readable: ReadonlySet<string>,
): ChosenColumn<R>[] | null {
  const readableOnly = Array.isArray(written)
    ? written.filter((column) => readable.has((column as { key?: string } | null)?.key ?? ''))
    : null
  const columns = columnsOf(register).safeParse(readableOnly)
  return columns.success ? (columns.data as ChosenColumn<R>[] | null) : null
}

/** The procedures by which a user arranges the list of a register; no history is kept of how somebody has columns. */
export function layoutProcedures<R extends Register>(register: R) {
  return {
    /** How the caller has the list. A default view that the caller may no longer see is none. */
    get: query(register.read).output(output<Layout<R>>()),

    /** Keeps the caller's columns; null gives back those of the register. Leaves no history. */
    save: command(register.read)
      .input(z.object({ columns: columnsOf(register) }))
      .output(output<Layout<R>>()),
  }
}

/** The procedures of saved views. */
export function viewProcedures<R extends Register>(register: R) {
  const fields = viewFieldsOf(register)
  return {
    /**
     * The caller's own views and those shared by others, in Polish order; without those that filter, order or search by
     * what the caller may not see.
     */
    list: query(register.read).output(output<View<R>[]>()),

    /**
     * Saves a view of the caller. Refuses a name that another view of the caller has, whatever its case and marks
     * (`VALIDATION`), and a filter, order or column of a field that the caller may not see (`FORBIDDEN`).
     */
    save: command(register.read).input(fields).output(output<View<R>>()),

    /**
     * Changes a view: the owner's own, or as an administrator a shared one. Refuses what `save` refuses,
     * `list.errors.viewOfAnother`, `NOT_FOUND` also for what was not shared with the caller, and `CONFLICT`.
     */
    change: command(register.read).input(fields.extend(rowVersion.shape)).output(output<View<R>>()),

    /** Removes a view, also as anybody's default. Refuses as `change` does. */
    remove: command(register.read).input(rowVersion).output(output<null>()),

    /** Makes a view (null: none) the one with which the caller's list opens. Leaves no history. */
    setDefault: command(register.read)
      .input(z.object({ id: z.int().positive().nullable() }))
      .output(output<Layout<R>>()),
  }
}
