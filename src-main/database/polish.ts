import { type RawBuilder, sql } from 'kysely'
import { sortKey } from '#shared/kit/polish.ts'

/**
 * The sort key of a short text that has no column for it, worked out row by row: right for what is seldom ordered by or
 * looked into, because no index serves it. Foreign marks stay, other than in `sortKey`.
 */
export function sortKeyOf(column: string): RawBuilder<string> {
  const letters = [...'ąćęłńóśźż'].flatMap((letter) => [letter, letter.toUpperCase()])
  return sql`lower(${letters.reduce(
    (key, letter) => sql`replace(${key}, ${sql.lit(letter)}, ${sql.lit(sortKey(letter))})`,
    sql`${sql.ref(column)}`,
  )})`
}
