import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '#shared/contract.ts'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import { binKinds } from '#shared/features/bin/bin.register.ts'
import type { RemovalPreview } from '#shared/kit/register/removal.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

interface Row {
  id: number
  version: number
}

/** The procedures of any register whose records can be removed. */
interface RemovalApi {
  list: (request: { limit: number }) => Promise<{ rows: Row[] }>
  notes: {
    add: (note: { recordId: number; text: string }) => Promise<Row>
    remove: (note: Row) => Promise<unknown>
  }
  attachments: {
    add: (file: { recordId: number; fileName: string; content: string }) => Promise<Row>
    remove: (file: Row) => Promise<unknown>
  }
  removal: {
    preview: (record: { id: number }) => Promise<RemovalPreview>
    remove: (record: Row) => Promise<{ binId: number }>
  }
}

const kinds = Object.keys(binKinds) as (keyof typeof binKinds)[]
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ setUp: false, demo: true })
  await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
  // Most volunteers of the example have agreements that forbid their removal.
  for (let at = 0; at < 40; at++) {
    const { id } = await app.api.volunteers.create(aVolunteer({ pesel: '', surname: `Nowak ${at}` }))
    await app.api.agreements.create(anAgreement({ volunteerId: id }))
  }
  const ended = await app.api.agreements.list({
    filters: { state: { oneOf: ['ended'] }, travelCosts: { oneOf: ['reimbursed', 'notEstablished'] } },
    limit: 10,
  })
  for (const { id, startsOn } of ended.rows) {
    await app.api.costSettlements.create({
      agreementId: id,
      purpose: 'dyżur',
      lines: [{ kind: 'ticket', days: [startsOn ?? ''], route: 'dojazd', tickets: 1, price: 440 }],
    })
  }
}, 60_000)
afterAll(() => app.close())

const of = (kind: keyof typeof binKinds) => app.api[kind] as unknown as RemovalApi

/** A row as text, bytes by their hash. */
function asText(row: unknown): string {
  const values = Object.entries(row as object).map(([key, value]) => [
    key,
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
  ])
  return JSON.stringify(values)
}

/** All rows of all tables but the history, which grows, and what the engine counts by itself. */
function everything(): Record<string, unknown[]> {
  return withSqlite(join(app.folder, 'example.db'), (sqlite) =>
    Object.fromEntries(
      tablesOf(sqlite)
        .filter((table) => table !== 'history' && !table.startsWith('sqlite_'))
        .map((table) => [table, sqlite.prepare(`SELECT * FROM ${table}`).all().map(asText).sort()]),
    ),
  )
}

/** Gives a record notes and attachments, some of which are removed again. */
async function furnish(kind: keyof typeof binKinds, recordId: number, given: string): Promise<void> {
  const { notes, attachments } = of(kind)
  for (const each of given) {
    if (each === 'n') await notes.add({ recordId, text: 'Notatka' })
    if (each === 'N') await notes.remove(await notes.add({ recordId, text: 'Usunięta' }))
    if (each === 'a' || each === 'A') {
      const content = png.toString('base64')
      const file = { recordId, fileName: 'skan.png', content }
      const added = await attachments.add(file).catch(() => undefined)
      if (each === 'A' && added) await attachments.remove(added)
    }
  }
}

test('every register that removes records has its place in the bin', () => {
  const removing = Object.entries(contract).filter(([, procedures]) => 'removal' in procedures)
  expect(removing.map(([name]) => name).sort()).toEqual([...kinds].sort())
})

describe.each(kinds)('removed records of %s', (kind) => {
  test('come back as they were in whatever order; what is forbidden is refused and changes nothing', async () => {
    let removed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(), given: fc.stringMatching(/^[nNaA]{0,3}$/) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.infiniteStream(fc.nat()),
        async (picks, order) => {
          const { rows } = await of(kind).list({ limit: 200 })
          for (const { at, given } of picks) await furnish(kind, rows[at % rows.length]?.id ?? 0, given)
          const before = everything()
          const binned: number[] = []
          for (const { at } of picks) {
            const { id } = rows[at % rows.length] ?? { id: 0 }
            const row = (await of(kind).list({ limit: 200 })).rows.find((each) => each.id === id)
            if (!row) continue
            const { reasons } = await of(kind).removal.preview({ id })
            if (reasons.length > 0) {
              const now = everything()
              expect(await refusalOf(of(kind).removal.remove(row))).toMatchObject({
                data: { reason: 'bin.errors.held', because: reasons.map(({ key }) => ({ key })) },
              })
              expect(everything()).toEqual(now)
            } else binned.push((await of(kind).removal.remove(row)).binId)
          }
          removed += binned.length
          while (binned.length > 0) {
            const [id = 0] = binned.splice((order.next().value ?? 0) % binned.length, 1)
            await app.api.bin.restore({ id })
          }
          expect(everything()).toEqual(before)
        },
      ),
      { numRuns: 12 },
    )
    expect(removed).toBeGreaterThan(0)
  }, 60_000)
})

