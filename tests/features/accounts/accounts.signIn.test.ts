import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { everythingStored } from '#tests/support/stored.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeAll(async () => {
  // The most talkative log that can be asked for; even that must not tell what was typed.
  vi.stubEnv('OSRODEK_LOG', 'trace')
  app = await openTestApp()
  // The clock runs far ahead here, and the administrator is to stay at work.
  await app.api.settings.changeProgram({ idleMinutes: 120, binDays: 90, version: 1 })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await app.close()
})

const refused = { isSignedIn: false, waitSeconds: 0 }

/** An account of its own for a test, and a way to try passwords on it from a new window each time. */
async function anAccount() {
  await app.api.accounts.keepAwake()
  const login = `konto-${randomUUID()}`
  const { id } = await app.api.accounts.create({ login, fullName: 'Jan Próbny', role: 'viewer', password })
  const attempt = (typed: string) => app.newWindow().api.accounts.signIn({ login, password: typed })
  const failTimes = async (times: number) => {
    let waited = 0
    for (let i = 0; i < times; i++) {
      const answer = await attempt('zgaduję hasło')
      if (!answer.isSignedIn) waited = answer.waitSeconds
    }
    return waited
  }
  return { id, login, attempt, failTimes }
}

function pass(seconds: number): void {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000)
}

