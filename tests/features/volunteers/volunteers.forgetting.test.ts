import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { proposed } from '#tests/features/documents/writing.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aPlantedVolunteer, type Left, moveTo, planted } from './planting.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp({ now: '2015-03-02T10:00:00Z' })
  api = app.api
  return () => app.close()
})

/** The tables of the database in which a word stands, whatever its letters. */
function tablesWith(words: string[]): Map<string, string[]> {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => {
    const found = new Map(words.map((word): [string, string[]] => [word, []]))
    for (const table of tablesOf(sqlite)) {
      const rows = JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all()).toLowerCase()
      for (const word of words) if (rows.includes(word.toLowerCase())) found.get(word)?.push(table)
    }
    return found
  })
}

/** What stays by design: issued documents, found by who is named on them, and the tasks by which reports count. */
const allowed: Record<Left, string[]> = {
  nowhere: [],
  documents: ['document_contents', 'documents', 'search_words'],
  tasks: ['activities', 'agreements', 'document_contents', 'documents', 'hour_entries', 'search_words'],
}

test('no word that was written of a volunteer is left in the file, but in issued documents and the tasks of agreements', async () => {
  const { volunteerId, agreement } = await aPlantedVolunteer(app)
  const all = [...planted.values()].map(({ word }) => word)
  // Each was really there: in a table now, or in what the history and the bin keep.
  const before = tablesWith(all)
  const neverThere = [...planted]
    .filter(([, { word }]) => before.get(word)?.length === 0)
    .map(([field]) => field)
  expect(neverThere).toEqual(['drafts.text'])

  await moveTo('2026-01-02T10:00:00Z')
  const { version } = await api.volunteers.get({ id: volunteerId })
  expect((await api.volunteers.anonymising({ id: volunteerId })).ties).toEqual([])
  await api.volunteers.anonymise({ id: volunteerId, version })
  await app.server.settled()

  const after = tablesWith(all)
  const left = [...planted].flatMap(([field, { word, left: where }]) => {
    const tables = (after.get(word) ?? []).filter((table) => !allowed[where].includes(table))
    return tables.length > 0 ? [`${field}: ${tables.join(', ')}`] : []
  })
  expect(left).toEqual([])
  // Nor in what the file keeps of pages that were given up.
  const file = readFileSync(join(app.folder, 'osrodek.db')).toString('latin1').toLowerCase()
  const inFile = [...planted].filter(
    ([, { word, left: where }]) => where === 'nowhere' && file.includes(word.toLowerCase()),
  )
  expect(inFile.map(([field]) => field)).toEqual([])

  // What the books, statistics and archives need is there.
  expect((await api.agreements.get({ id: agreement.id })).tasks).toEqual(agreement.tasks)
  const { rows } = await api.costSettlements.list({})
  const settlement = await api.costSettlements.get({ id: rows[0]?.id ?? 0 })
  expect(settlement).toMatchObject({ purpose: '–', total: 440, startsOn: '2015-04-14', state: 'rejected' })
  expect(settlement.lines).toMatchObject([{ kind: 'ticket', route: '–', tickets: 1, price: 440 }])
  expect(await api.agreements.attachments.list({ recordId: agreement.id })).toMatchObject([
    { fileName: expect.stringMatching(/^\d+\.pdf$/), description: '' },
  ])
  const hours = await api.hours.list({ sort: 'servedOn', direction: 'ascending' })
  expect(hours.rows.map((row) => row.hours)).toEqual([2, 1])
})

test('a settlement that is not paid yet, and a draft about an agreement, are waited for', async () => {
  const { agreement, volunteerId, signatory } = await aPlantedVolunteer(app)
  const { rows } = await api.costSettlements.list({})
  const handedIn = await api.costSettlements.submit(await api.costSettlements.get({ id: rows[0]?.id ?? 0 }))
  const list = await proposed(api, {
    kind: 'costWaiver',
    agreementId: agreement.id,
    signatoryId: signatory.id,
    issuedOn: '2015-11-20',
  })
  const kept = await api.documents.keepDraft(list)
  await moveTo('2026-01-02T10:00:00Z')
  const { version } = await api.volunteers.get({ id: volunteerId })
  expect(await refusalOf(api.volunteers.anonymise({ id: volunteerId, version }))).toMatchObject({
    data: {
      reason: 'volunteers.errors.stillNeeded',
      because: [
        { key: 'documents.held.drafts', params: { count: 1 } },
        { key: 'costSettlements.unpaidCount', params: { count: 1 } },
      ],
    },
  })
  await api.documents.removeDraft({ id: kept.id, version: kept.version })
  await api.costSettlements.reject({ ...handedIn, reason: 'brak biletów' })
  expect((await api.volunteers.anonymising({ id: volunteerId })).ties).toEqual([])
})
