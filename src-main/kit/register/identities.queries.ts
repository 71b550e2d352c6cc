import { type RawBuilder, sql } from 'kysely'
import { formalNames } from '#shared/kit/first-names.ts'
import { readPhone } from '#shared/kit/identifiers.ts'
import { type Identity, readyIdentity } from '#shared/kit/likeness/identity.ts'
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
  identity: Identity
  ready: unknown
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
  'account',
  'belongsTo',
  'unit',
  'startsOn',
  'endsOn',
]

/** What of the records may be compared for this reader, and how each part is read. */
export function readableParts(compared: ComparedRegister, reader: Reader) {
  return parts.flatMap((part) => {
    const own = compared.own?.[part]
    if (own) return !own.restrictedTo || reader.may(own.restrictedTo) ? [{ part, value: own.value }] : []
    const key = compared.identity[part]
    if (!key || !reader.fields.has(key)) return []
    const { field, column } = columnOf(compared, reader, key)
    // The sort value is what the index is made of.
    return [{ part, value: column.value, sought: part === 'pesel' ? column.value : sortOf(field, column) }]
  })
}

/** What was typed, without what this reader may not read: a score would tell of it. */
export function readableOf(compared: ComparedRegister, reader: Reader, typed: Identity): Identity {
  const readable = readableParts(compared, reader).map(({ part }) => part)
  return Object.fromEntries(Object.entries(typed).filter(([part]) => readable.includes(part as IdentityPart)))
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
  const cells = readableParts(compared, reader).map(({ part, value }) => sql`${value} as ${sql.id(part)}`)
  const only = compared.only ? sql` and ${compared.only}` : sql``
  const scope = reader.unitId !== null && list.ofUnit ? sql` and ${list.ofUnit(reader.unitId)}` : sql``
  // Without a limit there is no order either: records named by their ids would be looked for along the whole table.
  const first = limit === undefined ? sql`` : sql`order by ${idOf(compared)} limit ${limit}`
  const rows = await db
    .selectFrom(
      sql<{ id: number } & Partial<Record<IdentityPart, string | number | null>>>`(
        select ${sql.join([sql`${idOf(compared)} as "id"`, ...cells])}
        from ${sql.table(list.table)} ${list.joins ?? sql``}
        where ${condition}${scope}${only} ${first}
      )`.as('found'),
    )
    .selectAll()
    .$if(limit !== undefined, (query) => query.orderBy('id'))
    .execute()
  return rows.map((row) => {
    const known = (part: IdentityPart) => {
      const stored = String(row[part] ?? '')
      return compared.own?.[part]?.read?.(stored) ?? stored
    }
    const record: LikelyRecord = {
      id: row.id,
      number: known('number'),
      surname: known('surname'),
      firstNames: known('firstNames'),
      birthOn: known('birthOn') || null,
      phone: known('phone'),
      email: known('email'),
      street: known('street'),
      town: known('town'),
      unit: known('unit'),
      startsOn: known('startsOn') || null,
      endsOn: known('endsOn') || null,
    }
    const hidden = { pesel: known('pesel'), account: known('account'), belongsTo: known('belongsTo') }
    const identity = { ...record, ...hidden }
    return { record, identity, ready: compared.likeness.ready(identity) }
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
 * The records among which those are sought that may be the one being entered; see `ComparedRegister.findBy`. People are
 * found by PESEL, birth date (also with day and month exchanged), telephone, e-mail, or two words of the name in any
 * order.
 */
export async function listCandidates(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  typed: Identity,
  exceptId: number | null,
): Promise<FoundIdentity[]> {
  const { findBy } = compared
  if (findBy === 'all') {
    const all = await readIdentities(db, compared, reader, sql`true`)
    return all.filter(({ record }) => record.id !== exceptId)
  }
  const isPerson = findBy === 'people'
  const sought = isPerson ? soughtOfPerson(typed) : findBy.map((part) => [part, [typed[part] ?? '']] as const)
  const readable = readableParts(compared, reader)
  const conditions = sought.flatMap(([part, values]) => {
    const readablePart = readable.find((each) => each.part === part)
    const filled = values.filter(Boolean)
    if (!readablePart || filled.length === 0) return []
    const place = 'sought' in readablePart ? readablePart.sought : readablePart.value
    const asked = part === 'belongsTo' ? filled.map(Number) : filled
    return sql<boolean>`${place} in (${sql.join(asked)})`
  })
  const name = `${typed.surname ?? ''} ${typed.firstNames ?? ''}`
  const ids = new Set(isPerson ? await idsByName(db, compared, name) : [])
  for (const condition of conditions) {
    for (const { record } of await readIdentities(db, compared, reader, condition, candidateLimit)) {
      ids.add(record.id)
    }
  }
  ids.delete(exceptId ?? 0)
  return [...(await listIdentities(db, compared, reader, [...ids])).values()]
}

function soughtOfPerson(typed: Identity): [IdentityPart, string[]][] {
  const ready = readyIdentity(typed)
  return [
    ['pesel', [ready.pesel]],
    ['birthOn', [ready.birthOn ?? '', turnedDay(ready.birthOn)]],
    ['phone', [readPhone(typed.phone ?? '') ?? '']],
    ['email', [ready.email]],
  ]
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
