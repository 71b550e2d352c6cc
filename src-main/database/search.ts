import { type RawBuilder, sql } from 'kysely'
import { fold, searchTerms } from '#shared/kit/polish.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import type { Db, Tx } from './database.ts'

/** Where a search looks: the words of a register, matched against a column that holds its id. */
export interface SearchTarget {
  /** The register whose words they are, as `writeSearchWords` was told. */
  kind: string
  /** e.g. `agreements.volunteer_id` */
  column: string
  /** Is it searched only for those with a permission? The first digits of a PESEL would otherwise tell the rest. */
  restrictedTo?: Permission
  /** The rows that it is about, where the column holds ids of several registers. */
  only?: RawBuilder<boolean>
  /** Does one record of it stand behind very many rows (a unit behind its agreements)? Then its words are never rare. */
  isShared?: boolean
}

/** The most words of a register that may begin with a term for it to count as rare. */
const rareLimit = 1000

/** How far words are counted, to tell the rarest term. */
const countLimit = 15_000

/**
 * What a search asks of a record: each typed word must begin a word of it in at least one target. The conditions come
 * in the three forms that `readPage` and a count need: `byWalking` looks up the words of the record at hand,
 * `byCollecting` finds the records of a rare word and looks up the others, `counting` finds the records of every word.
 */
export interface SearchConditions {
  byWalking: RawBuilder<boolean>[]
  byCollecting: RawBuilder<boolean>[]
  counting: RawBuilder<boolean>[]
  /** Is one of the words so rare that collecting is surely the shorter way? */
  isRare: boolean
}

/**
 * The conditions of a search; none where nothing was typed.
 *
 * @param may whether who searches has a permission; restricted targets are searched for nobody else
 */
export async function searchConditions(
  db: Db,
  typed: string,
  targets: SearchTarget[],
  may: (permission: Permission) => boolean = () => true,
): Promise<SearchConditions> {
  const searched = targets.filter(({ restrictedTo }) => !restrictedTo || may(restrictedTo))
  const terms = await Promise.all(searchTerms(typed).map((term) => foundTerm(db, term, searched)))
  terms.sort((a, b) => a.count - b.count)
  const together = inOneTarget(terms)
  // Several words leave far fewer records than each of them, so walking would hardly fill a page.
  const limit = together ? countLimit - 1 : terms.length > 1 ? 5 * rareLimit : rareLimit
  const isRare = terms[0] !== undefined && terms[0].count <= limit
  return {
    byWalking: terms.map((term) => inAnyTarget(term, shorterWay)),
    byCollecting:
      together ?? terms.map((term, index) => inAnyTarget(term, isRare && index > 0 ? hasWord : isAmong)),
    counting: together ?? terms.map((term) => inAnyTarget(term, isAmong)),
    isRare,
  }
}

/** A typed word, the targets that have words beginning with it, and how many such words there are. */
interface FoundTerm {
  term: string
  targets: FoundTarget[]
  count: number
}

interface FoundTarget extends SearchTarget {
  words: number
}

async function foundTerm(db: Db, term: string, targets: SearchTarget[]): Promise<FoundTerm> {
  const found: FoundTerm = { term, targets: [], count: 0 }
  for (const target of targets) {
    const words = await countWords(db, term, target.kind)
    if (words > 0) found.targets.push({ ...target, words })
    found.count += target.isShared && words > 0 ? rareLimit + 1 : words
  }
  return found
}

type Condition = (target: FoundTarget, term: string) => RawBuilder<boolean>

function inAnyTarget({ term, targets }: FoundTerm, condition: Condition): RawBuilder<boolean> {
  if (targets.length === 0) return sql`false`
  // The few records of a shared target are collected once; looking them up row by row would take longer.
  const parts = targets.map((target) => (target.isShared ? isAmong : condition)(target, term))
  return sql`(${sql.join(parts, sql` or `)})`
}

/** A list of some thousand records is made faster than the words of as many rows are looked up. */
function shorterWay(target: FoundTarget, term: string): RawBuilder<boolean> {
  return (target.words < countLimit ? isAmong : hasWord)(target, term)
}

/**
 * Where each word is of one target alone, all of the same column (a first name and a surname, a surname and a PESEL), the
 * records are told before any row is read.
 */
function inOneTarget(terms: FoundTerm[]): RawBuilder<boolean>[] | undefined {
  const [target] = terms[0]?.targets ?? []
  const isSame = (found: FoundTerm) =>
    found.targets.length === 1 &&
    found.targets[0]?.column === target?.column &&
    found.targets[0]?.kind === target?.kind
  if (!target || terms.length < 2 || !terms.every(isSame)) return undefined
  const records = terms.flatMap(({ term, targets }) => targets.map((own) => recordsWith(own, term)))
  return [ofRows(target, sql`${sql.ref(target.column)} in (${sql.join(records, sql` intersect `)})`)]
}

/** The end of the range of words that begin with a term. */
function endOf(term: string): string {
  return `${term}\u{10ffff}`
}

async function countWords(db: Db, term: string, kind: string): Promise<number> {
  const { found } = await db
    .selectFrom(
      db
        .selectFrom('search_words')
        .select('record_id')
        .where('kind', '=', kind)
        .where('word', '>=', term)
        .where('word', '<', endOf(term))
        .limit(countLimit)
        .as('beginning'),
    )
    .select((eb) => eb.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow()
  return found
}

function recordsWith({ kind }: SearchTarget, term: string): RawBuilder<unknown> {
  return sql`select record_id from search_words where kind = ${kind} and word >= ${term} and word < ${endOf(term)}`
}

function ofRows({ only }: SearchTarget, condition: RawBuilder<boolean>): RawBuilder<boolean> {
  return only ? sql<boolean>`(${only} and ${condition})` : condition
}

function isAmong(target: SearchTarget, term: string): RawBuilder<boolean> {
  return ofRows(target, sql`${sql.ref(target.column)} in (${recordsWith(target, term)})`)
}

function hasWord(target: SearchTarget, term: string): RawBuilder<boolean> {
  const { kind, column } = target
  return ofRows(
    target,
    sql`exists (select 1 from search_words where kind = ${kind} and record_id = ${sql.ref(column)} and word >= ${term} and word < ${endOf(term)})`,
  )
}

/** What a folded text is compared with that must contain another (`like … escape '\\'`). */
export function containingPattern(text: string): string {
  return `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** Writes the words of a record (replacing earlier ones); call it wherever the row's `search_key` is written. */
export async function writeSearchWords(
  tx: Tx,
  kind: string,
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
export async function deleteSearchWords(tx: Tx, kind: string, recordId: number): Promise<void> {
  await tx.deleteFrom('search_words').where('kind', '=', kind).where('record_id', '=', recordId).execute()
}
