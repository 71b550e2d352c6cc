import { type RawBuilder, sql } from 'kysely'
import type { RegisterField } from '#shared/kit/register/register.ts'
import type { ListColumn } from './register-list.ts'

/** The value by which a column orders the list: text, never null. */
export function sortOf(field: RegisterField, column: ListColumn): RawBuilder<string> {
  if (column.sort) return column.sort
  switch (field.type) {
    case 'choice': {
      const ranks = field.values.map((code, index) => {
        const applies = column.conditions?.[code] ?? sql`${column.value} = ${sql.lit(code)}`
        return sql`when ${applies} then ${sql.lit(String.fromCharCode(97 + index))}`
      })
      return sql`case ${sql.join(ranks, sql` `)} else '~' end`
    }
    case 'flag':
      return sql`case when ${column.value} then 'b' else 'a' end`
    case 'number':
    case 'money': {
      // Ten digits, because a cursor compares texts.
      const digits = sql`'0000000000' || ${column.value}`
      return sql`case when ${column.value} is null then '' else substr(${digits}, length(${digits}) - 9) end`
    }
    case 'day':
    case 'instant':
      return sql`coalesce(${column.value}, '')`
    default:
      return column.value as RawBuilder<string>
  }
}

/** Must all rows be read and ordered for a page in this order? So it is where the value is computed. */
export function isUnindexed(field: RegisterField, column: ListColumn): boolean {
  return column.isUnindexed ?? !(column.sort || ['text', 'day', 'instant'].includes(field.type))
}
