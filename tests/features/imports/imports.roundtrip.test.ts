import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { staffRegister } from '#shared/features/staff/staff.register.ts'
import { unitsRegister } from '#shared/features/units/units.register.ts'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import type { ExportedList } from '#shared/kit/register/export.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ setUp: false, demo: true })
  await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
  await furnish(1)
}, 60_000)
afterAll(() => app.close())

/** Gives somebody several of everything of which a record may have several, so that a cell tells only some of it. */
async function furnish(id: number) {
  const volunteer = await app.api.volunteers.get({ id })
  await app.api.volunteers.change({
    ...volunteer,
    skills: ['pierwsza pomoc', 'gra na gitarze'],
    languages: [
      { name: 'ukraiński', level: 'native' },
      { name: 'angielski', level: 'b2' },
    ],
    signLanguages: [
      { system: 'pjm', level: 'communicative' },
      { system: 'sjm', level: 'basic' },
    ],
    availability: [
      { weekday: 2, from: 960, to: 1080 },
      { weekday: 4, from: 960, to: 1080 },
    ],
    guardians: [
      {
        name: 'Hanna Opiekuńcza',
        relation: 'curator',
        phone: '601 234 567',
        address: 'ul. Cicha 1',
        consentOn: '2026-01-05',
      },
      { name: 'Jan Opiekuńczy', relation: 'parent' },
    ],
    consents: [
      { about: 'photo', givenOn: '2025-03-01', withdrawnOn: '2025-09-01', keptAt: 'teczka' },
      { about: 'contact', givenOn: '2025-03-01', keptAt: 'teczka' },
    ],
  })
}

/** What the wizard makes of everything that a register exports. */
async function dryRunOfExport(
  register: 'volunteers' | 'agreements' | 'units' | 'staff',
  fields: object,
  format: 'csv' | 'xlsx',
) {
  const exporting = app.api[register].export as (asked: object) => Promise<ExportedList>
  const { content } = await exporting({ columns: Object.keys(fields), format })
  const { id, options } = await app.api.imports.open({ register, fileName: `rejestr.${format}`, content })
  const dryRun = await app.api.imports.preview({
    id,
    options,
    decisions: {},
    // Agreements are never written over.
    rules: { repeats: register === 'agreements' ? 'skip' : 'overwrite' },
  })
  await app.api.imports.discard({ id })
  return dryRun
}

describe.each(['csv', 'xlsx'] as const)('what a register exports as %s', (format) => {
  test.each([volunteersRegister, unitsRegister, staffRegister])(
    'of $name is read again as what the register has, so nothing would change',
    async ({ name, fields }) => {
      const { totals, problemKinds } = await dryRunOfExport(name, fields, format)
      expect(problemKinds).toEqual([])
      expect(totals).toMatchObject({ create: 0, change: 0, undecided: 0, skip: totals.rows })
    },
  )

  test('of agreements is understood to the last word', async () => {
    const { problemKinds } = await dryRunOfExport('agreements', agreementsRegister.fields, format)
    expect(problemKinds.map(({ key }) => key)).not.toContain('imports.problems.unknownWord')
  })
})
