import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Agreement, AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { agreementLikenessRules } from '#shared/features/agreements/agreements.likeness.rules.ts'
import type { Identity } from '#shared/kit/likeness/identity.ts'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { everythingBut } from '#tests/support/everything.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

describe('how alike two agreements are', () => {
  const year = { belongsTo: '5', startsOn: '2026-01-01', endsOn: '2026-12-31' }
  test.each<[string, Identity, Identity, number, string[]]>([
    ['the same days', year, year, 70, ['volunteer', 'sameDays']],
    [
      'the same days and unit',
      { ...year, unit: 'Klub' },
      { ...year, unit: 'klub' },
      85,
      ['volunteer', 'sameDays', 'unit'],
    ],
    [
      'days that overlap, in another unit',
      { ...year, unit: 'Klub' },
      { ...year, endsOn: null, unit: 'Filia' },
      30,
      ['volunteer', 'overlap', 'otherUnit'],
    ],
    ['one after the other', year, { ...year, startsOn: '2027-01-01', endsOn: null }, 0, []],
    ['two people', year, { ...year, belongsTo: '6' }, 0, []],
    [
      'one number on paper, however it is written',
      { ...year, number: '017/2007' },
      { ...year, belongsTo: '6', number: '17/2007' },
      45,
      ['number'],
    ],
  ])('%s', (_, one, other, score, why) => {
    const { ready, of } = agreementLikenessRules
    const found = of(ready(one), ready(other))
    expect([found.score, ...found.reasons, ...found.doubts]).toEqual([score, ...why])
    expect(of(ready(other), ready(one))).toEqual(found)
  })
})

let app: TestApp
let api: Api
let volunteerId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  volunteerId = (await api.volunteers.create(aVolunteer())).id
  return () => app.close()
})

const draft = (over: Partial<AgreementFields> = {}) =>
  api.agreements.create(anAgreement({ volunteerId, ...over }))

function merge(kept: Agreement, merged: Agreement, choices: object = {}, window: Api = api) {
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return window.agreements.merging.merge({
    keptId: kept.id,
    mergedId: merged.id,
    ...versions,
    choices,
  } as never)
}

describe('agreements that may stand in the register twice', () => {
  test('are told of while one prepares a draft, and over the register, without cancelled ones', async () => {
    const first = await draft()
    await draft({ startsOn: '2028-01-01', endsOn: '2028-12-31' })
    const typed = { belongsTo: String(volunteerId), startsOn: '2026-12-01', endsOn: '2027-06-30' }
    const likely = await api.agreements.duplicates.likely(typed)
    expect(likely).toMatchObject([{ id: first.id, score: 70, reasons: ['volunteer', 'sameDays'] }])
    expect(likely[0]).toMatchObject({ surname: 'Łukasik', startsOn: '2026-12-01' })
    expect(await api.agreements.duplicates.likely({ ...typed, exceptId: first.id })).toEqual([])

    const { draft: signable } = await aSignableDraft(api, { volunteerId })
    const signed = await api.agreements.sign(signable)
    const found = async () => {
      await api.agreements.duplicates.search()
      while ((await api.agreements.duplicates.progress()).running) await new Promise(setImmediate)
      return (await api.agreements.duplicates.pairs({})).rows.map(({ first: one, second }) => [
        one.id,
        second.id,
      ])
    }
    expect(await found()).toEqual([[first.id, signed.id]])
    await api.agreements.cancel({ ...signed, reason: 'pomyłka' })
    expect(await found()).toEqual([])
  })
})

