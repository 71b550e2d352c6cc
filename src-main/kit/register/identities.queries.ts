import { type RawBuilder, sql } from 'kysely'
import { formalNames } from '#shared/kit/first-names.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { type Identity, type ReadyIdentity, readyIdentity } from '#shared/kit/likeness/identity.ts'
import { searchWords } from '#shared/kit/polish.ts'
import type { LikelyRecord } from '#shared/kit/register/duplicates.ts'
import type { RegisterField } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { isOneOf } from '../../database/ids.ts'
import type { ComparedRegister, IdentityPart } from './compared-register.ts'
import type { Reader } from './list.queries.ts'
import type { ListColumn } from './register-list.ts'
import { sortOf } from './sort.queries.ts'

/** A record with what is compared of it. */
export interface FoundIdentity {
  record: LikelyRecord
  ready: ReadyIdentity
}

const parts: readonly IdentityPart[] = [
  'number',
  'surname',
  'firstNames',
  'birthOn',
  'pesel',
  'phone',
  'email',
  'street',
  'town',
]

function readableParts({ identity }: ComparedRegister, reader: Reader) {
  return parts.flatMap((part) => {
    const key = identity[part]
    return key && reader.fields.has(key) ? [{ part, key }] : []
  })
}

function columnOf({ list }: ComparedRegister, reader: Reader, key: string) {
  return {
    field: list.register.fields[key] as RegisterField,
    column: list.columns(reader)[key] as ListColumn,
  }
}

function idOf({ list }: ComparedRegister): RawBuilder<number> {
  return sql<number>`${sql.ref(`${list.table}.id`)}`
}

async function readIdentities(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  condition: RawBuilder<boolean>,
  limit?: number,
): Promise<FoundIdentity[]> {
  const { list } = compared
  const cells = readableParts(compared, reader).map(({ part, key }) => {
    return sql`${columnOf(compared, reader, key).column.value} as ${sql.id(part)}`
  })
  const scope = reader.unitId !== null && list.ofUnit ? sql` and ${list.ofUnit(reader.unitId)}` : sql``
  // Without a limit there is no order either: records named by their ids would be looked for along the whole table.
  const first = limit === undefined ? sql`` : sql`order by ${idOf(compared)} limit ${limit}`
  const rows = await db
    .selectFrom(
      sql<{ id: number } & Partial<Record<IdentityPart, string | null>>>`(
        select ${sql.join([sql`${idOf(compared)} as "id"`, ...cells])}
        from ${sql.table(list.table)} ${list.joins ?? sql``}
        where ${condition}${scope} ${first}
      )`.as('found'),
    )
    .selectAll()
    .$if(limit !== undefined, (query) => query.orderBy('id'))
    .execute()
  return rows.map(({ id, pesel, ...known }) => {
    const record: LikelyRecord = {
      id,
      number: known.number ?? '',
      surname: known.surname ?? '',
      firstNames: known.firstNames ?? '',
      birthOn: known.birthOn ?? null,
      phone: known.phone ?? '',
      email: known.email ?? '',
      street: known.street ?? '',
      town: known.town ?? '',
    }
    return { record, ready: readyIdentity({ ...record, pesel }) }
  })
}

/** The next records after an id, in the order of their ids. */
export function listIdentitiesAfter(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  id: number,
  limit: number,
): Promise<FoundIdentity[]> {
  return readIdentities(db, compared, reader, sql`${idOf(compared)} > ${id}`, limit)
}

/** The records with these ids, as far as they are there and within reach. */
export async function listIdentities(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, FoundIdentity>> {
  const rows = await readIdentities(db, compared, reader, isOneOf(idOf(compared), ids))
  return new Map(rows.map((found) => [found.record.id, found]))
}

/** How many rows one thing in common may bring; more of them (the telephone of a home) say little. */
const candidateLimit = 100

/**
 * The records that share something with an identity by which they are found at once: PESEL, birth date (also with day
 * and month exchanged), telephone, e-mail, or two words of the name in any order.
 */
export async function listCandidates(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  typed: Identity,
  exceptId: number | null,
): Promise<FoundIdentity[]> {
  const ready = readyIdentity(typed)
  const sought: [IdentityPart, string[]][] = [
    ['pesel', [ready.pesel]],
    ['birthOn', [ready.birthOn ?? '', turnedDay(ready.birthOn)]],
    ['phone', [readPhone(typed.phone ?? '') ?? '']],
    ['email', [ready.email]],
  ]
  const readable = readableParts(compared, reader)
  const conditions = sought.flatMap(([part, values]) => {
    const key = readable.find((each) => each.part === part)?.key
    const filled = values.filter(Boolean)
    if (!key || filled.length === 0) return []
    const { field, column } = columnOf(compared, reader, key)
    // The sort value is what the index is made of.
    return sql<boolean>`${part === 'pesel' ? column.value : sortOf(field, column)} in (${sql.join(filled)})`
  })
  const ids = new Set(await idsByName(db, compared, `${typed.surname ?? ''} ${typed.firstNames ?? ''}`))
  for (const condition of conditions) {
    for (const { record } of await readIdentities(db, compared, reader, condition, candidateLimit)) {
      ids.add(record.id)
    }
  }
  ids.delete(exceptId ?? 0)
  return [...(await listIdentities(db, compared, reader, [...ids])).values()]
}

function turnedDay(day: string | null): string {
  const [year, month, date] = day?.split('-') ?? []
  return day ? `${year}-${date}-${month}` : ''
}

async function idsByName(db: Db, { list }: ComparedRegister, name: string): Promise<number[]> {
  const [target] = typeof list.search === 'function' ? [] : list.search
  const typed = searchWords(name)
  if (!target || typed.length === 0) return []
  const words = [...new Set(typed.flatMap((word) => [word, ...formalNames(word)]))]
  // A lookup a word: asked for all of them at once, SQLite walks along every word of the register.
  const records = words.map(
    (word) => sql`select record_id from search_words where kind = ${target.kind} and word = ${word}`,
  )
  const rows = await db
    .selectFrom(sql<{ record_id: number }>`(${sql.join(records, sql` union all `)})`.as('found'))
    .select('record_id as id')
    .groupBy('record_id')
    .having((eb) => eb.fn.countAll(), '>=', Math.min(2, typed.length))
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('record_id')
    .limit(candidateLimit)
    .execute()
  return rows.map(({ id }) => id)
}
