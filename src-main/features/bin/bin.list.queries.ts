import { sql } from 'kysely'
import type { BinRow } from '#shared/features/bin/bin.contract.ts'
import { binKinds, binRegister } from '#shared/features/bin/bin.register.ts'
import { mayRestore } from '#shared/features/bin/bin.rules.ts'
import { sortKeyOf } from '../../database/polish.ts'
import { binWordsKind } from '../../kit/register/bin.queries.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** How the bin is read as a list. */
export const binList: RegisterList<typeof binRegister> = {
  register: binRegister,
  table: 'bin',
  title: sql`bin.title`,
  joins: sql`left join users on users.id = bin.removed_by`,
  search: [{ kind: binWordsKind, column: 'bin.id' }],
  ofUnit: (unitId) => sql`bin.id in (select bin_id from bin_units where bin_units.unit_id = ${unitId})`,
  reach: ({ may, unitId }) => {
    const kinds = Object.values(binKinds).filter((register) => mayRestore(may, unitId !== null, register))
    return [kinds.length > 0 ? sql`bin.kind in (${sql.join(kinds.map(({ name }) => name))})` : sql`false`]
  },
  columns: ({ today }) => ({
    title: { value: sql`bin.title`, sort: sql`bin.sort_key` },
    kind: { value: sql`bin.kind`, isUnindexed: true },
    removedAt: { value: sql`bin.removed_at`, sort: sql`bin.removed_at` },
    removedBy: {
      value: sql`bin.removed_by`,
      text: sql`users.full_name`,
      sort: sql`users.sort_key`,
      folded: sql`replace(${sortKeyOf('users.full_name')}, '~', '')`,
      isUnindexed: true,
    },
    dueOn: { value: sql`bin.due_on`, sort: sql`bin.due_on` },
    isDue: { value: sql`bin.due_on <= ${today}`, isUnindexed: true },
    contents: { value: sql`bin.contents`, isUnindexed: true },
  }),
  extras: { recordId: sql`bin.record_id`, goes: sql`bin.goes` },
  finish: (row, { recordId, goes }) =>
    Object.assign(row, { recordId, goes: JSON.parse(String(goes)) }) as BinRow,
}
