import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementsMerged } from '#main/features/agreements/agreements.merging.service.ts'
import { staffMerged } from '#main/features/staff/staff.merging.service.ts'
import { unitsMerged } from '#main/features/units/units.merging.service.ts'
import { volunteersMerged } from '#main/features/volunteers/volunteers.merging.service.ts'
import { served } from '#main/served.ts'
import { contract } from '#shared/contract.ts'
import { pl } from '#shared/texts.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

/** Columns of all tables that refer to a table, as `table.column`. */
function referencesTo(table: string): string[] {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    tablesOf(sqlite).flatMap((from) =>
      (sqlite.pragma(`foreign_key_list("${from}")`) as { table: string; from: string }[])
        .filter((key) => key.table === table)
        .map((key) => `${from}.${key.from}`),
    ),
  ).sort()
}

const all = [volunteersMerged, agreementsMerged, unitsMerged, staffMerged]

test('every register of records can be searched for repetitions and merged', () => {
  const names = all.map(({ list }) => list.register.name).sort()
  // Documents and cases have numbers that nobody takes back, a settlement proves an expense, and the list of an event was
  // signed: two never become one. What is known of a family tells nobody from another, and a placement is of one person at
  // one place.
  const apart = ['cases', 'costSettlements', 'documents', 'events', 'families', 'needs', 'placements']
  expect([...served.keys()].sort()).toEqual([...names, ...apart].sort())
  for (const name of names) {
    const procedures = (contract as Record<string, object>)[name] ?? {}
    expect(Object.keys(procedures)).toEqual(expect.arrayContaining(['duplicates', 'merging']))
  }
})

describe.each(all.map((merged) => [merged.list.register.name, merged] as const))(
  'a merge of two %s',
  (name, { list, moves, sets = [], fields }) => {
    test('moves whatever refers to them: a reference left behind would be one that leads nowhere', () => {
      const declared = [...moves, ...sets].map(({ table, column }) => `${table}.${column}`).sort()
      expect(declared).toEqual(referencesTo(list.table))
    })

    test('has words for every field, every set, and everything that moves', () => {
      const own = (pl as unknown as Record<string, { fields: object }>)[name]?.fields ?? {}
      for (const key of [...Object.keys(fields), ...sets.map((set) => set.name)])
        expect(own).toHaveProperty([key])
      for (const move of moves) expect(pl.duplicates.rows).toHaveProperty([`${move.name}_few`])
    })
  },
)
