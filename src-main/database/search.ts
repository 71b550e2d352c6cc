import { type RawBuilder, sql } from 'kysely'
import { searchTerms } from '#shared/kit/polish.ts'
import type { Db, Tx } from './database.ts'

/** Registers that can be searched. */
export type SearchedKind = 'volunteers' | 'agreements' | 'units'

/** Where a search looks: the words of a register, matched against a column that holds its id. */
export interface SearchTarget {
  kind: SearchedKind
  /** e.g. `agreements.volunteer_id` */
  column: string
  /** Does one record of it stand behind very many rows (a unit behind its agreements)? Then its words are never rare. */
  isShared?: boolean
}

/** The most words of a register that may begin with a term for it to count as rare. */
const rareLimit = 1000

/**
 * The conditions of a search: each typed word must begin a word of the record in at least one target.
 *
 * Two ways lead to a page. For a rare word it is cheapest to collect its records and sort them; for a common one,
 * to walk the list in its order and look each record's words up until the page is full. The number of words in
 * the index range tells which, so both stay within milliseconds at a hundred thousand records.
 *
 * @param purpose a `count` cannot stop early, so it always collects
 */
export async function searchConditions(
  db: Db,
  typed: string,
  targets: SearchTarget[],
  purpose: 'page' | 'count',
): Promise<RawBuilder<boolean>[]> {
  const terms = await Promise.all(
    searchTerms(typed).map(async (term) => ({ term, count: await countWords(db, term, targets) })),
  )
  terms.sort((a, b) => a.count - b.count)
  return terms.map(({ term, count }, index) => {
    const isCollected = purpose === 'count' || (index === 0 && count <= rareLimit)
    const parts = targets.map((target) => (isCollected ? isAmong(target, term) : hasWord(target, term)))
    return sql<boolean>`(${sql.join(parts, sql` or `)})`
  })
}

/** The end of the range of words that begin with a term. */
function endOf(term: string): string {
  return `${term}\u{10ffff}`
}

async function countWords(db: Db, term: string, targets: SearchTarget[]): Promise<number> {
  let count = 0
  for (const { kind, isShared } of targets) {
    const { found } = await db
      .selectFrom(
        db
          .selectFrom('search_words')
          .select('record_id')
          .where('kind', '=', kind)
          .where('word', '>=', term)
          .where('word', '<', endOf(term))
          .limit(rareLimit + 1)
          .as('beginning'),
      )
      .select((eb) => eb.fn.countAll<number>().as('found'))
      .executeTakeFirstOrThrow()
    count += isShared && found > 0 ? rareLimit + 1 : found
  }
  return count
}

function isAmong({ kind, column }: SearchTarget, term: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (select record_id from search_words where kind = ${kind} and word >= ${term} and word < ${endOf(term)})`
}

function hasWord({ kind, column }: SearchTarget, term: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from search_words where kind = ${kind} and record_id = ${sql.ref(column)} and word >= ${term} and word < ${endOf(term)})`
}

/** Writes the words of a record (replacing earlier ones); call it wherever the row's `search_key` is written. */
export async function writeSearchWords(
  tx: Tx,
  kind: SearchedKind,
  recordId: number,
  words: string[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await deleteSearchWords(tx, kind, recordId)
  if (words.length === 0) return
  await tx
    .insertInto('search_words')
    .values(words.map((word) => ({ kind, word, record_id: recordId })))
    .execute()
}

/** Removes the words of a record that is removed itself. */
export async function deleteSearchWords(tx: Tx, kind: SearchedKind, recordId: number): Promise<void> {
  await tx.deleteFrom('search_words').where('kind', '=', kind).where('record_id', '=', recordId).execute()
}
