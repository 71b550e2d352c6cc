import { z } from 'zod'
import { day } from '../fields.ts'
import type { Permission } from '../procedure.ts'

interface FieldOptions {
  /** Does the list show it only where somebody chose it? */
  isHidden?: true
  /** Can the list not be ordered by it? So it is where a million values would have to be computed. */
  isUnsorted?: true
  /** Who lacks this permission neither sees the field nor filters, sorts, exports by it. */
  restrictedTo?: Permission
}

/**
 * One field of a register's list. Its type tells how it is shown, ordered, filtered and exported:
 *
 * - `text`: in Polish order; contains (whatever the case and marks), empty
 * - `choice`: one of a few codes, in their order; the word of a code is the text `<texts>.<code>`
 * - `day`: from–to, relative to today, empty
 * - `instant`: a moment (ISO text in UTC), shown in Polish time and filtered by its day in Poland
 * - `number`: a whole number, 0 or more; from–to, empty
 * - `money`: an amount in grosze, 0 or more, shown in złoty; from–to
 * - `flag`: yes or no
 * - `reference`: a record of another register (or a dictionary), shown by its name; one of some, contains, empty
 */
export type RegisterField = FieldOptions &
  (
    | { type: 'text' | 'day' | 'instant' | 'number' | 'money' | 'flag' }
    | { type: 'choice'; values: readonly string[]; texts: string }
    | { type: 'reference'; to: string }
  )

/** The fields of a register's list by their keys, in the order of its columns. */
export type RegisterFields = Record<string, RegisterField>

/** What a register says of itself: the page and the server build its whole set of tools from this. */
export interface Register<Name extends string = string, Fields extends RegisterFields = RegisterFields> {
  /** The feature; also the kind of its records in history, notes and attachments. Texts: `<name>.fields.<field>`. */
  name: Name
  read: Permission
  write: Permission
  /** Who may open attachments, where that takes more than reading the list: a scan shows what fields restrict. */
  openFiles?: Permission
  fields: Fields
  /** The field by which the list is ordered at first, and which names a record. */
  mainField: string
  /** The field that names a record, where that is another. */
  nameField?: string
  /**
   * Fields of a record, besides those that `restrictedTo` names in the list, of which the history tells that they
   * changed and never what they were.
   */
  secretFields?: readonly string[]
  defaultDirection?: 'ascending' | 'descending'
}

/** Declares a register; see `Register`. */
export function defineRegister<const Name extends string, const Fields extends RegisterFields>(
  register: Register<Name, Fields> & { mainField: keyof Fields & string },
): Register<Name, Fields> {
  return register
}

/** What a list has for a field. */
export type Cell<Field extends RegisterField> = Field extends {
  type: 'choice'
  values: readonly (infer Value)[]
}
  ? Value
  : Field extends { type: 'reference' }
    ? { id: number; text: string } | null
    : Field extends { type: 'number' | 'money' }
      ? number | null
      : Field extends { type: 'flag' }
        ? boolean
        : Field extends { type: 'day' | 'instant' }
          ? string | null
          : string

/** One row of a register's list. A restricted field is empty for those who may not read it. */
export type RowOf<R extends Register> = { id: number; version: number } & {
  [Key in keyof R['fields']]: Cell<R['fields'][Key]>
}

/** Spans that move with the calendar; a week begins on Monday. */
export const spans = [
  'today',
  'thisWeek',
  'thisMonth',
  'nextMonth',
  'lastMonth',
  'thisYear',
  'nextYear',
  'lastYear',
  'past',
  'future',
] as const
export type Span = (typeof spans)[number]

const contains = z.strictObject({ contains: z.string().min(1).max(100) })
const empty = z.strictObject({ empty: z.boolean() })
const days = z.int().min(0).max(3650)

const dayFilter = z.union([
  z.strictObject({ from: day.optional(), to: day.optional() }),
  z.strictObject({ within: z.enum(spans) }),
  /** From today to that many days ahead. */
  z.strictObject({ nextDays: days }),
  /** From that many days ago to today. */
  z.strictObject({ lastDays: days }),
  empty,
])

/** The filters that fit each type of field. */
export const filterSchemas = {
  text: z.union([contains, empty]),
  choice: z.strictObject({ oneOf: z.array(z.string().max(40)).min(1).max(100) }),
  day: dayFilter,
  instant: dayFilter,
  number: z.union([z.strictObject({ from: z.number().optional(), to: z.number().optional() }), empty]),
  /** In grosze. */
  money: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  flag: z.strictObject({ is: z.boolean() }),
  reference: z.union([
    z.strictObject({ oneOf: z.array(z.int().positive()).min(1).max(100) }),
    contains,
    empty,
  ]),
} as const

/** A filter of a field of this type. */
export type FilterOf<Type extends RegisterField['type']> = z.output<(typeof filterSchemas)[Type]>
/** Any filter. */
export type Filter = FilterOf<RegisterField['type']>

/** The filters of a list, by field. */
export type Filters<R extends Register = Register> = {
  [Key in keyof R['fields']]?: FilterOf<R['fields'][Key]['type']> | undefined
}

/** The most rows one page of a list may have. */
export const maxPageSize = 200

/** The schema of the filters of a register; a filter that does not fit its field is refused. */
export function filtersOf<R extends Register>({ fields }: R) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([key, { type }]) => [key, filterSchemas[type].optional()]),
  )
  return z.strictObject(shape) as unknown as z.ZodType<Filters<R>, Filters<R>>
}

/** Which rows a list has: a search and filters, all of which must hold. */
export function queryOf<R extends Register>(register: R) {
  return z.object({
    search: z.string().max(100).default(''),
    filters: filtersOf(register).default({}),
  })
}

/** Which rows, and in which order. */
export function orderedQueryOf<R extends Register>(register: R) {
  const keys = sortableFields(register) as [keyof R['fields'] & string]
  return queryOf(register).extend({
    sort: z.enum(keys).default(register.mainField as never),
    direction: z.enum(['ascending', 'descending']).default(register.defaultDirection ?? 'ascending'),
  })
}

/**
 * A page of a list. Pages that follow each other are asked for by `cursor` (the end of the page before), so a deep
 * page costs as much as the first; a place that was jumped to is asked for by `offset`.
 */
export function pageOf<R extends Register>(register: R) {
  return orderedQueryOf(register).extend({
    cursor: z.string().max(500).nullable().default(null),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(maxPageSize).default(100),
  })
}

/** The fields by which a list can be ordered. */
export function sortableFields<R extends Register>({ fields }: R): (keyof R['fields'] & string)[] {
  return Object.entries(fields)
    .filter(([, { isUnsorted }]) => !isUnsorted)
    .map(([key]) => key)
}

/** The fields whose values the history keeps to itself. */
export function secretFieldsOf({ fields, secretFields = [] }: Register): ReadonlySet<string> {
  const restricted = Object.entries(fields).filter(([, { restrictedTo }]) => restrictedTo)
  return new Set([...restricted.map(([key]) => key), ...secretFields])
}

/** The fields that somebody with these permissions may see. */
export function readableFields<R extends Register>(
  { fields }: R,
  may: (permission: Permission) => boolean,
): (keyof R['fields'] & string)[] {
  return Object.entries(fields)
    .filter(([, { restrictedTo }]) => !restrictedTo || may(restrictedTo))
    .map(([key]) => key)
}
