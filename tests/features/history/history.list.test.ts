import { beforeEach, describe, expect, test } from 'vitest'
import { changesOf } from '#shared/features/history/history.contract.ts'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

type Request = Parameters<Api['history']['list']>[0]

/** The entries as `register action record`, in the order of the list. */
async function lines(request: Request = {}, window = api): Promise<string[]> {
  const { rows } = await window.history.list({ limit: 200, ...request })
  expect(await window.history.count({ filters: request.filters ?? {}, search: request.search ?? '' })).toBe(
    rows.length,
  )
  return rows.map(({ kind, action, record }) => [kind, action, record].filter(Boolean).join(' '))
}

describe('the history of everything', () => {
  test('has every register, the newest first, each record under its name of today', async () => {
    const { draft, volunteer } = await aSignableDraft(api)
    await api.volunteers.change({ ...volunteer, surname: 'Nowak' })
    await api.agreements.sign(draft)
    await api.agreements.removal.remove(await api.agreements.create({ ...draft, endsOn: null }))
    expect(await lines()).toEqual([
      'agreements removed Nowak Elżbieta, 01.12.2026 – …',
      'agreements created Nowak Elżbieta, 01.12.2026 – …',
      'volunteers requirements_statusChanged Nowak Elżbieta',
      'agreements signed 1/2026, Nowak Elżbieta',
      'volunteers changed Nowak Elżbieta',
      'agreements created 1/2026, Nowak Elżbieta',
      'volunteers created Nowak Elżbieta',
      'signatories created Maria Dyrektorska',
      expect.stringMatching(/^units created Świetlica nr/),
      'settings setUp',
    ])
  })

  test('is filtered by time as it is in Poland, person, register, record, act and changed field', async () => {
    const clerk = await app.windowOf('clerk')
    const first = await clerk.volunteers.create(aVolunteer())
    await api.volunteers.create(aVolunteer({ surname: 'Żółć', pesel: '' }))
    app.clock.now = new Date('2026-11-22T23:10:00Z')
    app.session.lastActiveAt = app.clock.now.getTime()
    await api.volunteers.change({ ...first, phone: '601 000 001' })
    const today = { from: '2026-11-23', to: '2026-11-23' }
    expect(await lines({ filters: { at: today } })).toEqual(['volunteers changed Łukasik Elżbieta'])
    expect(await lines({ filters: { kind: { oneOf: ['volunteers'] }, at: { to: '2026-11-22' } } })).toEqual([
      'volunteers created Żółć Elżbieta',
      'volunteers created Łukasik Elżbieta',
    ])
    const [person] = await api.history.options({ field: 'user', contains: 'osoba' })
    expect(person?.text).toBe('Osoba clerk')
    const ofClerk = { user: { oneOf: [person?.id ?? 0] }, kind: { oneOf: ['volunteers'] } }
    expect(await lines({ filters: ofClerk })).toEqual(['volunteers created Łukasik Elżbieta'])
    expect(await lines({ filters: { record: { contains: 'zolc' } } })).toEqual([
      'volunteers created Żółć Elżbieta',
    ])
    expect(await lines({ filters: { record: { contains: 'osoba clerk' } } })).toContain(
      'accounts created Osoba clerk',
    )
    expect(
      await lines({ filters: { action: { oneOf: ['changed'] }, changes: { contains: 'telef' } } }),
    ).toEqual(['volunteers changed Łukasik Elżbieta'])
    expect(await lines({ search: 'lukasik' })).toEqual([
      'volunteers changed Łukasik Elżbieta',
      'volunteers created Łukasik Elżbieta',
    ])
  })

  test('tells of what was merged under its name, also to a head who reaches the record that stayed', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    const kept = await api.volunteers.create(aVolunteer({ surname: 'Nowak', pesel: '' }))
    const merged = await api.volunteers.create(aVolunteer({ surname: 'Żółć', pesel: '' }))
    await api.agreements.create(anAgreement({ volunteerId: kept.id, unitId: unit.id }))
    const versions = { keptVersion: kept.version, mergedVersion: merged.version }
    const ids = { keptId: kept.id, mergedId: merged.id }
    const { id } = await api.volunteers.merging.merge({ ...ids, ...versions, choices: { surname: 'kept' } })
    const ofMerged = { filters: { record: { contains: 'zolc' } } }
    const told = [
      'volunteers mergedInto Żółć Elżbieta (WOL/2/2026)',
      'volunteers created Żółć Elżbieta (WOL/2/2026)',
    ]
    expect(await lines(ofMerged)).toEqual(told)
    expect(await lines(ofMerged, await app.windowOf('head', unit.id))).toEqual(told)
    const other = await api.units.create({ name: 'Filia' })
    expect(await lines(ofMerged, await app.windowOf('head', other.id))).toEqual([])
    await api.volunteers.merging.undo({ id })
    expect((await lines(ofMerged))[0]).toBe('volunteers mergeUndone Żółć Elżbieta')
  })

  test('leaves as a file in words, and keeps back what secret fields held', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    await api.volunteers.change({ ...volunteer, pesel: '', birthOn: null, town: 'Łódź' })
    const filters = { action: { oneOf: ['changed'] } }
    const file = await api.history.export({
      filters,
      columns: ['at', 'user', 'record', 'changes'],
      format: 'csv',
    })
    const text = Buffer.from(file.content, 'base64').toString()
    expect(text.split('\r\n')[1]).toBe(
      '"22.11.2026, 11:00";"Anna Administrator";"Łukasik Elżbieta";"Data urodzenia: 23.12.1965 → –; Miejscowość: Łęczna → Łódź; PESEL: zmieniono (treść zastrzeżona)"',
    )
    const { rows } = await api.history.list({ filters })
    expect(rows.map(changesOf)).toEqual([
      { fields: { birthOn: ['1965-12-23', null], town: ['Łęczna', 'Łódź'] }, secret: ['pesel'] },
    ])
    expect(JSON.stringify(await api.history.list({}))).not.toContain('65122300348')
    expect(await lines({ filters: { changes: { contains: '65122300348' } } })).toEqual([])
  })

  test('also shows the ways out of a list that somebody took', async () => {
    await api.volunteers.export({ columns: ['name'], format: 'csv' })
    const { rows } = await api.history.list({ filters: { action: { oneOf: ['listExported'] } } })
    expect(rows.map(({ kind }) => kind)).toEqual(['volunteers'])
  })

  test('and tells of them and of all else on paper and in files in the words of the screen', async () => {
    await api.volunteers.create(aVolunteer())
    await api.volunteers.export({ columns: ['name'], format: 'csv' })
    const file = await api.history.export({
      filters: { kind: { oneOf: ['volunteers'] } },
      columns: ['action', 'changes'],
      sort: 'at',
      direction: 'ascending',
      format: 'csv',
    })
    const [, created, exported] = Buffer.from(file.content, 'base64').toString().split('\r\n')
    expect(created).toMatch(/^"dodano do rejestru";/)
    expect(created).not.toContain('– → –')
    expect(exported).toContain('Kolumny: – → Nazwisko i imię;')
  })
})

describe('who reads the history of everything', () => {
  test('a clerk what registers hold, but neither accounts nor settings', async () => {
    await aSignableDraft(api)
    const kinds = new Set((await (await app.windowOf('clerk')).history.list({})).rows.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['agreements', 'units', 'volunteers'])
  })

  test('a head what belongs to the own unit', async () => {
    const own = await aSignableDraft(api)
    const other = await aSignableDraft(api)
    await api.volunteers.change({ ...other.volunteer, surname: 'Obca' })
    const head = await app.windowOf('head', own.unit.id)
    const found = await lines({}, head)
    expect(found.filter((line) => !line.startsWith('units'))).toEqual([
      'agreements created Łukasik Elżbieta',
      'volunteers created Łukasik Elżbieta',
    ])
  })

  test('staff of HR that of units; a supervisor and a viewer nothing', async () => {
    await aSignableDraft(api)
    const hr = await app.windowOf('hr')
    expect(await lines({}, hr)).toEqual([expect.stringMatching(/^units created/)])
    for (const role of ['supervisor', 'viewer'] as const)
      expect(await refusalOf((await app.windowOf(role)).history.list({}))).toMatchObject({
        code: 'FORBIDDEN',
      })
  })
})
