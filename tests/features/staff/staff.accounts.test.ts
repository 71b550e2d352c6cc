import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import type { Role } from '#shared/permissions.ts'
import { aMember } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let positionId: number
let member: StaffMember
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  positionId = (await api.positions.create({ name: 'referent', staffGroup: 'administration' })).id
  member = await api.staff.create(aMember({ positionId }))
  return () => app.close()
})

const create = (over: { login?: string; role?: Role } = {}) =>
  api.staff.createAccount({ ...member, login: 'hanna', role: 'clerk', password, ...over })

/** Signs in with the first password and replaces it; answers the window. */
async function firstDay(login: string) {
  const window = app.newWindow()
  await window.api.accounts.signIn({ login, password })
  await window.api.accounts.changePassword({ current: password, password: `${password}-2` })
  return window
}

const accountOf = async (login: string) =>
  (await api.accounts.list()).find((account) => account.login === login)

describe('an account', () => {
  test('is created with the name of the member, who must change the first password', async () => {
    const linked = await create()
    expect(await accountOf('hanna')).toMatchObject({
      fullName: 'Hanna Żółkiewska',
      role: 'clerk',
      endsOn: null,
      mustChangePassword: true,
    })
    expect(linked.userId).toBe((await accountOf('hanna'))?.id)
    expect(await api.staff.account(member)).toMatchObject({ login: 'hanna' })
    expect((await api.staff.history({ recordId: member.id }))[0]).toMatchObject({
      action: 'accountLinked',
      changes: { fields: { account: [null, 'hanna'] } },
    })
  })

  test('of a head has the unit of the post, and is refused where there is none', async () => {
    expect(await refusalOf(create({ role: 'head' }))).toEqual(
      fieldRefusal('unitId', 'accounts.errors.headNeedsUnit'),
    )
    const unit = await api.units.create({ name: 'Filia nr 1' })
    member = await api.staff.create(aMember({ positionId, unitId: unit.id }))
    await create({ role: 'head' })
    expect(await accountOf('hanna')).toMatchObject({ unitId: unit.id })
  })

  test('is one for each member, and of one member', async () => {
    const linked = await create()
    expect(await refusalOf(api.staff.createAccount({ ...linked, login: 'x', role: 'hr', password }))).toEqual(
      {
        code: 'RULE_BROKEN',
        data: { reason: 'staff.errors.hasAccount' },
      },
    )
    const other = await api.staff.create(aMember({ positionId }))
    expect(await refusalOf(api.staff.linkAccount({ ...other, userId: linked.userId }))).toEqual(
      fieldRefusal('userId', 'staff.errors.accountTaken'),
    )
    expect((await api.staff.freeAccounts()).map(({ login }) => login)).toEqual(['admin'])
  })

  test('that is there already is linked, and unlinked', async () => {
    const account = await api.accounts.create({
      login: 'stara',
      fullName: 'Hanna Z',
      role: 'viewer',
      password,
    })
    const leaving = await api.staff.change({ ...member, employedTo: '2026-12-31' })
    const linked = await api.staff.linkAccount({ ...leaving, userId: account.id })
    expect(await accountOf('stara')).toMatchObject({ endsOn: '2026-12-31' })
    await api.staff.linkAccount({ ...linked, userId: null })
    expect(await api.staff.account(member)).toBeNull()
    expect(await accountOf('stara')).toMatchObject({ endsOn: null })
  })

  test('is an administrator’s matter alone', async () => {
    for (const role of ['hr', 'clerk'] as const) {
      const window = await app.windowOf(role)
      const forbidden = { code: 'FORBIDDEN', data: { permission: 'accounts.manage' } }
      expect(await refusalOf(window.staff.account(member))).toEqual(forbidden)
      expect(await refusalOf(window.staff.freeAccounts())).toEqual(forbidden)
      expect(await refusalOf(window.staff.linkAccount({ ...member, userId: 1 }))).toEqual(forbidden)
      expect(
        await refusalOf(
          window.staff.createAccount({ ...member, login: 'x', role: 'administrator', password }),
        ),
      ).toEqual(forbidden)
    }
  })
})

describe('who leaves', () => {
  test('works to the end of the last day in Poland, and is signed out and refused from the next', async () => {
    const linked = await create()
    const window = await firstDay('hanna')
    await api.staff.change({ ...linked, employedTo: '2026-11-30' })
    expect(await accountOf('hanna')).toMatchObject({ endsOn: '2026-11-30' })

    app.clock.now = new Date('2026-11-30T22:59:00Z')
    const late = { login: 'hanna', password: `${password}-2` }
    expect(await window.api.accounts.signIn(late)).toEqual({ isSignedIn: true })
    expect(await window.api.volunteers.count({})).toBe(0)

    app.clock.now = new Date('2026-11-30T23:00:00Z')
    expect(await refusalOf(window.api.volunteers.count({}))).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
    expect(await window.api.accounts.signIn(late)).toEqual({
      isSignedIn: false,
      waitSeconds: 0,
      endedOn: '2026-11-30',
    })
    expect(await window.api.accounts.signIn({ ...late, password: 'a wrong password' })).toEqual({
      isSignedIn: false,
      waitSeconds: 0,
    })
  })

  test('later or not at all keeps the account as long', async () => {
    const linked = await create()
    await firstDay('hanna')
    const leaving = await api.staff.change({ ...linked, employedTo: '2026-11-20' })
    const late = { login: 'hanna', password: `${password}-2` }
    const window = app.newWindow()
    expect(await window.api.accounts.signIn(late)).toMatchObject({ endedOn: '2026-11-20' })
    const moved = await api.staff.change({ ...leaving, employedTo: '2026-11-25' })
    expect(await window.api.accounts.signIn(late)).toEqual({ isSignedIn: true })
    await api.staff.change({ ...moved, employedTo: null })
    expect(await accountOf('hanna')).toMatchObject({ endsOn: null })
  })

  test('before the account is created gets one that ends as well', async () => {
    member = await api.staff.change({ ...member, employedTo: '2026-12-31' })
    await create()
    expect(await accountOf('hanna')).toMatchObject({ endsOn: '2026-12-31' })
  })

  test('is not the last administrator', async () => {
    const admin = await accountOf('admin')
    const linked = await api.staff.linkAccount({ ...member, userId: admin?.id ?? null })
    const last = { code: 'RULE_BROKEN', data: { reason: 'accounts.errors.lastAdministrator' } }
    expect(await refusalOf(api.staff.change({ ...linked, employedTo: '2099-12-31' }))).toEqual(last)
    expect(await api.staff.get(member)).toEqual(linked)

    await api.accounts.create({ login: 'druga', fullName: 'Druga', role: 'administrator', password })
    expect(await api.staff.change({ ...linked, employedTo: '2099-12-31' })).toMatchObject({
      employedTo: '2099-12-31',
    })
    const second = await accountOf('druga')
    expect(await refusalOf(api.accounts.change({ ...second, isActive: false } as never))).toEqual(last)
  })
})
