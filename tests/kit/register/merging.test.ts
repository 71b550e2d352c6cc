import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Volunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { everythingBut } from '#tests/support/everything.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { aPdf } from '#tests/support/sampleFiles.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const bare = { pesel: '', birthOn: null, phone: '', email: '', street: '', postCode: '', town: '' }
const enter = (over: Partial<VolunteerFields>) => api.volunteers.create(aVolunteer({ ...bare, ...over }))
const draftOf = ({ id }: { id: number }) => api.agreements.create(anAgreement({ volunteerId: id }))

function merge(kept: Volunteer, merged: Volunteer, over: object = {}) {
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return api.volunteers.merging.merge({
    keptId: kept.id,
    mergedId: merged.id,
    ...versions,
    choices: {},
    ...over,
  })
}

const everything = (keptId: number) => everythingBut(app.folder, [`volunteers/${keptId}`])

describe('merging', () => {
  test('shows both side by side and proposes the filled, and the one changed last', async () => {
    const kept = await enter({ phone: '601 234 567', town: 'Lublin' })
    const merged = await enter({ email: 'ela@example.org', town: 'Łęczna' })
    await draftOf(merged)
    const preview = await api.volunteers.merging.preview({ keptId: kept.id, mergedId: merged.id })
    expect(preview.kept.title).toBe('Łukasik Elżbieta (WOL/1/2026)')
    expect(preview.moves).toEqual([{ name: 'agreements', count: 1 }])
    expect(preview.needsReason).toBe(false)
    const proposals = preview.fields.flatMap(({ key, proposal, differs }) =>
      differs ? [`${key} ${proposal}`] : [],
    )
    expect(proposals).toEqual(['town merged', 'phone kept', 'email merged'])
  })

  test('makes one record of two, with what belonged to either', async () => {
    const kept = await enter({ phone: '601 234 567', town: 'Lublin' })
    const merged = await enter({ email: 'ela@example.org', town: 'Łęczna' })
    const [own, moved] = [await draftOf(kept), await draftOf(merged)]
    await merge(kept, merged, { choices: { town: 'kept' } })
    expect(await api.volunteers.count({})).toBe(1)
    expect(await api.volunteers.get({ id: kept.id })).toMatchObject({
      registerNumber: 'WOL/1/2026',
      phone: '601 234 567',
      email: 'ela@example.org',
      town: 'Lublin',
    })
    for (const { id } of [own, moved]) expect((await api.agreements.get({ id })).volunteerId).toBe(kept.id)
    const [line] = await api.volunteers.history({ recordId: kept.id })
    expect(line).toMatchObject({
      action: 'merged',
      changes: {
        fields: { email: ['', 'ela@example.org'], mergedRecord: [null, 'Łukasik Elżbieta (WOL/2/2026)'] },
      },
    })
    expect((await api.volunteers.history({ recordId: merged.id }))[0]?.action).toBe('mergedInto')
  })

  test('leaves the other number and the other address leading to the kept record, along every merge', async () => {
    const [last, middle, first] = [await enter({}), await enter({}), await enter({})]
    await merge(middle, first)
    await merge(last, await api.volunteers.get({ id: middle.id }))
    for (const search of ['WOL/2/2026', 'wol/3/2026', 'WOL/1/2026'])
      expect((await api.volunteers.list({ search })).rows.map(({ id }) => id)).toEqual([last.id])
    expect(await api.volunteers.merging.whereIs({ id: first.id })).toEqual({
      id: last.id,
      title: 'Łukasik Elżbieta (WOL/3/2026)',
    })
    expect(await api.volunteers.merging.whereIs({ id: last.id })).toBeNull()
    expect(await refusalOf(api.volunteers.get({ id: first.id }))).toEqual(notFoundRefusal('volunteers'))
    const into = await api.volunteers.merging.ofRecord({ id: last.id })
    expect(into.map(({ mergedTitle }) => mergedTitle)).toEqual(['Łukasik Elżbieta (WOL/2/2026)'])
  })

  test('of two people with sound PESEL numbers that differ asks for a reason, and keeps it', async () => {
    const [kept, merged] = [await enter({ pesel: '65122300348' }), await enter({ pesel: '90011512346' })]
    const ids = { keptId: kept.id, mergedId: merged.id }
    expect((await api.volunteers.merging.preview(ids)).needsReason).toBe(true)
    expect(await refusalOf(merge(kept, merged))).toEqual(fieldRefusal('reason', 'validation.required'))
    await merge(kept, merged, { reason: 'zmiana numeru PESEL', choices: { pesel: 'merged' } })
    expect((await api.volunteers.get({ id: kept.id })).pesel).toBe('90011512346')
    const [line] = await api.volunteers.history({ recordId: kept.id })
    expect(line?.changes.fields.mergeReason).toEqual([null, 'zmiana numeru PESEL'])
  })

  test('is refused for what changed since, for one with itself, and for what is not there', async () => {
    const [kept, merged] = [await enter({}), await enter({})]
    await api.volunteers.change({ ...merged, town: 'Łódź' })
    expect(await refusalOf(merge(kept, merged))).toMatchObject({
      code: 'CONFLICT',
      data: { current: { town: 'Łódź' } },
    })
    expect(await refusalOf(merge(kept, kept))).toMatchObject({ code: 'VALIDATION' })
    expect(await refusalOf(merge(kept, { ...merged, id: 4711 }))).toEqual(notFoundRefusal('volunteers'))
    expect(await api.volunteers.count({})).toBe(2)
  })

  test('is refused to who may not write, also to the head of a unit where both are', async () => {
    const unit = await api.units.create({ name: 'Klub', kind: 'branch' })
    const [kept, merged] = [await enter({}), await enter({})]
    for (const { id } of [kept, merged])
      await api.agreements.create(anAgreement({ volunteerId: id, unitId: unit.id }))
    const { id } = await merge(kept, merged)
    for (const role of ['head', 'viewer'] as const) {
      const { merging } = (await app.windowOf(role, unit.id)).volunteers
      const refusal = { code: 'FORBIDDEN', data: { permission: 'volunteers.write' } }
      expect(await refusalOf(merging.preview({ keptId: kept.id, mergedId: merged.id }))).toEqual(refusal)
      expect(await refusalOf(merging.list({}))).toEqual(refusal)
      expect(await refusalOf(merging.undo({ id }))).toEqual(refusal)
      expect(await merging.whereIs({ id: merged.id })).toMatchObject({ id: kept.id })
    }
    const other = await api.units.create({ name: 'Inny', kind: 'branch' })
    const foreign = (await app.windowOf('head', other.id)).volunteers.merging
    expect(await foreign.whereIs({ id: merged.id })).toBeNull()
    expect(await refusalOf(foreign.ofRecord({ id: kept.id }))).toEqual(notFoundRefusal('volunteers'))
  })
})

