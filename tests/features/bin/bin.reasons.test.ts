import { beforeEach, describe, expect, test } from 'vitest'
import { aMember, anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('before it is removed', () => {
  const group = 'socialWorkers' as const
  const position = () => api.positions.create({ name: `Stanowisko ${Math.random()}`, staffGroup: group })

  test('a record tells what would go with it, without what was removed of it', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    const draft = await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Jedna.' })
    await api.agreements.notes.add({ recordId: draft.id, text: 'Druga.' })
    const gone = await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Trzecia.' })
    await api.volunteers.notes.remove(gone)
    expect(await api.volunteers.removal.preview({ id: volunteer.id })).toEqual({
      title: 'Łukasik Elżbieta (WOL/1/2026)',
      goes: [
        { key: 'duplicates.rows.notes', params: { count: 2 } },
        { key: 'agreements.draftCount', params: { count: 2 } },
      ],
      reasons: [],
      days: 90,
    })
  })

  test('a unit tells everything that refers to it, by name as far as the caller may read it', async () => {
    const { unit, draft } = await aSignableDraft(api)
    await api.agreements.sign(draft)
    const section = await api.units.create({ name: 'Sekcja', parentId: unit.id })
    const member = await api.staff.create(aMember({ positionId: (await position()).id, unitId: unit.id }))
    await app.windowOf('head', unit.id)
    const expected = [
      { key: 'units.held.parent', records: [{ kind: 'units', id: section.id, title: 'Sekcja' }] },
      { key: 'staff.held.unit', records: [{ kind: 'staff', id: member.id, title: 'Żółkiewska Hanna' }] },
      {
        key: 'agreements.held.unit',
        records: [{ kind: 'agreements', id: draft.id, title: '1/2026, Łukasik Elżbieta' }],
      },
      { key: 'documents.held.unit', records: [] },
      { key: 'accounts.held.unit', records: [] },
    ].map((reason) => ({ ...reason, params: { count: 1 } }))
    expect((await api.units.removal.preview({ id: unit.id })).reasons).toEqual(expected)
    const hr = await app.windowOf('hr')
    expect((await hr.units.removal.preview({ id: unit.id })).reasons).toEqual(
      expected.map((reason) => (reason.key === 'agreements.held.unit' ? { ...reason, records: [] } : reason)),
    )
    expect(await refusalOf(api.units.removal.remove(unit))).toMatchObject({
      data: { reason: 'bin.errors.held', because: expected.map(({ key, params }) => ({ key, params })) },
    })
  })

  test('somebody of the staff who heads a unit or has an account tells so', async () => {
    const member = await api.staff.create(aMember({ positionId: (await position()).id }))
    const unit = await api.units.create({ name: 'Dział', headId: member.id })
    await api.units.reorganise({ ...unit, headId: null, fromOn: '2026-12-01' })
    const account = await api.accounts.create({
      login: 'hanna',
      fullName: 'Hanna Żółkiewska',
      role: 'clerk',
      unitId: null,
      password,
    })
    const linked = await api.staff.linkAccount({ id: member.id, version: member.version, userId: account.id })
    expect((await api.staff.removal.preview({ id: member.id })).reasons).toEqual([
      { key: 'staff.held.account', records: [] },
      {
        key: 'units.held.head',
        params: { count: 1 },
        records: [{ kind: 'units', id: unit.id, title: 'Dział' }],
      },
    ])
    expect(await refusalOf(api.staff.removal.remove(linked))).toMatchObject({ code: 'RULE_BROKEN' })
  })

  test('names five records of many, and counts all', async () => {
    const unit = await api.units.create({ name: 'Pion' })
    for (let at = 1; at <= 7; at++) await api.units.create({ name: `Dział ${at}`, parentId: unit.id })
    const [reason] = (await api.units.removal.preview({ id: unit.id })).reasons
    expect(reason?.params).toEqual({ count: 7 })
    expect(reason?.records).toHaveLength(5)
  })
})
