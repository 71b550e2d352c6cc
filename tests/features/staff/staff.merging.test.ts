import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import { aMember } from '#tests/support/builders.ts'
import { everythingBut } from '#tests/support/everything.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let clerkId: number
let workerId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  clerkId = (await api.positions.create({ name: 'referent', staffGroup: 'administration' })).id
  workerId = (await api.positions.create({ name: 'pracownik socjalny', staffGroup: 'socialWorkers' })).id
  return () => app.close()
})

const enter = (over: Partial<Parameters<typeof aMember>[0]> = {}) =>
  api.staff.create(aMember({ positionId: clerkId, phone: '', email: '', ...over }))
const now = ({ id }: { id: number }) => api.staff.get({ id })

function merge(kept: StaffMember, merged: StaffMember, choices: object = {}, window: Api = api) {
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return window.staff.merging.merge({ keptId: kept.id, mergedId: merged.id, ...versions, choices } as never)
}

describe('who of the staff may stand in the register twice', () => {
  test('is told while one types: by name in any order, number, telephone, e-mail', async () => {
    await enter({ personalNumber: '017', phone: '601 234 567', email: 'hanna@example.org' })
    const reasons = async (typed: object) =>
      (await api.staff.duplicates.likely(typed)).map(({ score, reasons: why }) => [score, ...why])
    expect(await reasons({ surname: 'Hanna', firstNames: 'zolkiewska' })).toEqual([[50, 'nameTurned']])
    expect(await reasons({ surname: 'Inna', firstNames: 'Ewa', number: '17' })).toEqual([[45, 'number']])
    expect(await reasons({ surname: 'Żółkiewski', firstNames: 'Hanna', phone: '+48 601234567' })).toEqual([
      [55, 'mistypedName', 'phone'],
    ])
    expect(
      await reasons({ surname: 'Inna', firstNames: 'Ewa', phone: '601 234 567', email: 'HANNA@example.org' }),
    ).toEqual([[50, 'email', 'phone']])
    expect(await reasons({ surname: 'Inna', firstNames: 'Ewa' })).toEqual([])
  })

  test('is found over the register, by the name of an account only for who manages accounts', async () => {
    const married = await enter({ surname: 'Nowak', phone: '601 234 567' })
    await api.staff.createAccount({ ...married, login: 'hanna', role: 'clerk', password })
    const { version, ...renamed } = await now(married)
    await api.staff.change({ ...renamed, version, surname: 'Zych' })
    await enter({ surname: 'Nowak', phone: '601 234 567' })
    const found = async (window: Api) => {
      await window.staff.duplicates.search()
      while ((await window.staff.duplicates.progress()).running) await new Promise(setImmediate)
      return (await window.staff.duplicates.pairs({})).rows.map(({ reasons }) => reasons)
    }
    expect(await found(api)).toEqual([['account', 'phone', 'firstNames']])
    expect(await found(await app.windowOf('hr'))).toEqual([])
  })
})