describe('undoing a merge', () => {
  test('brings everything back as it was, also after a restart', async () => {
    const kept = await enter({ phone: '601 234 567' })
    const merged = await enter({ pesel: '65122300348', email: 'ela@example.org' })
    await draftOf(merged)
    await draftOf(kept)
    await api.volunteers.notes.add({ recordId: merged.id, text: 'Zna język migowy.' })
    const content = aPdf().toString('base64')
    await api.volunteers.attachments.add({ recordId: merged.id, fileName: 'zgoda.pdf', content })
    const before = everything(kept.id)
    const { id } = await merge(kept, merged)
    expect(everything(kept.id)).not.toEqual(before)
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect(await api.volunteers.merging.undoPreview({ id })).toMatchObject({
      editedFields: [],
      movedBack: [
        { name: 'agreements', count: 1 },
        { name: 'notes', count: 1 },
        { name: 'attachments', count: 1 },
      ],
      gone: [],
      added: [],
      obstacle: null,
    })
    await api.volunteers.merging.undo({ id })
    expect(everything(kept.id)).toEqual(before)
    expect(await refusalOf(api.volunteers.merging.undo({ id }))).toEqual(notFoundRefusal('merges'))
    expect((await api.volunteers.merging.list({})).rows[0]?.undoneAt).not.toBeNull()
  })

  test('keeps what was edited and added since with the kept record, and says so before', async () => {
    const kept = await enter({ town: 'Lublin' })
    const merged = await enter({ town: 'Łęczna', email: 'ela@example.org' })
    const [moved, lost] = [await draftOf(merged), await draftOf(merged)]
    const { id } = await merge(kept, merged)
    const now = await api.volunteers.get({ id: kept.id })
    await api.volunteers.change({ ...now, phone: '601 234 567' })
    await api.agreements.removal.remove(lost)
    const added = await draftOf(kept)
    expect(await api.volunteers.merging.undoPreview({ id })).toMatchObject({
      editedFields: ['phone'],
      movedBack: [{ name: 'agreements', count: 1 }],
      gone: [{ name: 'agreements', count: 1 }],
      added: [{ name: 'agreements', count: 1 }],
    })
    await api.volunteers.merging.undo({ id })
    expect(await api.volunteers.get({ id: kept.id })).toMatchObject({
      town: 'Lublin',
      email: '',
      phone: '601 234 567',
    })
    expect(await api.volunteers.get({ id: merged.id })).toEqual(merged)
    expect((await api.agreements.get({ id: moved.id })).volunteerId).toBe(merged.id)
    expect((await api.agreements.get({ id: added.id })).volunteerId).toBe(kept.id)
  })

  test('is refused while the kept record is merged itself, or its PESEL stands elsewhere', async () => {
    const [last, middle] = [await enter({ pesel: '90011512346' }), await enter({})]
    const first = await enter({ pesel: '65122300348' })
    const one = await merge(middle, first, { choices: { pesel: 'kept' } })
    const two = await merge(last, await api.volunteers.get({ id: middle.id }))
    expect(await refusalOf(api.volunteers.merging.undo(one))).toEqual(
      ruleRefusal('duplicates.errors.keptGone'),
    )
    await api.volunteers.merging.undo(two)
    const holder = await enter({ pesel: '65122300348' })
    expect((await api.volunteers.merging.undoPreview(one)).obstacle).toBe('duplicates.errors.taken')
    expect(await refusalOf(api.volunteers.merging.undo(one))).toEqual(ruleRefusal('duplicates.errors.taken'))
    await api.volunteers.change({ ...holder, pesel: '' })
    await api.volunteers.merging.undo(one)
    expect(await api.volunteers.get({ id: first.id })).toEqual(first)
  })

  test('after a merge leaves every table as it was, whatever the records and the choices', async () => {
    const text = fc.constantFrom('', 'Łęczna', 'Żółć-Nowak', '20-001'.slice(0, 2))
    const fields = fc.record({
      surname: fc.constantFrom('Nowak', 'Łukasik-Żak', 'Zych'),
      firstNames: fc.constantFrom('Anna', 'Jan Maria'),
      birthOn: fc.constantFrom(null, '1965-12-23', '1990-01-15'),
      pesel: fc.constantFrom('', '65122300348'),
      town: text,
      street: text,
      notes: fc.string({ unit: fc.constantFrom('a', 'ż', ' ', '\n', '"') }),
      category: fc.constantFrom('pupil', 'adult', 'unknown') as fc.Arbitrary<'adult'>,
    })
    const side = fc.constantFrom('kept', 'merged') as fc.Arbitrary<'kept' | 'merged'>
    await fc.assert(
      fc.asyncProperty(
        fields,
        fields,
        fc.dictionary(fc.constantFrom('surname', 'pesel', 'town', 'notes', 'birthOn', 'category'), side),
        fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
        async (one, other, choices, [ofKept, ofMerged, notes]) => {
          const kept = await enter(one)
          const merged = await enter({ ...other, pesel: one.pesel ? '' : other.pesel })
          for (let count = 0; count < ofKept; count++) await draftOf(kept)
          for (let count = 0; count < ofMerged; count++) await draftOf(merged)
          for (let count = 0; count < notes; count++)
            await api.volunteers.notes.add({ recordId: merged.id, text: `Notatka ${count}` })
          const before = everything(kept.id)
          await api.volunteers.merging.undo(await merge(kept, merged, { choices }))
          expect(everything(kept.id)).toEqual(before)
          // The next run enters the same PESEL again.
          for (const { id } of [kept, merged]) {
            const volunteer = await api.volunteers.get({ id })
            await api.volunteers.change({ ...volunteer, pesel: '' })
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})
