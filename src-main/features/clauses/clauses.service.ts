import type { Certainty, Clause, clausesContract } from '#shared/features/clauses/clauses.contract.ts'
import { fillIn, placeholdersIn, versionOn } from '#shared/features/clauses/clauses.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import shipped from '../../../resources/clauses.json' with { type: 'json' }
import type { Db, Tx } from '../../database/database.ts'
import type { Services } from '../../kit/context.ts'
import { fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import * as queries from './clauses.queries.ts'

interface ShippedClause {
  code: string
  text: string
  placeholders?: string[]
  certainty: string
}

const shippedClauses: ShippedClause[] = shipped

/** Names of acts may stand in every text: `act.udpp` is written `{udpp}`. */
const acts = shippedClauses.filter(({ code }) => code.startsWith('act.')).map(({ code }) => code.slice(4))

/** When the shipped texts and templates were written. An older document takes the first version there is. */
export const shippedOn: Day = '2026-11-01'

/** Installs the shipped texts that a database does not have yet; a centre's own versions stay. */
export async function installClauses(tx: Tx, createdAt: string): Promise<void> {
  const known = new Set((await queries.listClauseVersions(tx)).map(({ code }) => code))
  const missing = shippedClauses.filter(({ code }) => !known.has(code))
  await queries.insertClauses(
    tx,
    missing.map(({ code, text, certainty }) => ({
      code,
      text,
      certainty: certainty as Certainty,
      validFrom: shippedOn,
      approvedBy: '',
    })),
    createdAt,
  )
}

/** Installs what a newer program has and the database of a centre has not; called when the program starts. */
export function installMissingClauses({ storage }: Pick<Services, 'storage'>, now: Date): Promise<void> {
  return inTransaction(storage, (tx) => installClauses(tx, now.toISOString()))
}

/** The texts in force on a day. */
interface ClausesOfDay {
  /** The text with the values of its placeholders; a code that does not exist is our mistake and throws. */
  clause: (code: string, values?: Record<string, string>) => string
  /** The version in force, with the names of acts written out; undefined for an unknown code. */
  version: (code: string) => Pick<queries.ClauseRow, 'text' | 'validFrom' | 'certainty'> | undefined
  /** The day from which that version of the text is valid; throws as `clause` does. */
  clauseDay: (code: string) => Day
}

/** The texts in force on a day, as a function that a document calls; see `ClausesOfDay`. */
export async function clausesOn(db: Db, day: Day): Promise<ClausesOfDay['clause']> {
  return (await clauseVersionsOn(db, day)).clause
}

/** The texts in force on a day, with the days from which they are valid and how sure each is. */
export async function clauseVersionsOn(db: Db, day: Day): Promise<ClausesOfDay> {
  const rows = Map.groupBy(await queries.listClauseVersions(db), ({ code }) => code)
  const find = (code: string) => versionOn(rows.get(code) ?? [], day)
  const get = (code: string) => {
    const found = find(code)
    if (!found) throw new Error(`no text ${code}`)
    return found
  }
  const actNames = Object.fromEntries(acts.map((name) => [name, get(`act.${name}`).text]))
  const clause: ClausesOfDay['clause'] = (code, values = {}) =>
    fillIn(get(code).text, { ...actNames, ...values })
  return {
    clause,
    clauseDay: (code) => get(code).validFrom,
    version: (code) => {
      const found = find(code)
      return found && { text: clause(code), validFrom: found.validFrom, certainty: found.certainty }
    },
  }
}

async function allClauses(db: Db): Promise<Clause[]> {
  const rows = await queries.listClauseVersions(db)
  return shippedClauses.map(({ code, placeholders = [] }) => ({
    code,
    placeholders: code.startsWith('act.') ? [] : [...placeholders, ...acts],
    versions: rows.filter((row) => row.code === code).map(({ code: _, ...version }) => version),
  }))
}

export const clausesHandlers: Handlers<typeof clausesContract> = {
  list: ({ db }) => allClauses(db),

  amend: async ({ tx, now, record }, { code, validFrom, text, approvedBy }) => {
    const clause = (await allClauses(tx)).find((each) => each.code === code)
    if (!clause) throw notFound('clauses')
    const unknown = placeholdersIn(text).find((name) => !clause.placeholders.includes(name))
    if (unknown) throw fieldRefused('text', 'clauses.errors.unknownPlaceholder')
    const current = versionOn(clause.versions, validFrom)
    const used = placeholdersIn(text)
    // What the name of an act stands for may be written out; a value of the agreement would vanish from documents.
    const missing = placeholdersIn(current?.text ?? '').find(
      (name) => !used.includes(name) && !acts.includes(name),
    )
    if (missing) throw fieldRefused('text', 'clauses.errors.missingPlaceholder', { name: `{${missing}}` })
    if (clause.versions.some((version) => version.validFrom === validFrom)) {
      throw fieldRefused('validFrom', 'clauses.errors.dayTaken')
    }
    const version = { code, validFrom, text, certainty: 'approved' as const, approvedBy }
    await queries.insertClauses(tx, [version], now)
    const after = (await allClauses(tx)).find((each) => each.code === code)
    if (!after) throw notFound('clauses')
    const id = after.versions.find((each) => each.validFrom === validFrom)?.id ?? null
    await record({
      kind: 'clauses',
      recordId: id,
      action: 'amended',
      before: { code, text: current?.text },
      after: version,
    })
    return after
  },
}
