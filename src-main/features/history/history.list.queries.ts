import { type RawBuilder, sql } from 'kysely'
import { changesOf } from '#shared/features/history/history.contract.ts'
import { historyKinds, historyRegister } from '#shared/features/history/history.register.ts'
import { fold } from '#shared/kit/polish.ts'
import { withoutSecrets, wordsFor } from '#shared/kit/register/changes.ts'
import { secretFieldsOf } from '#shared/kit/register/register.ts'
import { tablesOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import { containingPattern, type SearchTarget } from '../../database/search.ts'
import type { ListView, RegisterList } from '../../kit/register/register-list.ts'
import { keysOfFields, wordOfAction, wordsOfChanges } from './history.words.service.ts'

/** Kinds whose records stand in no register with tools of its own, and how they are called. */
const otherTitles: Record<string, { table: string; column: string }> = {
  accounts: { table: 'users', column: 'users.full_name' },
  signatories: { table: 'signatories', column: 'signatories.full_name' },
  clauses: { table: 'clauses', column: 'clauses.code' },
  textBlocks: { table: 'text_blocks', column: 'text_blocks.name' },
  imports: { table: 'imports', column: 'imports.file_name' },
  views: { table: 'views', column: 'views.name' },
}

const inBin = sql`select title from bin where bin.kind = history.kind and bin.record_id = history.record_id order by bin.id desc limit 1`

const inMerge = sql`select title from merges where merges.kind = history.kind and merges.merged_id = history.record_id and merges.undone_at is null order by merges.id desc limit 1`

/** How the record of an entry is called today; where it is gone, as the bin has it, or the merge in which it went. */
function titleOf({ served }: ListView): RawBuilder<string> {
  const cases = [...served.values()].flatMap(({ list }) =>
    list.title
      ? [
          sql`when ${sql.lit(list.register.name)} then (select ${list.title} from ${tablesOf(list)} where ${sql.ref(`${list.table}.id`)} = history.record_id)`,
        ]
      : [],
  )
  const others = Object.entries(otherTitles).map(
    ([kind, { table, column }]) =>
      sql`when ${sql.lit(kind)} then (select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(`${table}.id`)} = history.record_id)`,
  )
  return sql`coalesce(case history.kind ${sql.join([...cases, ...others], sql` `)} end, (${inBin}), (${inMerge}), '')`
}

/** The entries whose record has such a name: found by the registers, and not by naming a million records. */
function withTitleContaining({ served }: ListView, text: string): RawBuilder<boolean> {
  const pattern = containingPattern(text)
  const parts = [...served.values()].flatMap(({ list }) => {
    if (!list.title) return []
    const folded = list.foldedTitle ?? list.title
    return [
      sql`history.kind = ${sql.lit(list.register.name)} and history.record_id in (select ${sql.ref(`${list.table}.id`)} from ${tablesOf(list)} where ${folded} like ${pattern} escape '\\')`,
    ]
  })
  const others = Object.entries(otherTitles).map(
    ([kind, { table, column }]) =>
      sql`history.kind = ${sql.lit(kind)} and history.record_id in (select id from ${sql.table(table)} where replace(${sortKeyOf(column)}, '~', '') like ${pattern} escape '\\')`,
  )
  const bin = sql`(history.kind, history.record_id) in (select kind, record_id from bin where replace(sort_key, '~', '') like ${pattern} escape '\\')`
  const merges = sql`(history.kind, history.record_id) in (select kind, merged_id from merges where undone_at is null and replace(${sortKeyOf('merges.title')}, '~', '') like ${pattern} escape '\\')`
  return sql`(${sql.join(
    [...parts, ...others, bin, merges].map((part) => sql`(${part})`),
    sql` or `,
  )})`
}

/** The kinds that somebody may read; undefined for all there are. */
function kindsFor({ may }: ListView): string[] | undefined {
  const kinds = Object.entries(historyKinds)
  const readable = kinds.filter(([, permission]) => may(permission)).map(([kind]) => kind)
  return readable.length === kinds.length ? undefined : readable
}

function ofUnit(view: ListView, unitId: number): RawBuilder<boolean> {
  const parts = [...view.served.values()].map(({ list }) => {
    const ofKind = sql`history.kind = ${sql.lit(list.register.name)}`
    if (!list.ofUnit) return ofKind
    const own = sql`select ${sql.ref(`${list.table}.id`)} from ${tablesOf(list)} where ${list.ofUnit(unitId)}`
    return sql`${ofKind} and (history.record_id in (${own})
      or history.record_id in (select merged_id from merges where merges.kind = history.kind and merges.undone_at is null and merges.kept_id in (${own}))
      or history.record_id in (select bin.record_id from bin inner join bin_units on bin_units.bin_id = bin.id where bin.kind = history.kind and bin_units.unit_id = ${unitId}))`
  })
  return sql`(${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` or `,
  )})`
}

/** The words of the registers' own records lead to their entries. */
function searchIn({ served }: ListView): SearchTarget[] {
  return [...served.values()].flatMap(({ list }) => {
    if (typeof list.search === 'function') return []
    const own = list.search.filter(({ column }) => column === `${list.table}.id`)
    const only = sql<boolean>`history.kind = ${sql.lit(list.register.name)}`
    return own.map((target) => ({ ...target, column: 'history.record_id', only, isShared: true }))
  })
}

/** How the history is read as a list: ordered by time, found by indexes of person and kind. */
export const historyList: RegisterList<typeof historyRegister> = {
  register: historyRegister,
  table: 'history',
  joins: sql`left join users on users.id = history.user_id`,
  isUnchanging: true,
  search: searchIn,
  reach: (view) => {
    const kinds = kindsFor(view)
    return [
      ...(kinds ? [sql<boolean>`history.kind in (${sql.join(kinds)})`] : []),
      ...(view.unitId === null ? [] : [ofUnit(view, view.unitId)]),
    ]
  },
  columns: (view) => ({
    at: { value: sql`history.at`, sort: sql`history.at` },
    user: {
      value: sql`history.user_id`,
      text: sql`users.full_name`,
      sort: sql`coalesce(users.sort_key, '')`,
      folded: sql`replace(${sortKeyOf('users.full_name')}, '~', '')`,
      options: { from: sql`users`, id: sql`users.id` },
    },
    kind: { value: sql`history.kind` },
    record: {
      value: titleOf(view),
      containing: (text) => withTitleContaining(view, text),
      emptiness: sql`history.record_id is null`,
    },
    // A colon has a meaning of its own in the keys of texts.
    action: { value: sql`replace(history.action, ':', '_')` },
    changes: {
      value: sql`history.changes`,
      containing: (text) => {
        const keys = keysOfFields(view.texts, fold(text))
        const parts = keys.map((key) => sql`history.fields like ${`% ${key} %`}`)
        return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`
      },
      emptiness: sql`history.fields = ''`,
    },
  }),
  extras: { recordId: sql`history.record_id` },
  finish: (row, { recordId }, { served }) => {
    const register = served.get(row.kind)?.list.register
    const changes = withoutSecrets(JSON.parse(row.changes), register ? secretFieldsOf(register) : new Set())
    return Object.assign(row, { recordId, changes: JSON.stringify(changes) })
  },
  words: (texts, key, row) => {
    if (key === 'action') return wordOfAction(texts, row.kind, row.action)
    if (key !== 'changes') return undefined
    return wordsOfChanges(texts, wordsFor(row.kind, row.action).section, changesOf(row))
  },
}
