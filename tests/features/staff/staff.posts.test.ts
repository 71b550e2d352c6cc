import { beforeEach, describe, expect, test } from 'vitest'
import type { Position } from '#shared/features/positions/positions.contract.ts'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Unit } from '#shared/features/units/units.contract.ts'
import { aMember } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let junior: Position
let senior: Position
let unit: Unit
let member: StaffMember
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  junior = await api.positions.create({ name: 'pracownik socjalny', staffGroup: 'socialWorkers' })
  senior = await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
  unit = await api.units.create({ name: 'Filia nr 1' })
  member = await api.staff.create(aMember({ positionId: junior.id, employedFrom: '2020-02-01' }))
  return () => app.close()
})

/** The posts as `day position`, the latest first. */
const postsNow = async () =>
  (await api.staff.posts(member)).map(({ fromOn, positionName }) => `${fromOn || 'first'} ${positionName}`)

async function change(fromOn: string, positionId = senior.id) {
  const current = await api.staff.get(member)
  return api.staff.changePostFrom({ id: current.id, version: current.version, fromOn, positionId })
}

describe('a change of post', () => {
  test('in the past holds today, and leaves the post before it in the history', async () => {
    const changed = await change('2026-03-01')
    expect(changed).toMatchObject({ position: { text: 'kierownik' }, staffGroup: 'managers', version: 2 })
    expect(await postsNow()).toEqual(['2026-03-01 kierownik', 'first pracownik socjalny'])
    expect((await api.staff.history({ recordId: member.id }))[0]).toMatchObject({
      action: 'postChanged',
      changes: {
        fields: { position: ['pracownik socjalny', 'kierownik'], fromOn: ['', '2026-03-01'] },
      },
    })
  })

  test('in the future holds from its day on, also while the program is off, without another version', async () => {
    const changed = await change('2026-12-01')
    expect(changed).toMatchObject({ position: { text: 'pracownik socjalny' }, version: 2 })
    app.clock.now = new Date('2026-11-30T22:59:00Z')
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.staff.get(member)).toMatchObject({ position: { text: 'pracownik socjalny' } })
    app.clock.now = new Date('2026-11-30T23:01:00Z')
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.staff.get(member)).toMatchObject({ position: { text: 'kierownik' }, version: 2 })
    expect(await app.api.staff.count({ filters: { staffGroup: { oneOf: ['managers'] } } })).toBe(1)
  })

  test('before another one leaves that one standing', async () => {
    await change('2026-03-01')
    expect(await change('2025-05-01', junior.id)).toMatchObject({ position: { text: 'kierownik' } })
    expect(await postsNow()).toEqual([
      '2026-03-01 kierownik',
      '2025-05-01 pracownik socjalny',
      'first pracownik socjalny',
    ])
  })

  test.each([
    ['2020-02-01', 'staff.errors.postBeforeEmployment'],
    ['2019-01-01', 'staff.errors.postBeforeEmployment'],
    ['2026-10-01', 'staff.errors.postSameDay'],
    ['2027-01-01', 'staff.errors.postAfterEmployment'],
  ])('from %s is refused: %s', async (fromOn, key) => {
    const current = await change('2026-10-01')
    await api.staff.change({ ...current, employedTo: '2026-12-31' })
    expect(await refusalOf(change(fromOn))).toEqual(fieldRefusal('fromOn', key))
    expect(await postsNow()).toHaveLength(2)
  })

  test('is not into a unit that was closed before; until its last day it may be', async () => {
    const closed = await api.units.create({ name: 'Klub', validTo: '2026-06-30' })
    const moveOn = async (fromOn: string) => {
      const { id, version } = await api.staff.get(member)
      return api.staff.changePostFrom({ id, version, fromOn, positionId: senior.id, unitId: closed.id })
    }
    const refusal = fieldRefusal('unitId', 'staff.errors.unitClosed')
    expect(await refusalOf(moveOn('2026-07-01'))).toEqual(refusal)
    const [post] = await api.staff.posts(await moveOn('2026-06-30'))
    const { id, version } = await api.staff.get(member)
    const later = { id, version, postId: post?.id ?? 0, positionId: senior.id, unitId: closed.id }
    expect(await refusalOf(api.staff.correctPost({ ...later, fromOn: '2026-08-01' }))).toEqual(refusal)
    const fields = { positionId: junior.id, unitId: closed.id, surname: 'Bielska' }
    expect(await refusalOf(api.staff.create(aMember(fields)))).toEqual(refusal)
    expect(await api.staff.create(aMember({ ...fields, employedTo: '2026-05-31' }))).toMatchObject({
      unit: { text: 'Klub' },
    })
  })

  test('on a stale version is a conflict', async () => {
    const current = await change('2026-10-01')
    const stale = { ...member, fromOn: '2026-10-02', positionId: junior.id }
    expect(await refusalOf(api.staff.changePostFrom(stale))).toEqual({ code: 'CONFLICT', data: { current } })
  })

  test('keeps employment from being moved past it', async () => {
    const current = await change('2026-10-01')
    expect(await refusalOf(api.staff.change({ ...current, employedTo: '2026-09-30' }))).toEqual(
      fieldRefusal('employedTo', 'staff.errors.endsBeforePost'),
    )
    expect(await refusalOf(api.staff.change({ ...current, employedFrom: '2026-10-01' }))).toEqual(
      fieldRefusal('employedFrom', 'staff.errors.beginsAfterPost'),
    )
  })
})

