import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementsList } from '#main/features/agreements/agreements.list.queries.ts'
import { binList } from '#main/features/bin/bin.list.queries.ts'
import { documentsList } from '#main/features/documents/documents.list.queries.ts'
import { historyList } from '#main/features/history/history.list.queries.ts'
import { staffList } from '#main/features/staff/staff.list.queries.ts'
import { unitsList } from '#main/features/units/units.list.queries.ts'
import { volunteersList } from '#main/features/volunteers/volunteers.list.queries.ts'
import type { ListColumn, ListView } from '#main/kit/register/register-list.ts'
import { isUnindexed } from '#main/kit/register/sort.queries.ts'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import type { Page } from '#shared/kit/list.ts'
import { type RegisterField, sortableFields } from '#shared/kit/register/register.ts'
import { registers } from '#shared/registers.ts'
import { pl } from '#shared/texts.ts'
import { recordStatements, type Sent } from '#tests/bench/bare.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type AnyRow, anyFilters, filtered } from '#tests/support/listModel.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

/** The procedures of any register, for requests that fit it. */
interface ListApi {
  list: (request: object) => Promise<Page<AnyRow>>
  count: (request: object) => Promise<number>
}

const lists: Record<string, { columns: (view: ListView) => unknown }> = {
  volunteers: volunteersList,
  agreements: agreementsList,
  staff: staffList,
  documents: documentsList,
  history: historyList,
  units: unitsList,
  bin: binList,
}

/**
 * Fields whose filters ask for more than what a row shows: the day for which staff are told, the telephones of a unit,
 * the instant and the words of an entry of the history, the days and the activities of agreements. The tests of their
 * features hold them.
 */
const ownWays = [
  'agreements.inForce',
  'agreements.activity',
  'volunteers.agreementInForce',
  'volunteers.agreementConcluded',
  'volunteers.agreementUnit',
  'volunteers.agreementActivity',
  // Several rows are told by the first, and found by each.
  'volunteers.signLanguage',
  'volunteers.availableOn',
  'volunteers.preferredUnit',
  'volunteers.guardianName',
  'volunteers.activityKind',
  'volunteers.missing',
  'volunteers.requirementDue',
  'staff.employedOn',
  'documents.issuedAt',
  'units.phones',
  'history.at',
  'history.record',
  'history.changes',
  'bin.removedAt',
]

const today = '2026-11-22'
const view = { today, unitId: null, served: new Map(), texts: pl } as unknown as ListView
const recorder = recordStatements()
let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ setUp: false, demo: true })
  await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
  await fillBin()
}, 60_000)
afterAll(async () => {
  recorder.stop()
  await app.close()
})

/** The bin of the example is empty: some people of the staff and all drafts go there. */
async function fillBin() {
  const { rows: people } = await app.api.staff.list({ limit: 40 })
  for (const row of people)
    if ((await app.api.staff.removal.preview(row)).reasons.length === 0)
      await app.api.staff.removal.remove(row)
  const { rows: drafts } = await app.api.agreements.list({ filters: { state: { oneOf: ['draft'] } } })
  for (const row of drafts) await app.api.agreements.removal.remove(row)
}

/** The rows that a list walks along or collects, as SQLite finds them: the part below the statement's `found`. */
function planOf({ text, parameters }: Sent): string[] {
  const rows = withSqlite(join(app.folder, 'example.db'), (sqlite) =>
    sqlite.prepare(`EXPLAIN QUERY PLAN ${text}`).all(parameters),
  ) as { id: number; parent: number; detail: string }[]
  const found = rows.filter(({ detail }) => /^(CO-ROUTINE|MATERIALIZE) found/.test(detail)).at(-1)
  return rows.filter(({ parent }) => parent === found?.id).map(({ detail }) => detail)
}

const ofRecords = registers.filter(({ name }) => name in lists)

