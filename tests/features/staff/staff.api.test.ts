import { beforeEach, describe, expect, test } from 'vitest'
import type { Position } from '#shared/features/positions/positions.contract.ts'
import type { Unit } from '#shared/features/units/units.contract.ts'
import { aMember } from '#tests/support/builders.ts'
import { fieldRefusal, notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let social: Position
let manager: Position
let unit: Unit
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  social = await api.positions.create({ name: 'pracownik socjalny', staffGroup: 'socialWorkers' })
  manager = await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
  unit = await api.units.create({ name: 'Filia nr 1' })
  return () => app.close()
})

describe('a member of staff', () => {
  test('is kept as entered, with the first post and its group', async () => {
    const member = await api.staff.create({
      ...aMember({ positionId: social.id, unitId: unit.id }),
      personalNumber: ' 17/K ',
      phone: '601234567',
      roles: ['supervisor', 'educator'],
      specialisation: 'second',
      isFieldWorker: true,
    })
    expect(member).toEqual({
      id: member.id,
      personalNumber: '17/K',
      surname: 'Żółkiewska',
      firstNames: 'Hanna',
      formOfAddress: 'pani',
      specialisation: 'second',
      isFieldWorker: true,
      employedFrom: '2020-02-01',
      employedTo: null,
      phone: '601 234 567',
      email: '',
      roles: ['supervisor', 'educator'],
      position: { id: social.id, text: 'pracownik socjalny' },
      unit: { id: unit.id, text: 'Filia nr 1' },
      staffGroup: 'socialWorkers',
      hasOwnGroup: false,
      userId: null,
      createdAt: '2026-11-22T10:00:00.000Z',
      version: 1,
    })
    expect(await api.staff.get(member)).toEqual(member)
    expect(await api.staff.posts(member)).toMatchObject([{ fromOn: '', positionId: social.id }])
  })

  test.each(['17/K', '17/k', ' 017/K'])('does not get the number 17/K again, written %j', async (number) => {
    await api.staff.create(aMember({ positionId: social.id, personalNumber: '17/K' }))
    const taken = fieldRefusal('personalNumber', 'staff.errors.numberTaken')
    expect(
      await refusalOf(api.staff.create(aMember({ positionId: social.id, personalNumber: number }))),
    ).toEqual(taken)
    const other = await api.staff.create(aMember({ positionId: social.id }))
    expect(await refusalOf(api.staff.change({ ...other, personalNumber: number }))).toEqual(taken)
  })

  test('is proposed the number after the highest that is all digits', async () => {
    expect(await api.staff.nextNumber()).toBe('')
    for (const personalNumber of ['9', '0124', '87', 'A-900'])
      await api.staff.create(aMember({ positionId: social.id, personalNumber }))
    expect(await api.staff.nextNumber()).toBe('0125')
  })

  test('is changed once for each version', async () => {
    const member = await api.staff.create(aMember({ positionId: social.id }))
    const changed = await api.staff.change({ ...member, surname: 'Nowak' })
    expect(changed).toEqual({ ...member, surname: 'Nowak', version: 2 })
    expect(await refusalOf(api.staff.change({ ...member, surname: 'Inna' }))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.staff.change({ ...member, id: 4711, personalNumber: 'x' }))).toEqual(
      notFoundRefusal('staff'),
    )
  })

  test.each([
    [{ employedTo: '2020-01-31' }, 'employedTo', 'validation.endBeforeStart'],
    [{ positionId: 4711 }, 'positionId', 'validation.notFound'],
    [{ unitId: 4711 }, 'unitId', 'validation.notFound'],
    [{ personalNumber: ' ' }, 'personalNumber', 'validation.required'],
    [{ email: 'hanna' }, 'email', 'validation.email'],
  ])('%j is refused beside its field', async (over, field, key) => {
    const refusal = await refusalOf(api.staff.create(aMember({ positionId: social.id, ...over })))
    expect(refusal).toMatchObject({ code: 'VALIDATION', data: { fields: { [field]: { key } } } })
    expect(await api.staff.count({})).toBe(0)
  })

  test('is not given a position that is closed, but keeps the one that is held', async () => {
    const member = await api.staff.create(aMember({ positionId: social.id }))
    await api.positions.change({ ...social, isActive: false })
    const closed = fieldRefusal('positionId', 'staff.errors.positionClosed')
    expect(await refusalOf(api.staff.create(aMember({ positionId: social.id })))).toEqual(closed)
    const [post] = await api.staff.posts(member)
    expect(
      await api.staff.correctPost({
        ...member,
        postId: post?.id ?? 0,
        fromOn: null,
        positionId: social.id,
        unitId: unit.id,
      }),
    ).toMatchObject({ unit: { id: unit.id } })
  })
})