describe('who has left', () => {
  test('keeps the last post, whatever was to come after', async () => {
    const current = await change('2026-10-01')
    const left = await api.staff.change({ ...current, employedTo: '2026-10-31' })
    expect(left).toMatchObject({ position: { text: 'kierownik' } })
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.staff.get(member)).toMatchObject({ position: { text: 'kierownik' } })
  })
})

describe('a correction', () => {
  test('changes the entry itself, also the first, and the row where it holds today', async () => {
    const [post] = await api.staff.posts(member)
    const corrected = await api.staff.correctPost({
      ...member,
      postId: post?.id ?? 0,
      fromOn: null,
      positionId: senior.id,
      unitId: unit.id,
      ownGroup: 'administration',
    })
    expect(corrected).toMatchObject({
      position: { text: 'kierownik' },
      unit: { text: 'Filia nr 1' },
      staffGroup: 'administration',
      hasOwnGroup: true,
    })
    expect(await postsNow()).toEqual(['first kierownik'])
    expect((await api.staff.history({ recordId: member.id }))[0]?.action).toBe('postCorrected')
  })

  test('moves the day of a later post, but not onto another nor that of the first', async () => {
    await change('2026-03-01')
    const current = await change('2026-05-01', junior.id)
    const [latest, , first] = await api.staff.posts(member)
    const entry = { id: member.id, version: current.version, positionId: junior.id }
    expect(
      await refusalOf(api.staff.correctPost({ ...entry, postId: latest?.id ?? 0, fromOn: '2026-03-01' })),
    ).toEqual(fieldRefusal('fromOn', 'staff.errors.postSameDay'))
    expect(
      await refusalOf(api.staff.correctPost({ ...entry, postId: first?.id ?? 0, fromOn: '2026-02-01' })),
    ).toEqual(fieldRefusal('fromOn', 'staff.errors.firstPost'))
    await api.staff.correctPost({ ...entry, postId: latest?.id ?? 0, fromOn: '2026-04-15' })
    expect((await postsNow())[0]).toBe('2026-04-15 pracownik socjalny')
  })

  test('removes a post that was entered by mistake, but not the first', async () => {
    const current = await change('2026-03-01')
    const [latest, first] = await api.staff.posts(member)
    const without = await api.staff.removePost({ ...current, postId: latest?.id ?? 0 })
    expect(without).toMatchObject({ position: { text: 'pracownik socjalny' } })
    expect(await refusalOf(api.staff.removePost({ ...without, postId: first?.id ?? 0 }))).toEqual({
      code: 'RULE_BROKEN',
      data: { reason: 'staff.errors.firstPost' },
    })
    expect(await postsNow()).toEqual(['first pracownik socjalny'])
  })

  test('of the post of another member is refused', async () => {
    const other = await api.staff.create(aMember({ positionId: junior.id }))
    const [post] = await api.staff.posts(other)
    const entry = { ...member, postId: post?.id ?? 0, fromOn: null, positionId: senior.id }
    expect(await refusalOf(api.staff.correctPost(entry))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(api.staff.removePost(entry))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