describe('merging two members of staff', () => {
  test('shows fields and posts side by side, and what moves', async () => {
    const unit = await api.units.create({ name: 'Filia nr 1', kind: 'branch' })
    const kept = await enter({ personalNumber: '1', phone: '601 234 567' })
    const merged = await enter({ personalNumber: '2', positionId: workerId, unitId: unit.id })
    await api.units.change({ ...unit, headId: merged.id })
    await api.staff.createAccount({ ...merged, login: 'hanna', role: 'clerk', password })
    const preview = await api.staff.merging.preview({ keptId: kept.id, mergedId: merged.id })
    expect(preview.merged.title).toBe('Żółkiewska Hanna (2)')
    expect(preview.moves).toEqual([
      { name: 'headed', count: 1 },
      { name: 'accounts', count: 1 },
    ])
    expect(preview.obstacles).toEqual([])
    expect(preview.fields.flatMap(({ key, differs }) => (differs ? [key] : []))).toEqual([
      'personalNumber',
      'phone',
      'posts',
    ])
    expect(preview.fields.find(({ key }) => key === 'posts')).toMatchObject({
      kept: ['referent'],
      merged: ['pracownik socjalny, Filia nr 1'],
      proposal: 'kept',
    })
  })

  test('leaves one record with the chosen posts, the account, and the unit that the other led', async () => {
    const unit = await api.units.create({ name: 'Filia nr 1', kind: 'branch' })
    const kept = await enter({ personalNumber: 'A1', employedTo: '2027-03-31' })
    const merged = await enter({ personalNumber: 'B2', positionId: workerId, unitId: unit.id })
    await api.units.change({ ...unit, headId: merged.id })
    await api.staff.createAccount({ ...merged, login: 'hanna', role: 'clerk', password })
    await merge(kept, await now(merged), { posts: 'merged', personalNumber: 'merged', employedTo: 'kept' })
    expect(await now(kept)).toMatchObject({
      personalNumber: 'B2',
      position: { id: workerId },
      unit: { id: unit.id },
      staffGroup: 'socialWorkers',
      employedTo: '2027-03-31',
    })
    expect((await api.units.get({ id: unit.id })).headId).toBe(kept.id)
    expect(await api.staff.account({ id: kept.id })).toMatchObject({ login: 'hanna', endsOn: '2027-03-31' })
    expect((await api.staff.posts({ id: kept.id })).map(({ positionName }) => positionName)).toEqual([
      'pracownik socjalny',
    ])
    // Both numbers lead to the record, the one it no longer has as well.
    for (const search of ['a1', 'b2']) expect(await api.staff.count({ search })).toBe(1)
    expect(await api.staff.merging.whereIs({ id: merged.id })).toMatchObject({ id: kept.id })
    const [line] = await api.staff.history({ recordId: kept.id })
    expect(line?.changes.fields).toMatchObject({
      posts: [['referent'], ['pracownik socjalny, Filia nr 1']],
      mergedRecord: [null, 'Żółkiewska Hanna (B2)'],
    })
  })

  test('is refused with every reason: two accounts, two employments with a time between them', async () => {
    const kept = await enter({ employedFrom: '2010-01-01', employedTo: '2015-06-30' })
    const merged = await enter({ employedFrom: '2018-01-01' })
    await api.staff.createAccount({ ...kept, login: 'hanna', role: 'clerk', password })
    await api.staff.createAccount({ ...merged, login: 'hanna2', role: 'clerk', password })
    const because = [{ key: 'staff.errors.mergeAccounts' }, { key: 'staff.errors.mergeEmployments' }]
    const ids = { keptId: kept.id, mergedId: merged.id }
    expect((await api.staff.merging.preview(ids)).obstacles).toEqual(because)
    expect(await refusalOf(merge(await now(kept), await now(merged)))).toEqual({
      code: 'RULE_BROKEN',
      data: { reason: 'duplicates.errors.notMergeable', because },
    })
    expect(await api.staff.count({})).toBe(2)
  })

  test('is refused where the chosen days and posts do not fit each other', async () => {
    const kept = await enter({ employedFrom: '2020-02-01', employedTo: null })
    const changed = await api.staff.changePostFrom({ ...kept, fromOn: '2024-01-01', positionId: workerId })
    const merged = await enter({ employedFrom: '2019-01-01', employedTo: '2021-12-31' })
    expect(await refusalOf(merge(changed, merged, { posts: 'kept', employedTo: 'merged' }))).toEqual(
      fieldRefusal('employedTo', 'staff.errors.endsBeforePost'),
    )
    const left = await enter({ employedFrom: '2019-01-01', employedTo: '2020-01-31' })
    const back = await enter({ employedFrom: '2020-02-01' })
    expect(await refusalOf(merge(back, left, { employedFrom: 'kept', employedTo: 'merged' }))).toEqual(
      fieldRefusal('employedTo', 'validation.endBeforeStart'),
    )
  })

  test('is refused to who may not write staff', async () => {
    const [kept, merged] = [await enter(), await enter()]
    for (const role of ['clerk', 'supervisor', 'viewer'] as const) {
      const window = await app.windowOf(role)
      const refusal = { code: 'FORBIDDEN', data: { permission: 'staff.write' } }
      expect(await refusalOf(merge(kept, merged, {}, window))).toEqual(refusal)
      expect(await refusalOf(window.staff.duplicates.likely({}))).toEqual(refusal)
      expect(await refusalOf(window.staff.duplicates.search())).toEqual(refusal)
    }
    const { id } = await merge(kept, merged, {}, await app.windowOf('hr'))
    expect(await refusalOf((await app.windowOf('clerk')).staff.merging.undo({ id }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('undoing a merge of two members of staff', () => {
  test('gives the account back with its last day, and the unit that the other led', async () => {
    const unit = await api.units.create({ name: 'Filia nr 1', kind: 'branch' })
    const kept = await enter({ employedTo: '2027-03-31' })
    const merged = await enter({ unitId: unit.id })
    await api.units.change({ ...unit, headId: merged.id })
    const linked = await api.staff.createAccount({ ...merged, login: 'hanna', role: 'clerk', password })
    const changed = [`staff/${kept.id}`, `users/${linked.userId}`]
    const before = everythingBut(app.folder, changed)
    const { id } = await merge(kept, linked, { employedTo: 'kept', posts: 'merged' })
    await api.staff.merging.undo({ id })
    expect(everythingBut(app.folder, changed)).toEqual(before)
    expect(await api.staff.account(merged)).toMatchObject({ login: 'hanna', endsOn: null })
  })

  test('leaves the posts that were changed since, and gives the other its own', async () => {
    const [kept, merged] = [await enter(), await enter({ positionId: workerId })]
    const { id } = await merge(kept, merged, { posts: 'merged' })
    await api.staff.changePostFrom({ ...(await now(kept)), fromOn: '2024-01-01', positionId: clerkId })
    expect(await api.staff.merging.undoPreview({ id })).toMatchObject({ editedFields: ['posts'] })
    await api.staff.merging.undo({ id })
    const names = async (of: StaffMember) =>
      (await api.staff.posts({ id: of.id })).map(({ positionName }) => positionName)
    expect(await names(kept)).toEqual(['referent', 'pracownik socjalny'])
    expect(await names(merged)).toEqual(['pracownik socjalny'])
    expect((await now(merged)).position.id).toBe(workerId)
  })

  test('is refused while somebody else has the number or the account', async () => {
    const [kept, merged] = [await enter(), await enter({ personalNumber: 'B2' })]
    const linked = await api.staff.createAccount({ ...merged, login: 'hanna', role: 'clerk', password })
    const one = await merge(kept, linked)
    const other = await enter()
    await api.staff.linkAccount({ ...(await now(kept)), userId: null })
    const holder = await api.staff.linkAccount({ ...other, userId: linked.userId })
    expect(await refusalOf(api.staff.merging.undo(one))).toEqual(ruleRefusal('duplicates.errors.taken'))
    await api.staff.linkAccount({ ...holder, userId: null })
    await api.staff.merging.undo(one)
    expect(await now(merged)).toMatchObject({ personalNumber: 'B2', userId: linked.userId })
    expect(await refusalOf(api.staff.merging.undo(one))).toEqual(notFoundRefusal('merges'))
  })

  test('leaves every table as it was, whatever the records and the choices', async () => {
    const units = [null, (await api.units.create({ name: 'Filia nr 1', kind: 'branch' })).id]
    const member = fc.record({
      surname: fc.constantFrom('Nowak', 'Łukasik-Żak'),
      employedFrom: fc.constantFrom(null, '2020-02-01', '2021-05-01'),
      employedTo: fc.constantFrom(null, '2028-12-31'),
      positionId: fc.constantFrom(clerkId, workerId),
      unitId: fc.constantFrom(...units),
      phone: fc.constantFrom('', '601 234 567'),
      roles: fc.subarray(['supervisor', 'expert'] as const),
      isFieldWorker: fc.boolean(),
    })
    const side = fc.constantFrom('kept', 'merged')
    const record = fc.record({
      member,
      laterPost: fc.boolean(),
      leads: fc.boolean(),
      notes: fc.nat(2),
    })
    const keys = fc.constantFrom('surname', 'personalNumber', 'employedTo', 'posts', 'roles', 'phone')
    await fc.assert(
      fc.asyncProperty(
        record,
        record,
        fc.constantFrom('neither', 'kept', 'merged'),
        fc.dictionary(keys, side),
        async (one, other, account, choices) => {
          const sides = { kept: one, merged: other }
          const entered: Record<string, StaffMember> = {}
          for (const [name, { member: fields, laterPost, leads, notes }] of Object.entries(sides)) {
            let of = await enter({ ...fields, roles: [...fields.roles] })
            if (laterPost)
              of = await api.staff.changePostFrom({ ...of, fromOn: '2024-01-01', positionId: workerId })
            if (leads)
              await api.units.create({ name: `Punkt ${Math.random()}`, kind: 'point', headId: of.id })
            for (let count = 0; count < notes; count++)
              await api.staff.notes.add({ recordId: of.id, text: 'Notatka' })
            if (account === name)
              of = await api.staff.createAccount({
                ...of,
                login: `konto${Math.random()}`,
                role: 'viewer',
                password,
              })
            entered[name] = of
          }
          const { kept, merged } = entered as { kept: StaffMember; merged: StaffMember }
          const changed = [`staff/${kept.id}`, `users/${kept.userId ?? merged.userId}`]
          const before = everythingBut(app.folder, changed)
          const { id } = await merge(kept, merged, choices)
          await api.staff.merging.undo({ id })
          expect(everythingBut(app.folder, changed)).toEqual(before)
        },
      ),
      { numRuns: 15 },
    )
  })
})
