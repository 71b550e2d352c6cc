import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAgreement, aVolunteer, guardian, guardians } from '#tests/support/builders.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp({ now: '2015-02-01T10:00:00Z' })
})
afterEach(() => app.close())

const names = [
  'Brzęczyszczykiewicz',
  'Grzegorzówna',
  'Hanna Tajemnicza',
  'nie z panem Sekretnym',
  'notatka o zdrowiu',
]

/** Years later: the window is locked by then. */
async function moveTo(instant: string) {
  app.clock.now = new Date(instant)
  await app.api.accounts.signIn({ login: 'admin', password })
}

/** A minor with an agreement of 2015, everything on record, a note and an attachment. */
async function aFormerVolunteer() {
  const { api } = app
  const unit = await api.units.create({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const entered = await api.volunteers.create(
    aVolunteer({
      surname: names[0] ?? '',
      firstNames: names[1] ?? '',
      pesel: '',
      birthOn: '1999-07-14',
      category: 'pupil',
      conflictNotes: names[3] ?? '',
      guardians: [{ ...guardians[0], name: names[2] ?? '' }],
      preferredUnits: [{ id: unit.id }],
      consents: [{ about: 'photo', givenOn: '2015-02-01' }],
    }),
  )
  const { id } = entered
  const draft = await api.agreements.create(
    anAgreement({
      ...guardian,
      guardianName: names[2] ?? '',
      volunteerId: id,
      unitId: unit.id,
      signatoryId: signatory.id,
      concludedOn: '2015-02-01',
      startsOn: '2015-02-01',
      endsOn: '2015-06-30',
    }),
  )
  const agreement = await api.agreements.sign(draft)
  await api.volunteers.notes.add({ recordId: id, text: names[4] ?? '' })
  return { id, agreement, unit }
}

test('personal data go after their time, from everywhere but issued documents; statistics stay', async () => {
  const { id, agreement } = await aFormerVolunteer()
  await moveTo('2025-12-31T10:00:00Z')
  expect(await app.api.volunteers.anonymising({ id })).toMatchObject({
    lastDay: '2015-06-30',
    years: 10,
    dueOn: '2026-01-01',
    ties: [],
    documents: 1,
  })
  const { version } = await app.api.volunteers.get({ id })
  expect(await refusalOf(app.api.volunteers.anonymise({ id, version }))).toMatchObject({
    code: 'RULE_BROKEN',
    data: { reason: 'volunteers.errors.retention' },
  })
  await moveTo('2026-01-01T10:00:00Z')
  const clerk = await app.windowOf('clerk')
  expect(await refusalOf(clerk.volunteers.anonymise({ id, version }))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refusalOf(app.api.volunteers.anonymise({ id, version: 99 }))).toMatchObject({
    code: 'CONFLICT',
  })
  await app.api.volunteers.anonymise({ id, version })
  await app.server.settled()

  const left = await app.api.volunteers.get({ id })
  expect(left).toMatchObject({
    surname: 'WOL/1/2015',
    firstNames: '',
    birthOn: '1999-01-01',
    category: 'pupil',
    anonymisedOn: '2026-01-01',
    guardians: [],
    consents: [],
    preferredUnits: [],
  })
  expect((await app.api.volunteers.list({ search: 'WOL/1/2015' })).rows).toHaveLength(1)
  expect((await app.api.volunteers.list({ search: 'brzęcz' })).rows).toHaveLength(0)
  expect(await app.api.agreements.get({ id: agreement.id })).toMatchObject({
    number: agreement.number,
    tasks: agreement.tasks,
    guardianName: '',
    volunteerName: expect.stringContaining('WOL/1/2015'),
  })
  expect(
    await refusalOf(app.api.volunteers.change({ ...left, surname: 'Nowak', firstNames: 'Jan' })),
  ).toMatchObject({
    code: 'RULE_BROKEN',
    data: { reason: 'volunteers.errors.anonymised' },
  })
  const [entry, ...before] = await app.api.volunteers.history({ recordId: id })
  expect(entry?.action).toBe('anonymised')
  expect(before.every(({ changes }) => Object.keys(changes.fields).length === 0)).toBe(true)

  // The one document that was issued keeps what was printed: names of the person and the guardian, and nothing else.
  const naming = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    tablesOf(sqlite).filter((table) => {
      const rows = JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all())
      return names.some((name) => rows.toLowerCase().includes(name.toLowerCase()))
    }),
  )
  expect(naming.sort()).toEqual(['document_contents', 'documents'])
  const file = readFileSync(join(app.folder, 'osrodek.db')).toString('utf8')
  for (const secret of names.slice(3)) expect(file).not.toContain(secret)
})

test('nothing is removed while something is in force or waits', async () => {
  const { id } = await aFormerVolunteer()
  const draft = await app.api.agreements.create(
    anAgreement({ volunteerId: id, concludedOn: '2026-03-01', startsOn: '2026-03-01', endsOn: '2026-12-31' }),
  )
  await moveTo('2030-01-01T10:00:00Z')
  const { version } = await app.api.volunteers.get({ id })
  expect(await refusalOf(app.api.volunteers.anonymise({ id, version }))).toMatchObject({
    data: { reason: 'volunteers.errors.stillNeeded', because: [{ key: 'agreements.draftCount' }] },
  })
  await app.api.agreements.removal.remove({ id: draft.id, version: draft.version })
  expect((await app.api.volunteers.anonymising({ id })).ties).toEqual([])
  await app.api.volunteers.anonymise({ id, version })
  // A draft in the bin named the guardian as well.
  expect((await app.api.bin.list({})).rows).toEqual([])
})

test('the centre decides how long', async () => {
  const { id } = await aFormerVolunteer()
  const { idleMinutes, binDays, version } = await app.api.settings.get()
  await app.api.settings.changeProgram({ idleMinutes, binDays, retentionYears: 5, version })
  expect(await app.api.volunteers.anonymising({ id })).toMatchObject({ years: 5, dueOn: '2021-01-01' })
  const again = await app.api.settings.get()
  await app.api.settings.changeProgram({ idleMinutes, binDays, version: again.version })
  expect((await app.api.settings.get()).retentionYears).toBe(5)
})
