import type { RawBuilder } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import type { DayRange } from '#shared/kit/register/filters.ts'
import type { Filters, Register, RowOf } from '#shared/kit/register/register.ts'
import type { PageSource } from '../../database/paging.ts'
import type { SearchTarget } from '../../database/search.ts'
import type { Services } from '../context.ts'

/** From where a list is looked at: the day, and the unit to which a head's view is narrowed (null: everything). */
export interface ListView {
  today: Day
  /** All texts, for what is found by its name. */
  texts: Services['texts']
  /** All registers, for lists that lead to records of any. */
  served: Services['served']
  may: (permission: Permission) => boolean
  unitId: number | null
  /** The day whose state the filters ask for; undefined where they ask for none. */
  asOf?: Day | undefined
  /** What the rows are asked for, where one thing has to answer several filters at once. */
  filters?: Filters | undefined
}

/** How one field of a register's list is read. Expressions may name the tables of `from` and of `joins`. */
export interface ListColumn {
  /** The value as the field's type has it; for a reference its id. */
  value: RawBuilder<unknown>
  /** The name of a reference. */
  text?: RawBuilder<unknown>
  /**
   * The value as the list orders it: text, never null. Without it a text is ordered as it stands, a choice by the
   * order of its codes, and the others by their value.
   */
  sort?: RawBuilder<string>
  /** The field by whose order its index goes on: of one code, the rows are walked along. */
  thenBy?: string
  /** Is there no index of `sort` and the id? */
  isUnindexed?: boolean
  /** Where the rows are walked along in this order, if not along the register's own table. */
  through?: { from: RawBuilder<unknown>; sortedIn: RawBuilder<unknown> }
  /** The folded text that `contains` looks into, where it is not the sort value without its marks. */
  folded?: RawBuilder<string>
  /** What `contains` asks, where it is not asked of the folded text. */
  containing?: (text: string) => RawBuilder<boolean>
  /** What a choice of records asks, where a row may name several. */
  among?: (ids: readonly number[]) => RawBuilder<boolean>
  /** What a range of days asks, where a row stands for more days than the one that it shows. */
  within?: (range: DayRange) => RawBuilder<boolean>
  /** When it is empty, where that is not told by its value. */
  emptiness?: RawBuilder<boolean>
  /** The table whose rows a reference may name, and their id there; without them, what rows of the register name. */
  options?: {
    from: RawBuilder<unknown>
    id: RawBuilder<number>
    /** Their name and its place in the order there, where the column does not tell them of that table. */
    named?: { text: RawBuilder<unknown>; sort: RawBuilder<string> }
  }
  /** For a choice or a flag that is derived: when a code (`true`, `false`) applies. */
  conditions?: Record<string, RawBuilder<boolean>>
}

/** How the list of a register is read: the few lines that each register declares in its `*.queries.ts`. */
export interface RegisterList<R extends Register> {
  register: R
  /** The register's table, under whose name its id, version and columns are found. */
  table: string
  /** How a record is called where it stands alone; without it, it has no name (a line of the history). */
  title?: RawBuilder<string>
  /** The title folded, where the program has it. */
  foldedTitle?: RawBuilder<string>
  /** What the columns need besides the table, e.g. `inner join volunteers on …`; every row of the table must stay, once. */
  joins?: RawBuilder<unknown>
  /** The day whose state filters ask for, where the register has such a filter; see `ListView.asOf`. */
  dayOf?: (filters: Filters<R>, today: Day) => Day | undefined
  columns: (view: ListView) => { [Key in keyof R['fields']]: ListColumn }
  /** Where a search looks. */
  search: readonly SearchTarget[] | ((view: ListView) => readonly SearchTarget[])
  /** What a head may see; undefined where a unit has no bearing on the register. */
  ofUnit?: (unitId: number | RawBuilder<number>) => RawBuilder<boolean>
  /** Is a row never changed? Then it has no version. */
  isUnchanging?: true
  /** What of the register somebody may see at all, besides `ofUnit`. */
  reach?: (view: ListView) => RawBuilder<boolean>[]
  /** What of it only holders of a permission see, as what the others do see; tools that take an id ask this as well. */
  open?: (may: ListView['may']) => RawBuilder<boolean>[]
  /** The last step of a row before it leaves the server, for what SQL cannot say; `raw` has all that was read. */
  finish?(row: RowOf<R>, raw: Record<string, unknown>, view: ListView): RowOf<R>
  /** What is read for `finish` besides the fields. */
  extras?: Record<string, RawBuilder<unknown>>
  /** A cell in the words of a language, where they do not follow from the type of its field. */
  words?(texts: object, key: string, row: RowOf<R>): string | undefined
  /** Between which values of the order filters leave rows, where that is more than the filter of the order's own field tells. */
  sortRange?: (sort: string, filters: Filters<R>, today: Day) => DayRange | undefined
  /** How many rows filters leave, where that is known beforehand. */
  matches?: (filters: Filters<R>) => PageSource['matches']
}
