import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

const begun = '2026-11-22T10:00:00Z'
const locked = { code: 'UNAUTHENTICATED', data: { reason: 'locked' } }

let app: TestApp
let clerk: Api
beforeAll(async () => {
  app = await openTestApp({ now: begun })
  await app.api.accounts.create({ login: 'referent', fullName: 'Bogdan Ćwik', role: 'clerk', password })
  const window = app.newWindow()
  await window.api.accounts.signIn({ login: 'referent', password })
  await window.api.accounts.changePassword({ current: password, password: `${password}-2` })
})
beforeEach(async () => {
  app.clock.now = new Date(begun)
  clerk = app.newWindow().api
  await clerk.accounts.signIn({ login: 'referent', password: `${password}-2` })
})
afterAll(() => app.close())

function pass(minutes: number): void {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000)
}

describe('a session without activity', () => {
  test('locks after ten minutes, not before', async () => {
    pass(10)
    await expect(clerk.volunteers.count({})).resolves.toBe(0)
    pass(1 / 60_000)
    expect(await refusalOf(clerk.volunteers.count({}))).toEqual(locked)
  })

  test('is not kept awake by what the page asks for by itself', async () => {
    for (let minute = 0; minute < 10; minute++) {
      pass(1)
      await clerk.settings.frame()
      await clerk.volunteers.list({})
    }
    pass(0.1)
    expect(await refusalOf(clerk.volunteers.count({}))).toEqual(locked)
  })

  test('is not kept awake by saving either: only typing and clicking count', async () => {
    pass(9)
    await clerk.volunteers.create({ surname: 'Nowak', firstNames: 'Anna' })
    pass(2)
    expect(await refusalOf(clerk.volunteers.count({}))).toEqual(locked)
  })

  test('stays open as long as the person is at work', async () => {
    for (let turn = 0; turn < 5; turn++) {
      pass(9.9)
      await clerk.accounts.keepAwake()
    }
    await expect(clerk.volunteers.list({})).resolves.toBeDefined()
  })

  test('cannot be woken once it is locked', async () => {
    pass(11)
    expect(await refusalOf(clerk.accounts.keepAwake())).toEqual(locked)
    pass(-11)
    expect(await refusalOf(clerk.volunteers.count({}))).toEqual(locked)
  })

  test('locks after the minutes that the administrator set, at once for open sessions', async () => {
    const admin = app.newWindow().api
    await admin.accounts.signIn({ login: 'admin', password })
    const { version } = await admin.settings.get()
    await admin.settings.changeProgram({ idleMinutes: 3, binDays: 90, version })
    pass(3.1)
    expect(await refusalOf(clerk.volunteers.count({}))).toEqual(locked)
    await admin.accounts.signIn({ login: 'admin', password })
    await admin.settings.changeProgram({ idleMinutes: 10, binDays: 90, version: version + 1 })
  })
})

describe('a locked session', () => {
  beforeEach(() => clerk.accounts.lock())

  test('serves nothing but unlocking, and says whose it is', async () => {
    expect(await refusalOf(clerk.volunteers.list({}))).toEqual(locked)
    expect(await refusalOf(clerk.accounts.changePassword({ current: password, password: 'x' }))).toEqual(
      locked,
    )
    expect(await clerk.settings.frame()).toMatchObject({ state: 'locked', user: { login: 'referent' } })
  })

  test('opens with the password, where it was left', async () => {
    expect(await clerk.accounts.signIn({ login: 'referent', password: `${password}-2` })).toEqual({
      isSignedIn: true,
    })
    expect(await clerk.settings.frame()).toMatchObject({ state: 'ready', user: { login: 'referent' } })
    await expect(clerk.volunteers.list({})).resolves.toBeDefined()
  })

  test('stays locked with a wrong password', async () => {
    expect(await clerk.accounts.signIn({ login: 'referent', password })).toEqual({
      isSignedIn: false,
      waitSeconds: 0,
    })
    expect(await refusalOf(clerk.volunteers.list({}))).toEqual(locked)
    await clerk.accounts.signIn({ login: 'referent', password: `${password}-2` })
  })

  test('can be taken over by another person, who gets their own rights', async () => {
    await clerk.accounts.signIn({ login: 'admin', password })
    expect(await clerk.settings.frame()).toMatchObject({ state: 'ready', user: { login: 'admin' } })
  })

  test('can be left by signing out', async () => {
    await clerk.accounts.signOut()
    expect(await clerk.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
    expect(await refusalOf(clerk.volunteers.list({}))).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
  })

  test('locks no other window of the same person', async () => {
    const other = app.newWindow().api
    await other.accounts.signIn({ login: 'referent', password: `${password}-2` })
    await expect(other.volunteers.list({})).resolves.toBeDefined()
    expect(await refusalOf(clerk.volunteers.list({}))).toEqual(locked)
  })
})

test('closing the program signs everybody out', async () => {
  await app.restart()
  expect(await app.api.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
})