describe('merging agreements', () => {
  test('makes one draft of two, with the names of what they refer to', async () => {
    const unit = await api.units.create({ name: 'Klub', kind: 'facility' })
    const kept = await draft({ coordinator: 'Ewa Nowak', endsOn: null })
    const merged = await draft({ unitId: unit.id, tasks: ['dyżur w klubie'] })
    const preview = await api.agreements.merging.preview({ keptId: kept.id, mergedId: merged.id })
    expect(preview.kept.title).toBe('Łukasik Elżbieta, 01.12.2026')
    expect(preview.fields.filter(({ differs }) => differs)).toMatchObject([
      { key: 'endsOn', proposal: 'merged' },
      { key: 'unit', kept: null, merged: { id: unit.id, text: 'Klub' }, proposal: 'merged' },
      { key: 'tasks', proposal: 'merged' },
      { key: 'coordinator', proposal: 'kept' },
    ])
    await merge(kept, merged, { endsOn: 'kept' })
    expect(await api.agreements.get({ id: kept.id })).toMatchObject({
      endsOn: null,
      unitId: unit.id,
      tasks: ['dyżur w klubie'],
      coordinator: 'Ewa Nowak',
    })
    expect(await api.agreements.count({})).toBe(1)
  })

  test('is refused for what was concluded, and for drafts of two people', async () => {
    const { draft: signable } = await aSignableDraft(api)
    const signed = await api.agreements.sign(signable)
    const one = await draft()
    const concluded = { key: 'agreements.errors.mergeConcluded' }
    const people = { key: 'agreements.errors.mergeVolunteers' }
    for (const [kept, merged] of [
      [signed, one],
      [one, signed],
    ] as const) {
      const ids = { keptId: kept.id, mergedId: merged.id }
      expect((await api.agreements.merging.preview(ids)).obstacles).toEqual([concluded, people])
      expect(await refusalOf(merge(kept, merged))).toMatchObject({
        data: { reason: 'duplicates.errors.notMergeable', because: [concluded, people] },
      })
    }
    const other = await api.volunteers.create(aVolunteer({ pesel: '', surname: 'Inna' }))
    const foreign = await draft({ volunteerId: other.id })
    expect(await refusalOf(merge(one, foreign))).toMatchObject({ data: { because: [people] } })
  })

  test('is refused where the chosen days do not fit each other', async () => {
    const kept = await draft({ startsOn: '2026-12-01', endsOn: '2026-12-31' })
    const merged = await draft({ startsOn: '2027-02-01', endsOn: '2027-03-31' })
    expect(await refusalOf(merge(kept, merged, { startsOn: 'merged', endsOn: 'kept' }))).toEqual(
      fieldRefusal('endsOn', 'validation.endBeforeStart'),
    )
  })

  test('is refused to who may not write agreements', async () => {
    const [kept, merged] = [await draft(), await draft()]
    for (const role of ['hr', 'viewer', 'head'] as const) {
      const window = await app.windowOf(role, (await api.units.create({ name: `U${role}` })).id)
      const refusal = { code: 'FORBIDDEN', data: { permission: 'agreements.write' } }
      expect(await refusalOf(merge(kept, merged, {}, window))).toEqual(refusal)
      expect(await refusalOf(window.agreements.duplicates.search())).toEqual(refusal)
    }
  })
})

describe('undoing a merge of two drafts', () => {
  test('is refused once it was concluded', async () => {
    const { draft: kept } = await aSignableDraft(api, { volunteerId })
    const { id } = await merge(kept, await draft(), { startsOn: 'kept' })
    await api.agreements.sign(await api.agreements.get({ id: kept.id }))
    const reason = 'agreements.errors.mergedConcluded'
    expect((await api.agreements.merging.undoPreview({ id })).obstacle).toBe(reason)
    expect(await refusalOf(api.agreements.merging.undo({ id }))).toEqual(ruleRefusal(reason))
  })

  test('is refused while the volunteer was merged since, and works after that is undone', async () => {
    const [kept, merged] = [await draft(), await draft({ coordinator: 'Ewa Nowak' })]
    const drafts = await merge(kept, merged)
    const [one, other] = [await api.volunteers.create(aVolunteer({ pesel: '' })), volunteerId]
    const people = await api.volunteers.merging.merge({
      keptId: one.id,
      keptVersion: one.version,
      mergedId: other,
      mergedVersion: 1,
      choices: {},
    })
    expect(await refusalOf(api.agreements.merging.undo(drafts))).toEqual(
      ruleRefusal('duplicates.errors.followed'),
    )
    await api.volunteers.merging.undo(people)
    await api.agreements.merging.undo(drafts)
    expect(await api.agreements.get({ id: merged.id })).toEqual(merged)
  })

  test('leaves every table as it was, whatever the drafts and the choices', async () => {
    const unit = await api.units.create({ name: 'Klub', kind: 'facility' })
    const fields = fc.record({
      unitId: fc.constantFrom(null, unit.id),
      tasks: fc.subarray(['dyżur', 'zajęcia']),
      startsOn: fc.constantFrom('2026-12-01', '2026-12-15'),
      endsOn: fc.constantFrom(null, '2027-06-30'),
      weeklyMinutes: fc.constantFrom(null, 150),
      worksWithMinors: fc.boolean(),
      notes: fc.constantFrom('', 'Uwaga'),
    })
    const keys = fc.constantFrom('unit', 'tasks', 'startsOn', 'endsOn', 'weeklyMinutes', 'notes')
    await fc.assert(
      fc.asyncProperty(
        fields,
        fields,
        fc.dictionary(keys, fc.constantFrom('kept', 'merged')),
        async (one, other, choices) => {
          const [kept, merged] = [await draft(one), await draft(other)]
          await api.agreements.notes.add({ recordId: merged.id, text: 'Do podpisu w środę.' })
          const changed = [`agreements/${kept.id}`]
          const before = everythingBut(app.folder, changed)
          const { id } = await merge(kept, merged, choices)
          await api.agreements.merging.undo({ id })
          expect(everythingBut(app.folder, changed)).toEqual(before)
        },
      ),
      { numRuns: 15 },
    )
  })
})
