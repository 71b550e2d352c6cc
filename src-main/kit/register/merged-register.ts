import type { FieldProblem, Permission } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import type { RowPlace, StoredRow } from '../../database/records.ts'
import type { Tables } from '../../database/tables.ts'
import type { CommandContext } from '../context.ts'
import type { RegisterList } from './register-list.ts'

/** A record of a register that can be merged, with its fields. */
export type WholeRecord = { id: number; version: number } & Record<string, unknown>

/** What a merge and its undoing are done with. */
export type MergeContext = Pick<CommandContext, 'tx' | 'user' | 'now' | 'today' | 'record' | 'services'>

/** What a register declares so that two of its records can be merged. */
export interface MergedRegister<R extends Register = Register> {
  list: RegisterList<R>
  /** The fields that people edit, in the order of the form, and who may read each. */
  fields: Readonly<Record<string, { restrictedTo?: Permission }>>
  read: (db: Db, id: number) => Promise<WholeRecord | undefined>
  /** Writes all fields over a record of that version, with everything that is derived from them. */
  write: (context: MergeContext, id: number, version: number, record: WholeRecord) => Promise<void>
  /** Folded words under which it is still found after the merge, besides its name: its number in the register. */
  words: (record: WholeRecord) => string[]
  title: (record: WholeRecord) => string
  /** Under which kinds its search words are written. */
  searchKinds: readonly string[]
  /** What refers to it besides notes, attachments and documents, which every record may have. */
  moves: readonly MovedReference[]
  /** What a record has of its own and of which one set stays: posts, versions. */
  sets?: readonly OwnSet[]
  /** Columns of the row whose value the kept record takes over where it has none. */
  takesOver?: readonly { name: string; column: string }[]
  /** Columns whose values no two rows may share. */
  unique: readonly string[]
  /** Why these two cannot be merged; the first is the one that would stay. */
  whyNot?: (db: Db, kept: WholeRecord, merged: WholeRecord) => Promise<FieldProblem[]>
  /** Why a merge can no longer be undone, as a text key, judged by the record that stayed. */
  whyNotUndone?: (kept: WholeRecord) => string | undefined
  /** Brings up to date what follows from a record, after a merge and after its undoing; may refuse what cannot be. */
  settle?: (context: MergeContext, id: number) => Promise<void>
}

/** Rows that refer to a record. */
export interface MovedReference {
  name: string
  table: keyof Tables
  column: string
  /** Does it repeat what another row says, so that nobody is told of it? */
  isRepeated?: true
}

/** Rows of which a record has a set of its own, and the set as people read it. */
export interface OwnSet {
  /** Beside which words it is chosen: `<register>.fields.<name>`. */
  name: string
  table: keyof Tables
  column: string
  /** A value a row: a text (the first may be empty), or parts under names that have words. */
  told: (db: Db, id: number) => Promise<unknown[]>
}

/** What may refer to a record, as places of rows and the values that make them another record's. */
export function movesOf(merged: MergedRegister, id: number) {
  const kind = merged.list.register.name
  const place = (
    { name, table, column, isRepeated }: MovedReference,
    where: StoredRow = { [column]: id },
  ) => ({
    name,
    // Two tables may refer by one name (a unit and its versions to the one above).
    key: `${name}/${table}/${column}`,
    isTold: !isRepeated,
    place: { table, where } satisfies RowPlace,
    to: (other: number): StoredRow => ({ [column]: other }),
  })
  return [
    ...merged.moves.map((move) => place(move)),
    place({ name: 'notes', table: 'notes', column: 'record_id' }, { kind, record_id: id }),
    place({ name: 'attachments', table: 'attachments', column: 'record_id' }, { kind, record_id: id }),
    place(
      { name: 'documents', table: 'documents', column: 'record_id' },
      { record_kind: kind, record_id: id },
    ),
  ]
}

/** Where the rows of a set lie. */
export function setOf({ table, column }: OwnSet, id: number): RowPlace {
  return { table, where: { [column]: id } }
}

/** Where the row of a record lies. */
export function rowOf({ list }: MergedRegister, id: number): RowPlace {
  return { table: list.table as keyof Tables, where: { id } }
}

/** The kind of the words under which merged records are still found. */
export function mergedWordsKind({ list }: { list: { register: Pick<Register, 'name'> } }): string {
  return `${list.register.name}.merged`
}

/** Are two values of a field the same? What is referred to is told by its id, whatever its name is now. */
export function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (_key, part) =>
      typeof part === 'object' && part !== null && 'id' in part && 'text' in part ? part.id : part,
    )
  return plain(one) === plain(other)
}

/** The fields of a record that people edit. */
export function fieldsOf({ fields }: MergedRegister, record: WholeRecord): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, record[key]]))
}
