import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { anAgreement, aSignableDraft, aVolunteer, guardian, shortTerm } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

/** A signable draft for the same unit and signatory as another one, and a volunteer of its own. */
async function anotherDraft(
  like: { unitId: number | null; signatoryId: number | null },
  concludedOn?: string,
) {
  const volunteer = await api.volunteers.create(aVolunteer({ pesel: '' }))
  const { unitId, signatoryId } = like
  const over = { volunteerId: volunteer.id, unitId, signatoryId, ...(concludedOn && { concludedOn }) }
  return api.agreements.create(anAgreement(over))
}

/** Does something to the database behind the program's back. */
function behindTheBack(sql: string): void {
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => sqlite.exec(sql))
}

describe('a draft', () => {
  test('is kept as it was entered, without a number and without a document', async () => {
    const { draft, unit, signatory } = await aSignableDraft(api, { ...shortTerm, ...guardian, noticeDays: 7 })
    expect(draft).toMatchObject({
      ...shortTerm,
      ...guardian,
      tasks: ['pomoc dzieciom w odrabianiu lekcji', 'prowadzenie zajęć świetlicowych'],
      weeklyMinutes: 150,
      noticeDays: 7,
      status: 'draft',
      number: null,
      documentId: null,
      isPaper: false,
      volunteerName: 'Łukasik Elżbieta',
      volunteerBirthOn: '1970-05-05',
      unitName: unit.name,
      signatoryName: signatory.fullName,
      version: 1,
    })
    expect(await api.agreements.get({ id: draft.id })).toEqual(draft)
  })

  test('may be all but empty', async () => {
    const { id } = await api.volunteers.create(aVolunteer())
    const days = { concludedOn: '2026-11-22', startsOn: '2026-12-01' }
    const draft = await api.agreements.create({ volunteerId: id, ...days })
    expect(draft).toMatchObject({ unitId: null, tasks: [], endsOn: null, unitName: null })
  })

  test('is changed, once for each version', async () => {
    const { draft } = await aSignableDraft(api)
    const changed = await api.agreements.change({ ...draft, tasks: ['rozmowa'], endsOn: null })
    expect(changed).toMatchObject({ tasks: ['rozmowa'], endsOn: null, version: 2 })
    expect(await refusalOf(api.agreements.change({ ...draft, noticeDays: 0 }))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await api.agreements.get({ id: draft.id })).toEqual(changed)
  })

  test('that two windows change at the same moment is changed by one', async () => {
    const { draft } = await aSignableDraft(api)
    const outcomes = await Promise.allSettled([
      api.agreements.change({ ...draft, noticeDays: 1 }),
      api.agreements.change({ ...draft, noticeDays: 2 }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await api.agreements.get({ id: draft.id })).toMatchObject({ version: 2 })
  })

  test('names only what exists', async () => {
    const { draft } = await aSignableDraft(api)
    for (const field of ['unitId', 'signatoryId', 'volunteerId'] as const) {
      const refusal = fieldRefusal(field, 'validation.notFound')
      expect(await refusalOf(api.agreements.create({ ...draft, [field]: 4711 }))).toEqual(refusal)
      expect(await refusalOf(api.agreements.change({ ...draft, [field]: 4711 }))).toEqual(refusal)
    }
    expect(await refusalOf(api.agreements.change({ ...draft, id: 4711 }))).toEqual(
      notFoundRefusal('agreements'),
    )
  })

  test('is removed for good, once for each version', async () => {
    const { draft } = await aSignableDraft(api)
    const changed = await api.agreements.change({ ...draft, noticeDays: 1 })
    expect(await refusalOf(api.agreements.removal.remove(draft))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    await api.agreements.removal.remove(changed)
    const missing = notFoundRefusal('agreements')
    expect(await refusalOf(api.agreements.get({ id: draft.id }))).toEqual(missing)
    expect(await refusalOf(api.agreements.removal.remove(changed))).toEqual(missing)
    expect(await refusalOf(api.agreements.sign(changed))).toEqual(missing)
    expect(await api.agreements.count({})).toBe(0)
    expect(await api.agreements.count({ search: 'swietlica' })).toBe(0)
  })

  test('that was removed leaves its number in the file and its history to nobody else', async () => {
    const { draft } = await aSignableDraft(api, { notes: 'tylko o pierwszym' })
    await api.agreements.removal.remove(draft)
    const next = await anotherDraft(draft)
    const lines = await api.agreements.history({ recordId: next.id })
    expect(lines.map(({ action }) => action)).toEqual(['created'])
    expect(JSON.stringify(lines)).not.toContain('tylko o pierwszym')
    const old = await api.agreements.history({ recordId: draft.id })
    expect(old.map(({ action }) => action)).toEqual(['removed', 'created'])
  })
})

describe('what cannot be taken', () => {
  const long = 'x'.repeat(10_000)
  const wrong: [Partial<Record<keyof AgreementFields, unknown>>, string, string][] = [
    [{ endsOn: '2026-11-30' }, 'endsOn', 'validation.endBeforeStart'],
    [{ nnwFrom: '2026-12-02', nnwTo: '2026-12-01' }, 'nnwTo', 'validation.endBeforeStart'],
    [{ startsOn: '2027-02-29' }, 'startsOn', 'validation.day'],
    [{ startsOn: '' }, 'startsOn', 'validation.day'],
    [{ concludedOn: null }, 'concludedOn', 'validation.required'],
    [{ weeklyMinutes: 0 }, 'weeklyMinutes', 'validation.tooSmall'],
    [{ weeklyMinutes: 10_095 }, 'weeklyMinutes', 'validation.tooLarge'],
    [{ weeklyMinutes: 61 }, 'weeklyMinutes', 'validation.invalid'],
    [{ noticeDays: -1 }, 'noticeDays', 'validation.tooSmall'],
    [{ noticeDays: 91 }, 'noticeDays', 'validation.tooLarge'],
    [{ tasks: ['x'.repeat(401)] }, 'tasks.0', 'validation.tooLong'],
    [{ tasks: Array(21).fill('x') }, 'tasks', 'validation.tooLarge'],
    [{ travelCosts: 'paid' }, 'travelCosts', 'validation.invalid'],
    [{ unitId: 1.5 }, 'unitId', 'validation.required'],
    [{ guardianPhone: '12' }, 'guardianPhone', 'validation.phone'],
    ...(['schedule', 'concludedIn', 'nnwInsurer', 'nnwPolicy', 'waiverScope', 'coordinator'] as const).map(
      (field): [object, string, string] => [{ [field]: long }, field, 'validation.tooLong'],
    ),
    [{ guardianName: long }, 'guardianName', 'validation.tooLong'],
    [{ notes: long }, 'notes', 'validation.tooLong'],
  ]

  test.each(wrong)('%j is refused beside its field', async (over, field, key) => {
    const days = { volunteerId: 1, concludedOn: '2026-11-22', startsOn: '2026-12-01' }
    const refusal = await refusalOf(api.agreements.create({ ...days, ...over } as AgreementFields))
    expect(refusal).toMatchObject({ code: 'VALIDATION', data: { fields: { [field]: { key } } } })
  })
})

describe('a signed agreement', () => {
  test('is neither changed, nor removed, nor signed again', async () => {
    const { draft } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    const refusal = ruleRefusal('agreements.errors.notDraft')
    for (const row of [draft, signed]) {
      expect(await refusalOf(api.agreements.change(row))).toEqual(refusal)
      expect(await refusalOf(api.agreements.removal.remove(row))).toMatchObject({
        data: { reason: 'bin.errors.held', because: [{ key: 'agreements.held.concluded' }] },
      })
      expect(await refusalOf(api.agreements.sign(row))).toEqual(refusal)
    }
    expect(await api.agreements.get({ id: draft.id })).toEqual(signed)
    expect(await api.documents.count({})).toBe(1)
  })

  test('is cancelled with a reason, once, and keeps its number and its document', async () => {
    const { draft } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    const pdf = await api.documents.savePdf({ id: signed.documentId ?? 0 })
    const blank = await refusalOf(api.agreements.cancel({ ...signed, reason: '  ' }))
    expect(blank).toEqual(fieldRefusal('reason', 'validation.required'))
    const stale = await refusalOf(api.agreements.cancel({ ...draft, reason: 'pomyłka' }))
    expect(stale).toEqual({ code: 'CONFLICT', data: { current: signed } })

    const cancelled = await api.agreements.cancel({ ...signed, reason: 'pomyłka' })
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: 'pomyłka', number: signed.number })
    const again = await refusalOf(api.agreements.cancel({ ...cancelled, reason: 'jeszcze raz' }))
    expect(again).toEqual(ruleRefusal('agreements.errors.notSigned'))
    expect(await api.documents.savePdf({ id: signed.documentId ?? 0 })).toEqual(pdf)
    expect(await api.agreements.sign(await anotherDraft(draft))).toMatchObject({ number: '2/2026' })
  })

  test('is what a draft is not: a draft is removed, not cancelled', async () => {
    const { draft } = await aSignableDraft(api)
    expect(await refusalOf(api.agreements.cancel({ ...draft, reason: 'pomyłka' }))).toEqual(
      ruleRefusal('agreements.errors.notSigned'),
    )
  })
})

describe('the history', () => {
  test('says of each step who took it, when, and what was before and after', async () => {
    const { draft } = await aSignableDraft(api)
    app.clock.now = new Date('2026-11-22T10:01:00Z')
    const changed = await api.agreements.change({ ...draft, noticeDays: 7 })
    const signed = await api.agreements.sign(changed)
    await api.documents.printDocument({ id: signed.documentId ?? 0 })
    await api.documents.savePdf({ id: signed.documentId ?? 0 })
    await api.agreements.cancel({ ...signed, reason: 'pomyłka' })
    const lines = await api.agreements.history({ recordId: draft.id })
    expect(lines.map(({ action, changes }) => [action, changes.fields])).toEqual([
      ['cancelled', { status: ['signed', 'cancelled'], cancelReason: ['', 'pomyłka'] }],
      ['exported', {}],
      ['printed', {}],
      ['signed', { status: ['draft', 'signed'], number: [null, '1/2026'] }],
      ['changed', { noticeDays: [14, 7] }],
      ['created', expect.objectContaining({ noticeDays: [null, 14], startsOn: [null, '2026-12-01'] })],
    ])
    expect(new Set(lines.map(({ userName }) => userName))).toEqual(new Set(['Anna Administrator']))
    expect(lines.map(({ at }) => at.slice(14, 16))).toEqual(['01', '01', '01', '01', '01', '00'])
  })

  test('and the change are one: where one cannot be written, neither is', async () => {
    const { draft } = await aSignableDraft(api)
    const signed = await api.agreements.sign(await anotherDraft(draft))
    behindTheBack(
      `CREATE TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'no more room'); END`,
    )
    for (const call of [
      api.agreements.create(draft),
      api.agreements.change({ ...draft, noticeDays: 1 }),
      api.agreements.sign(draft),
      api.agreements.removal.remove(draft),
      api.agreements.cancel({ ...signed, reason: 'pomyłka' }),
    ])
      expect(await refusalOf(call)).toMatchObject({ code: 'INTERNAL' })
    expect(await api.agreements.get({ id: draft.id })).toEqual(draft)
    expect(await api.agreements.get({ id: signed.id })).toEqual(signed)
    expect(await api.agreements.count({})).toBe(2)
    expect(await api.documents.count({})).toBe(1)
    behindTheBack('DROP TRIGGER full')
    expect(await api.agreements.sign(draft)).toMatchObject({ number: '2/2026' })
  })
})
