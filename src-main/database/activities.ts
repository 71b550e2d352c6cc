import { type RawBuilder, sql } from 'kysely'

/**
 * How two tasks are told to be the same, as the activities keep it (`activities.name_key`): whatever blanks stand around
 * them and whichever letters are capitals.
 */
export function activityKey(column: string): RawBuilder<string> {
  return [...'ĄĆĘŁŃÓŚŹŻ'].reduce<RawBuilder<string>>(
    (key, letter) => sql`replace(${key}, ${sql.lit(letter)}, ${sql.lit(letter.toLocaleLowerCase('pl'))})`,
    sql`lower(trim(${sql.ref(column)}))`,
  )
}