describe('every reference to a record of a register', () => {
  /** Rows that go with the record which they name. */
  const goingAlong = [
    'event_members.event_id',
    'introductions.placement_id',
    'volunteer_activity_kinds.volunteer_id',
    'requirement_completions.volunteer_id',
    'requirement_exemptions.volunteer_id',
    'volunteer_marks.volunteer_id',
    'volunteer_statuses.volunteer_id',
    'requirement_standings.volunteer_id',
    'requirement_reminders.volunteer_id',
    'letterheads.unit_id',
    'monitoring_entries.placement_id',
    'name_forms.staff_id',
    'name_forms.volunteer_id',
    'protection_checks.volunteer_id',
    'volunteer_availability.volunteer_id',
    'volunteer_consents.volunteer_id',
    'volunteer_guardians.volunteer_id',
    'volunteer_preferences.volunteer_id',
    'volunteer_skills.volunteer_id',
    'unit_versions.unit_id',
    'staff_posts.staff_id',
  ]
  /** References that `src-main/ties.ts` or the register itself tells as a reason. */
  const told = [
    'agreements.unit_id',
    'agreements.volunteer_id',
    'cases.unit_id',
    'document_drafts.staff_id',
    'document_drafts.volunteer_id',
    'documents.staff_id',
    'documents.volunteer_id',
    'documents.unit_id',
    'event_members.agreement_id',
    'event_members.volunteer_id',
    'events.coordinator_id',
    'events.unit_id',
    'volunteer_group_members.volunteer_id',
    'cost_settlements.agreement_id',
    'cost_settlements.volunteer_id',
    'hour_entries.agreement_id',
    'hour_entries.volunteer_id',
    'families.unit_id',
    'families.worker_id',
    'introductions.worker_id',
    'monitoring_entries.done_by',
    'needs.family_id',
    'needs.unit_id',
    'placements.agreement_id',
    'placements.coordinator_id',
    'placements.family_id',
    'placements.need_id',
    'placements.unit_id',
    'placements.volunteer_id',
    'staff.unit_id',
    'staff_posts.unit_id',
    'unit_versions.head_id',
    'unit_versions.parent_id',
    'units.head_id',
    'units.parent_id',
    'users.unit_id',
    'volunteer_preferences.unit_id',
    // Concluded agreements stay, and with them what became of them.
    'agreement_annexes.agreement_id',
    'agreement_annexes.document_id',
    'agreement_annexes.unit_before_id',
    'agreement_annexes.unit_id',
    'agreement_terminations.agreement_id',
    'agreement_terminations.document_id',
    // A document is issued when an agreement is concluded, and concluded agreements stay.
    'agreements.document_id',
    // Documents and cases have numbers that nobody takes back: they are cancelled, never removed.
    'documents.original_id',
    'given_numbers.document_id',
    'print_jobs.document_id',
    'document_contents.document_id',
  ]

  test('goes along or is told as a reason, so that nobody is refused without one', () => {
    const found = withSqlite(join(app.folder, 'example.db'), (sqlite) =>
      tablesOf(sqlite).flatMap((table) =>
        (
          sqlite
            .prepare(`SELECT "table" AS names, "from" AS by FROM pragma_foreign_key_list(?)`)
            .all(table) as {
            names: string
            by: string
          }[]
        )
          .filter(({ names }) => [...kinds, 'documents'].includes(names))
          .map(({ by }) => `${table}.${by}`),
      ),
    )
    expect(found.sort()).toEqual([...goingAlong, ...told].sort())
  })
})