describe.each(ofRecords.map((register) => [register.name, register] as const))(
  'the list of %s',
  (name, register) => {
    const api = () => (app.api as unknown as Record<string, ListApi>)[name] as ListApi
    const everything = async () => {
      const rows: AnyRow[] = []
      let cursor: string | null = null
      do {
        const page: Page<AnyRow> = await api().list({ cursor, limit: 200 })
        rows.push(...page.rows)
        cursor = page.nextCursor
      } while (cursor !== null)
      return rows
    }

    test('is whole where a range of days has neither end', async () => {
      const days = Object.entries(register.fields).filter(([, { type }]) => type === 'day')
      const whole = await api().count({ filters: {} })
      for (const [field] of days) expect(await api().count({ filters: { [field]: {} } })).toBe(whole)
    })

    test('has the rows that a plain filter in memory leaves, in whatever order', async () => {
      const all = await everything()
      expect(all.length).toBeGreaterThan(0)
      const plainFields = Object.fromEntries(
        Object.entries(register.fields).filter(([key]) => !ownWays.includes(`${name}.${key}`)),
      )
      const request = fc.record({
        filters: anyFilters({ ...register, fields: plainFields }, all),
        sort: fc.constantFrom(...sortableFields(register)),
        direction: fc.constantFrom('ascending', 'descending'),
      })
      await fc.assert(
        fc.asyncProperty(request, fc.nat(10), async ({ filters, sort, direction }, offset) => {
          const rows = filtered(register, all, filters, today)
          expect(await api().count({ filters })).toBe(rows.length)
          const page = await api().list({ filters, sort, direction, limit: 200 })
          const idsOf = (of: readonly AnyRow[]) => of.map(({ id }) => id)
          if (!page.nextCursor) expect(idsOf(page.rows).sort()).toEqual(idsOf(rows).sort())
          else expect(idsOf(rows)).toEqual(expect.arrayContaining(idsOf(page.rows)))
          const jumped = await api().list({ filters, sort, direction, offset, limit: 20 })
          expect(idsOf(jumped.rows)).toEqual(idsOf(page.rows).slice(offset, offset + 20))
          const back = await api().list({
            filters,
            sort,
            direction: direction === 'ascending' ? 'descending' : 'ascending',
            limit: 200,
          })
          if (!page.nextCursor) expect(idsOf(back.rows)).toEqual(idsOf(page.rows).reverse())
        }),
        { numRuns: 120 },
      )
    })

    const alphabet = new Intl.Collator('pl', { sensitivity: 'base' })
    const texts = sortableFields(register)
      .map((key) => [key, register.fields[key] as RegisterField] as const)
      .filter(
        ([key, { type }]) =>
          ['text', 'reference'].includes(type) && !/number|pesel|postCode|phone|email/i.test(key),
      )

    test.each(texts.map(([key]) => key))('is in Polish order by %s', async (key) => {
      const { rows } = await api().list({ sort: key, direction: 'ascending', limit: 200 })
      const cells = rows
        .map((row) => row[key] as string | { text: string } | null)
        .map((cell) => (typeof cell === 'string' ? cell : (cell?.text ?? '')))
        // In which order other signs than letters stand is nothing that a language says.
        .filter((text) => /^[\p{L} ]+$/u.test(text))
      expect(cells).toEqual([...cells].sort(alphabet.compare))
    })

    test('is walked along an index in every order that says it has one', async () => {
      const columns = lists[name]?.columns(view) as Record<string, ListColumn> | undefined
      for (const sort of sortableFields(register)) {
        if (isUnindexed(register.fields[sort] as RegisterField, columns?.[sort] as ListColumn)) continue
        for (const direction of ['ascending', 'descending']) {
          recorder.take()
          await api().list({ sort, direction })
          const plans = recorder
            .take()
            .filter(({ text }) => text.includes('as "found"'))
            .map(planOf)
          // The few agreements of one person may be sorted by their ids (FOR LAST TERM), nothing else.
          const sorting = plans.map((plan) => plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER')))
          expect([sort, sorting]).toEqual([sort, [[]]])
        }
      }
    })

    test('is walked along the index of one code that says it goes on in an order', async () => {
      const columns = Object.entries((lists[name]?.columns(view) ?? {}) as Record<string, ListColumn>)
      for (const [field, { thenBy: sort }] of columns.filter(([, { thenBy }]) => thenBy)) {
        const [code] = (register.fields[field] as Extract<RegisterField, { type: 'choice' }>).values
        recorder.take()
        await api().list({ sort, filters: { [field]: { oneOf: [code] } } })
        const plans = recorder.take().filter(({ text }) => text.includes('as "found"'))
        expect([field, plans.map(planOf)]).toEqual([
          field,
          [[expect.stringMatching(/^SEARCH \S+ USING (COVERING )?INDEX \S+ \(\S+=\? AND /)]],
        ])
      }
    })
  },
)