describe('signing in', () => {
  test('opens this window and no other', async () => {
    const { login } = await anAccount()
    const window = app.newWindow()
    expect(await window.api.accounts.signIn({ login, password })).toEqual({ isSignedIn: true })
    expect(await window.api.settings.frame()).toMatchObject({ state: 'ready', user: { login } })
    expect(await app.newWindow().api.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
  })

  test('takes the login in any case and with blanks around it, the password only as it is', async () => {
    const { login, attempt } = await anAccount()
    const typed = ` ${login.toUpperCase()} `
    expect(await app.newWindow().api.accounts.signIn({ login: typed, password })).toEqual({
      isSignedIn: true,
    })
    expect(await attempt(password.toUpperCase())).toEqual(refused)
    expect(await attempt(` ${password}`)).toEqual(refused)
  })

  test('answers an unknown login, a wrong password and a switched-off account alike', async () => {
    const known = await anAccount()
    const off = await anAccount()
    const account = (await app.api.accounts.list()).find(({ id }) => id === off.id)
    if (!account) throw new Error('no account')
    await app.api.accounts.change({ ...account, isActive: false })
    const unknown = { login: `nikt-${randomUUID()}`, password: 'zgaduję hasło' }

    for (const waitSeconds of [0, 0, 5]) {
      const answer = { isSignedIn: false, waitSeconds }
      expect(await app.newWindow().api.accounts.signIn(unknown)).toEqual(answer)
      expect(await known.attempt('zgaduję hasło')).toEqual(answer)
      expect(await off.attempt(password)).toEqual(answer)
    }
  })

  test('leaves whoever was signed in before out of the window', async () => {
    const { login } = await anAccount()
    const window = app.newWindow()
    await window.api.accounts.signIn({ login: 'admin', password })
    await window.api.accounts.signIn({ login, password })
    expect(await window.api.settings.frame()).toMatchObject({ user: { login } })
  })

  test('that fails leaves the person who is signed in at work', async () => {
    const window = app.newWindow()
    await window.api.accounts.signIn({ login: 'admin', password })
    await window.api.accounts.signIn({ login: `nikt-${randomUUID()}`, password: 'zgaduję hasło' })
    expect(await window.api.settings.frame()).toMatchObject({ state: 'ready', user: { login: 'admin' } })
  })

  test('ends with signing out', async () => {
    const { login } = await anAccount()
    const window = app.newWindow()
    await window.api.accounts.signIn({ login, password })
    await window.api.accounts.signOut()
    expect(await window.api.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
    await expect(window.api.accounts.signOut()).resolves.toBeUndefined()
  })
})

describe('failures in a row', () => {
  test('make each next try wait twice as long, up to fifteen minutes', async () => {
    const { attempt } = await anAccount()
    const waits: number[] = []
    for (let i = 0; i < 13; i++) {
      const answer = await attempt('zgaduję hasło')
      if (answer.isSignedIn) throw new Error('signed in with a wrong password')
      waits.push(answer.waitSeconds)
      pass(answer.waitSeconds)
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900])
  })

  test('keep even the right password waiting, to the second', async () => {
    const { attempt, failTimes } = await anAccount()
    expect(await failTimes(3)).toBe(5)
    expect(await attempt(password)).toEqual({ isSignedIn: false, waitSeconds: 5 })
    pass(4.5)
    expect(await attempt(password)).toEqual({ isSignedIn: false, waitSeconds: 1 })
    pass(0.5)
    expect(await attempt(password)).toEqual({ isSignedIn: true })
  })

  test('are not counted while one waits, and forgotten after a success', async () => {
    const { attempt, failTimes } = await anAccount()
    expect(await failTimes(6)).toBe(5)
    pass(5)
    expect(await attempt(password)).toEqual({ isSignedIn: true })
    expect(await attempt('zgaduję hasło')).toEqual(refused)
  })

  test('hold up no other login', async () => {
    const slowed = await anAccount()
    const other = await anAccount()
    await slowed.failTimes(3)
    expect(await other.attempt(password)).toEqual({ isSignedIn: true })
  })

  test('count however the login is written', async () => {
    const { login } = await anAccount()
    const spellings = [login, login.toUpperCase(), ` ${login}`]
    const answers = []
    for (const typed of spellings)
      answers.push(await app.newWindow().api.accounts.signIn({ login: typed, password: 'zgaduję hasło' }))
    expect(answers.at(-1)).toEqual({ isSignedIn: false, waitSeconds: 5 })
  })

  test('cannot be multiplied by trying many passwords at the same moment', async () => {
    const { attempt } = await anAccount()
    const guesses = Array.from({ length: 19 }, (_, i) => attempt(`zgaduję hasło ${i}`))
    const answers = await Promise.all([...guesses, attempt(password)])
    expect(answers.filter(({ isSignedIn }) => isSignedIn)).toEqual([])
    expect(answers.filter((answer) => !answer.isSignedIn && answer.waitSeconds > 0)).toHaveLength(18)
  })

  test('count also where the current password is asked for to change it, and are recorded', async () => {
    const { login, attempt } = await anAccount()
    const window = app.newWindow().api
    await window.accounts.signIn({ login, password })
    const change = (current: string) =>
      window.accounts.changePassword({ current, password: 'calkiem-nowe-haslo' })
    const recorded = () => everythingStored(app.folder).split('signInFailed').length
    const before = recorded()
    for (let i = 0; i < 3; i++)
      expect(await refusalOf(change(`zgaduję hasło ${i}`))).toEqual(
        fieldRefusal('current', 'accounts.errors.wrongPassword'),
      )
    expect(recorded()).toBeGreaterThan(before)
    expect(await refusalOf(change(password))).toEqual({
      code: 'VALIDATION',
      data: { fields: { current: { key: 'accounts.signIn.wait', params: { count: 5 } } } },
    })
    expect(await attempt(password)).toEqual({ isSignedIn: false, waitSeconds: 5 })
    pass(5)
    await change(password)
    expect(await attempt('zgaduję hasło')).toEqual(refused)
  })

  test('of the current password cannot be multiplied by trying many at the same moment', async () => {
    const { login } = await anAccount()
    const window = app.newWindow().api
    await window.accounts.signIn({ login, password })
    const change = (current: string) =>
      refusalOf(window.accounts.changePassword({ current, password: 'calkiem-nowe-haslo' }))
    const refusals = await Promise.all(Array.from({ length: 8 }, (_, i) => change(`zgaduję hasło ${i}`)))
    const wrong = fieldRefusal('current', 'accounts.errors.wrongPassword')
    expect(refusals.filter((refusal) => JSON.stringify(refusal) === JSON.stringify(wrong))).toHaveLength(3)
  })

  test('survive a restart', async () => {
    const { attempt, failTimes } = await anAccount()
    await failTimes(3)
    await app.restart()
    expect(await attempt(password)).toEqual({ isSignedIn: false, waitSeconds: 5 })
    await app.api.accounts.signIn({ login: 'admin', password })
  })

  test('are lifted when an administrator gives a new first password', async () => {
    const { id, attempt, failTimes } = await anAccount()
    await failTimes(3)
    await app.api.accounts.resetPassword({ id, password: 'calkiem-nowe-haslo' })
    expect(await attempt('calkiem-nowe-haslo')).toEqual({ isSignedIn: true })
    expect(await attempt(password)).toEqual(refused)
  })
})

test('nothing that was typed at the sign-in is stored or logged', async () => {
  const { login, attempt } = await anAccount()
  const typed = { login: `Literówka-${randomUUID()}`, password: `tajne-${randomUUID()}` }
  await app.newWindow().api.accounts.signIn(typed)
  await attempt(typed.password)
  await app.newWindow().api.accounts.signIn({ login: typed.password, password: login })

  const stored = everythingStored(app.folder)
  expect(stored).toContain('signInFailed')
  expect(stored).toContain('accounts.signIn')
  for (const secret of [typed.login, typed.password, password]) {
    expect(stored).not.toContain(secret)
    expect(stored.toLowerCase()).not.toContain(secret.toLowerCase())
  }
})
