import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { openDatabase } from '#main/database/database.ts'
import { availabilityOf, profileOf } from '#main/features/volunteers/volunteers.service.ts'
import type { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { aVolunteer, guardians } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let unit: { id: number; text: string }
beforeAll(async () => {
  app = await openTestApp()
  const { id, name } = await app.api.units.create({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11' })
  unit = { id, text: name }
})
afterAll(() => app.close())

type Over = Partial<z.input<typeof volunteerFields>>
let count = 0
const enter = (over: Over = {}) =>
  app.api.volunteers.create(aVolunteer({ pesel: '', surname: `Osoba${++count}`, ...over }))

const whole = (): Over => ({
  birthOn: '2010-05-05',
  category: 'pupil',
  mailStreet: 'skr. poczt. 17',
  mailPostCode: '21010',
  mailTown: 'Łęczna',
  identityDocumentKind: 'passport',
  identityDocument: 'FE123456',
  legalStatus: 'byAge',
  institutionKind: 'school',
  institution: 'Liceum nr 3',
  source: 'od znajomych',
  conflictNotes: 'nie z panem X',
  guardians: [
    { ...guardians[0], name: 'Hanna Łukasik', relation: 'parent', consentOn: '2026-11-01' },
    { name: 'Jan Łukasik', relation: 'parent', phone: '601 000 002' },
  ],
  skills: ['gra na gitarze', ' ', 'gra na gitarze', 'szycie'],
  languages: [{ name: 'angielski', level: 'b2' }],
  signLanguages: [{ system: 'pjm', level: 'basic' }],
  availability: [
    { weekday: 2, from: 960, to: 1020 },
    { weekday: 2, from: 1020, to: 1080 },
    { weekday: 1, from: 540, to: 600 },
  ],
  activityWishes: ['pomoc w lekcjach'],
  preferredUnits: [unit],
  consents: [{ about: 'photo', givenOn: '2026-11-02', keptAt: 'teczka 4' }],
})

describe('the whole record', () => {
  test('is kept as entered, each part tidied', async () => {
    const volunteer = await enter(whole())
    expect(volunteer).toMatchObject({
      mailPostCode: '21-010',
      skills: ['gra na gitarze', 'szycie'],
      availability: [
        { weekday: 1, from: 540, to: 600 },
        { weekday: 2, from: 960, to: 1080 },
      ],
      preferredUnits: [unit],
      anonymisedOn: null,
    })
    expect(await app.api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
    const { reader: db, close } = openDatabase(join(app.folder, 'osrodek.db'))
    expect(await profileOf(db, volunteer.id)).toMatchObject({ guardians: volunteer.guardians })
    const times = await availabilityOf(db, [volunteer.id, 999])
    expect([times.get(volunteer.id), times.get(999)]).toEqual([volunteer.availability, []])
    close()
  })

  test('keeps the rows of parts that a change leaves as they were', async () => {
    const volunteer = await enter(whole())
    const ids = () =>
      withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
        sqlite
          .prepare('SELECT id FROM volunteer_guardians WHERE volunteer_id = ? ORDER BY place')
          .pluck()
          .all(volunteer.id),
      )
    const before = ids()
    const turned = await app.api.volunteers.change({
      ...volunteer,
      guardians: [...volunteer.guardians].reverse(),
    })
    expect(ids()).toEqual([...before].reverse())
    expect(turned.guardians.map(({ name }) => name)).toEqual(['Jan Łukasik', 'Hanna Łukasik'])
  })

  test('hides what a viewer must not see, and notes who was shown a foreigner’s document', async () => {
    const { id } = await enter({ ...whole(), legalStatus: 'fullyIncapacitated' })
    const viewer = await app.windowOf('viewer')
    expect(await viewer.volunteers.get({ id })).toMatchObject({
      identityDocument: '',
      identityDocumentKind: '',
      legalStatus: 'byAge',
      conflictNotes: '',
      institution: 'Liceum nr 3',
    })
    const clerk = await app.windowOf('clerk')
    expect(await clerk.volunteers.get({ id })).toMatchObject({ conflictNotes: 'nie z panem X' })
    await app.server.settled()
    const rows = await app.api.volunteers.history({ recordId: id })
    expect(rows.filter(({ action }) => action === 'read')).toHaveLength(1)
  })

  test('tells the history what changed, secret parts by their names alone, and can be taken back', async () => {
    const volunteer = await enter(whole())
    const { id } = volunteer
    await app.api.volunteers.change({
      ...volunteer,
      conflictNotes: 'inna treść',
      languages: [],
      availability: [],
    })
    const [entry] = await app.api.volunteers.history({ recordId: id })
    expect(entry?.changes.secret).toEqual(['conflictNotes'])
    expect(Object.keys(entry?.changes.fields ?? {}).sort()).toEqual(['availability', 'languages'])
    expect(JSON.stringify(entry)).not.toContain('panem X')
    const state = await app.api.volunteers.undo.state({ recordId: id })
    const { version } = await app.api.volunteers.get({ id })
    await app.api.volunteers.undo.apply({ id, version, entryId: state.undo?.entryId ?? 0 })
    expect(await app.api.volunteers.get({ id })).toEqual({ ...volunteer, version: 3 })
  })

  test.each<[string, Over, string, string]>([
    [
      'a sign system twice',
      { signLanguages: [{ system: 'pjm' }, { system: 'pjm' }] },
      'signLanguages',
      'volunteers.errors.signTwice',
    ],
    [
      'hours turned round',
      { availability: [{ weekday: 1, from: 600, to: 540 }] },
      'availability.0',
      'volunteers.errors.hours',
    ],
    [
      'a guardian without name and telephone',
      { guardians: [{ name: ' ' }] },
      'guardians.0.name',
      'volunteers.errors.guardianEmpty',
    ],
    [
      'a consent withdrawn before it was given',
      { consents: [{ about: 'photo', givenOn: '2026-02-02', withdrawnOn: '2026-02-01' }] },
      'consents.0.withdrawnOn',
      'volunteers.errors.withdrawnBefore',
    ],
    [
      'a unit that is not there',
      { preferredUnits: [{ id: 999 }] },
      'preferredUnits.0',
      'validation.notFound',
    ],
  ])('refuses %s', async (_, over, field, key) => {
    expect(await refusalOf(enter(over))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
  })

  test('goes into the bin and comes back whole; a unit that it names stays', async () => {
    const volunteer = await enter(whole())
    const { id, version } = volunteer
    const removed = await app.api.volunteers.removal.remove({ id, version })
    await app.api.bin.restore({ id: removed.binId })
    expect(await app.api.volunteers.get({ id })).toEqual(volunteer)
    const preview = await app.api.units.removal.preview({ id: unit.id })
    expect(preview.reasons.map(({ key }) => key)).toContain('volunteers.held.unit')
  })
})

describe('the list', () => {
  test('finds by skills, languages, signs, days, institution and kind, and shows them', async () => {
    const { id } = await enter({
      ...whole(),
      institution: 'Technikum Łączności',
      languages: [{ name: 'łotewski' }],
      skills: ['żonglerka'],
      signLanguages: [{ system: 'skogn' }, { system: 'sjm' }],
      availability: [{ weekday: 7, from: 0, to: 60 }],
      category: 'trainee',
      engagement: 'internship',
      guardians: [{ name: 'Żaneta Wąska' }, { name: 'Piotr Niski' }],
    })
    const found = async (filters: Parameters<typeof app.api.volunteers.list>[0]['filters']) =>
      (await app.api.volunteers.list({ filters })).rows.map((row) => row.id)
    for (const filters of [
      { skills: { contains: 'zongl' } },
      { languages: { contains: 'lotew' } },
      { signLanguage: { oneOf: ['sjm' as const] } },
      { signLanguage: { oneOf: ['skogn' as const] } },
      { availableOn: { oneOf: ['7' as const] } },
      { institution: { contains: 'technikum ł' } },
      { category: { oneOf: ['trainee' as const] } },
      { engagement: { oneOf: ['internship' as const] } },
      { guardianName: { contains: 'niski' } },
      { guardianName: { contains: 'waska' } },
    ])
      expect(await found(filters), JSON.stringify(filters)).toEqual([id])
    expect(await found({ preferredUnit: { oneOf: [unit.id] } })).toContain(id)
    expect(await found({ signLanguage: { oneOf: ['none'] } })).not.toContain(id)
    const [row] = (await app.api.volunteers.list({ filters: { skills: { contains: 'zongl' } } })).rows
    expect(row).toMatchObject({
      skills: 'żonglerka',
      languages: 'łotewski',
      signLanguage: 'skogn',
      availableOn: '7',
      guardianName: 'Żaneta Wąska',
      preferredUnit: unit,
    })
    expect(
      (await app.api.volunteers.list({ search: 'niski technikum' })).rows.map((each) => each.id),
    ).toEqual([id])
  })

  test('proposes the words that the register has', async () => {
    await enter({ institutionKind: 'employer', institution: 'Spółdzielnia „Zgoda”' })
    expect((await app.api.volunteers.known()).institutions).toContain('Spółdzielnia „Zgoda”')
  })
})

describe('a merge', () => {
  test('leaves one set of each part and the consents of both, and comes apart again', async () => {
    const kept = await enter({ consents: [{ about: 'photo', givenOn: '2026-01-01' }], skills: ['szycie'] })
    const other = await enter(whole())
    const ids = { keptId: kept.id, mergedId: other.id }
    const preview = await app.api.volunteers.merging.preview(ids)
    expect(preview.moves).toContainEqual({ name: 'consents', count: 1 })
    const { id } = await app.api.volunteers.merging.merge({
      ...ids,
      keptVersion: kept.version,
      mergedVersion: other.version,
      choices: { abilities: 'kept', guardians: 'merged', availability: 'merged', preferences: 'merged' },
      reason: '',
    })
    const merged = await app.api.volunteers.get({ id: kept.id })
    expect(merged).toMatchObject({
      guardians: other.guardians,
      skills: ['szycie'],
      languages: [],
      availability: other.availability,
      preferredUnits: [unit],
    })
    expect(merged.consents).toHaveLength(2)
    const [row] = (await app.api.volunteers.list({ search: merged.surname })).rows
    expect(row).toMatchObject({ skills: 'szycie', guardianName: 'Hanna Łukasik' })
    await app.api.volunteers.merging.undo({ id })
    expect(await app.api.volunteers.get({ id: other.id })).toMatchObject({
      ...other,
      version: expect.any(Number),
    })
    expect(await app.api.volunteers.get({ id: kept.id })).toMatchObject({
      guardians: [],
      consents: kept.consents,
    })
  })
})
