import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { type OpenDatabase, openDatabase, type Tx } from '#main/database/database.ts'
import { noteNumber, numberKey } from '#main/documents/numbering.ts'
import { insertAgreement } from '#main/features/agreements/agreements.queries.ts'
import { insertVolunteer } from '#main/features/volunteers/volunteers.queries.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { centre } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import { makeAgreement, makeVolunteer, unitNames } from './people.ts'

/** How much a register of the measure holds. */
export const volunteersCount = 100_000
export const agreementsCount = 120_000

/** Every other one of the youngest agreements is a draft. */
export const draftsCount = 500

/** The id of a draft, counted from the youngest, 0. */
export function draftId(place: number): number {
  return agreementsCount - 2 * place
}

/** The day of the measure; the generated agreements lie around it. */
export const benchNow = '2026-11-22T10:00:00Z'
export const login = 'admin'

const firstYear = 2007
const years = 20

/** How many records are made. */
interface Size {
  volunteers: number
  agreements: number
}

/** Fills an empty folder with the data of so many volunteers and their agreements, always the same. */
export async function generate(
  folder: string,
  volunteers = volunteersCount,
  agreements = (volunteers * agreementsCount) / volunteersCount,
): Promise<void> {
  const started = performance.now()
  const size = { volunteers, agreements }
  console.log(`Generating ${size.volunteers} volunteers and ${size.agreements} agreements …`)
  const references = await setUp(folder)
  const database = openDatabase(join(folder, 'osrodek.db'))
  try {
    await fill(database, references, size)
  } finally {
    database.close()
  }
  const megabytes = statSync(join(folder, 'osrodek.db')).size / 1e6
  console.log(`… took ${((performance.now() - started) / 1000).toFixed(0)} s, ${megabytes.toFixed(0)} MB\n`)
}

export interface References {
  units: { id: number; name: string }[]
  signatoryId: number
}

/** The centre, its administrator, units and a signatory, entered as a person would. */
export async function setUp(folder: string): Promise<References> {
  const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
  const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
  await api.settings.setUp({
    centre,
    administrator: { login, fullName: 'Anna Administrator', password },
  })
  const units = []
  for (const name of unitNames) units.push(await api.units.create({ name, address: 'ul. Głęboka 11' }))
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  await server.close()
  return { units, signatoryId: signatory.id }
}

/** Writes the registers through the features' own functions, so that every derived column is what it would be. */
async function fill({ sqlite, writer }: OpenDatabase, references: References, size: Size): Promise<void> {
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -524288')
  // Keys in random order take most of a minute to put in place, sorted ones a few seconds. So the indexes are
  // made last, and a temporary table of the same name, in front of the real one, collects the search words.
  const indexes = sqlite
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`)
  sqlite.exec('CREATE TEMP TABLE search_words (kind, word, record_id)')
  await writer.transaction().execute(async (tx) => {
    await fillAgreements(tx, await fillVolunteers(tx, size), references, size)
  })
  sqlite.exec('INSERT INTO main.search_words SELECT * FROM search_words ORDER BY kind, word, record_id')
  sqlite.exec('DROP TABLE temp.search_words')
  // What the real acts would have left behind, a line a record.
  for (const kind of ['volunteers', 'agreements']) {
    sqlite.exec(`INSERT INTO history (at, user_id, kind, record_id, action, changes)
      SELECT created_at, 1, '${kind}', id, 'imported', '{}' FROM ${kind}`)
  }
  for (const { sql } of indexes) sqlite.exec(sql)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
}

async function fillVolunteers(tx: Tx, size: Size): Promise<VolunteerFields[]> {
  const volunteers: VolunteerFields[] = []
  const perYear = size.volunteers / years
  for (let index = 0; index < size.volunteers; index++) {
    const year = firstYear + Math.floor(index / perYear)
    const number = (index % perYear) + 1
    const volunteer = makeVolunteer(index, year)
    volunteers.push(volunteer)
    await insertVolunteer(tx, volunteer, {
      registerNumber: `WOL/${number}/${year}`,
      registerKey: numberKey(year, number),
      importId: null,
      createdAt: `${year}-06-01T08:00:00.000Z`,
    })
  }
  await noteNumber(tx, 'volunteers', firstYear + years - 1, perYear)
  return volunteers
}

async function fillAgreements(
  tx: Tx,
  volunteers: VolunteerFields[],
  { units, signatoryId }: References,
  size: Size,
): Promise<void> {
  const perYear = size.agreements / years
  let byThen = volunteers
  for (let index = 0; index < size.agreements; index++) {
    const year = firstYear + Math.floor(index / perYear)
    const number = (index % perYear) + 1
    const unit = units[index % units.length]
    const isDraft = index >= size.agreements - 2 * draftsCount && index % 2 === 1
    if (index % perYear === 0)
      byThen = volunteers.slice(0, (size.volunteers / years) * (year - firstYear + 1))
    const agreement = makeAgreement({
      year,
      partOfYear: number / perYear,
      volunteers: byThen,
      unitId: unit?.id ?? null,
      signatoryId,
    })
    await insertAgreement(tx, agreement, {
      number: isDraft ? null : `${number}/${year}`,
      numberKey: isDraft ? '~' : numberKey(year, number),
      importId: null,
      createdAt: `${agreement.concludedOn}T08:00:00.000Z`,
    })
  }
  await noteNumber(tx, 'agreements', firstYear + years - 1, perYear)
}