describe('the list', () => {
  test('is found by any word of name, number, position and unit, without Polish marks', async () => {
    const { id } = await api.staff.create(
      aMember({ positionId: social.id, unitId: unit.id, personalNumber: 'K-77', email: 'hz@example.org' }),
    )
    await api.staff.create(aMember({ positionId: manager.id, surname: 'Nowak', firstNames: 'Jan' }))
    for (const search of ['zolkiewska', 'hanna', 'k-77', 'socjalny', 'filia', 'hz@example'])
      expect((await api.staff.list({ search })).rows.map((row) => row.id)).toEqual([id])
  })

  test('is filtered by roles, group, state and unit', async () => {
    const { id } = await api.staff.create(
      aMember({ positionId: social.id, ownGroup: 'specialists', roles: ['expert'], unitId: unit.id }),
    )
    await api.staff.create(aMember({ positionId: manager.id, employedTo: '2026-11-21' }))
    for (const filters of [
      { isExpert: { is: true } },
      { staffGroup: { oneOf: ['specialists'] } },
      { state: { oneOf: ['employed'] } },
      { unit: { oneOf: [unit.id] } },
      { hasOwnGroup: { is: true } },
      { employedTo: { empty: true } },
    ])
      expect((await api.staff.list({ filters })).rows.map((row) => row.id)).toEqual([id])
  })

  test('orders personal numbers by their size', async () => {
    for (const personalNumber of ['12', '7', '7a', '100'])
      await api.staff.create(aMember({ positionId: social.id, personalNumber }))
    const { rows } = await api.staff.list({ sort: 'personalNumber' })
    expect(rows.map((row) => row.personalNumber)).toEqual(['7', '7a', '12', '100'])
  })
})

describe('who may do what', () => {
  test('staff are read by every role and written by the administrator and HR', async () => {
    const member = await api.staff.create(aMember({ positionId: social.id, unitId: unit.id }))
    for (const role of ['clerk', 'supervisor', 'head', 'viewer'] as const) {
      const window = await app.windowOf(role, unit.id)
      expect(await window.staff.get(member)).toEqual(member)
      expect(await refusalOf(window.staff.change(member))).toEqual({
        code: 'FORBIDDEN',
        data: { permission: 'staff.write' },
      })
    }
    const hr = await app.windowOf('hr')
    expect(await hr.staff.change({ ...member, surname: 'Nowak' })).toMatchObject({ version: 2 })
    expect(await hr.staff.history({ recordId: member.id })).toHaveLength(2)
    expect(await refusalOf(hr.volunteers.history({ recordId: 1 }))).toEqual({
      code: 'FORBIDDEN',
      data: { permission: 'volunteers.read' },
    })
  })

  test('a head sees those whose unit today is the own one, and nobody else', async () => {
    const other = await api.units.create({ name: 'Filia nr 2' })
    const own = await api.staff.create(aMember({ positionId: social.id, unitId: unit.id }))
    const foreign = await api.staff.create(aMember({ positionId: social.id, unitId: other.id }))
    await api.staff.create(aMember({ positionId: social.id }))
    const head = await app.windowOf('head', unit.id)
    expect((await head.staff.list({})).rows.map(({ id }) => id)).toEqual([own.id])
    expect((await head.staff.find({})).map(({ id }) => id)).toEqual([own.id])
    expect(await head.staff.count({})).toBe(1)
    expect(await head.staff.headcount({ day: '2026-11-22' })).toMatchObject([{ unitId: unit.id, count: 1 }])
    for (const call of [
      head.staff.get(foreign),
      head.staff.posts(foreign),
      head.staff.history({ recordId: foreign.id }),
    ])
      expect(await refusalOf(call)).toEqual(notFoundRefusal('staff'))
    expect(await head.staff.find({ id: foreign.id })).toHaveLength(1)
    expect(await head.staff.history({ recordId: own.id })).toHaveLength(1)
  })
})

test('a choice offers the employed, and names who was chosen before and has left', async () => {
  const gone = await api.staff.create(
    aMember({ positionId: social.id, surname: 'Adamska', employedTo: '2026-01-31' }),
  )
  const here = await api.staff.create(
    aMember({ positionId: manager.id, unitId: unit.id, phone: '71 782 23 01' }),
  )
  const choice = {
    id: here.id,
    name: 'Żółkiewska Hanna',
    fullName: 'Hanna Żółkiewska',
    phone: '71 782 23 01',
    positionName: 'kierownik',
    unitName: 'Filia nr 1',
  }
  expect(await api.staff.find({})).toEqual([choice])
  expect((await api.staff.find({ search: 'zol', id: gone.id })).map(({ name }) => name)).toEqual([
    'Żółkiewska Hanna',
    'Adamska Hanna',
  ])
})
