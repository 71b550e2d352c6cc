import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '#shared/features/accounts/accounts.contract.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let unitId: number
beforeAll(async () => {
  app = await openTestApp()
  unitId = (await app.api.units.create({ name: 'Filia nr 1' })).id
})
afterAll(() => app.close())

const viewer = { fullName: 'Jan Próbny', role: 'viewer', password } as const

/** A window in which an account has signed in with its first password. */
async function windowOf(account: Account): Promise<Api> {
  const { api } = app.newWindow()
  await api.accounts.signIn({ login: account.login, password })
  return api
}

async function administrator(): Promise<Account> {
  const found = (await app.api.accounts.list()).find(({ login }) => login === 'admin')
  if (!found) throw new Error('no administrator')
  return found
}

describe('creating an account', () => {
  test('answers with the account, which must change its first password and never shows it', async () => {
    const account = await app.api.accounts.create({
      ...viewer,
      login: ' Jan.Kowalski ',
      fullName: '  Jan   Kowalski ',
    })
    expect(account).toEqual({
      id: account.id,
      login: 'Jan.Kowalski',
      fullName: 'Jan Kowalski',
      role: 'viewer',
      unitId: null,
      unitName: null,
      isActive: true,
      mustChangePassword: true,
      endsOn: null,
      verification: 'none',
      createdAt: '2026-11-22T10:00:00.000Z',
      version: 1,
    })
  })

  test('refuses a login that differs from another only in case, marks or blanks', async () => {
    await app.api.accounts.create({ ...viewer, login: 'łucja.żak' })
    for (const login of ['łucja.żak', 'LUCJA.ZAK', ' Łucja.Żak '])
      expect(await refusalOf(app.api.accounts.create({ ...viewer, login }))).toEqual(
        fieldRefusal('login', 'accounts.errors.loginTaken'),
      )
  })

  test.each([
    [{ login: '  ' }, 'login', 'validation.required'],
    [{ login: 'x'.repeat(51) }, 'login', 'validation.tooLong'],
    [{ fullName: '' }, 'fullName', 'validation.required'],
    [{ role: 'head' as const }, 'unitId', 'accounts.errors.headNeedsUnit'],
    [{ role: 'root' as never }, 'role', 'validation.invalid'],
    [{ unitId: 4711 }, 'unitId', 'validation.notFound'],
    [{ password: 'krótkie' }, 'password', 'accounts.errors.passwordTooShort'],
    [{ password: 'hasło hasło hasło' }, 'password', 'accounts.errors.passwordTooSimple'],
  ])('refuses %j beside its field', async (over, field, key) => {
    const refusal = await refusalOf(app.api.accounts.create({ ...viewer, login: 'nowy', ...over }))
    expect(refusal).toMatchObject({ code: 'VALIDATION', data: { fields: { [field]: { key } } } })
    expect((await app.api.accounts.list()).some(({ login }) => login === 'nowy')).toBe(false)
  })

  test('lists all accounts in the order of the Polish alphabet by surname', async () => {
    const names = ['Ewa Zając', 'Adam Łoś', 'Jan Lis', 'Piotr Źrebiec', 'Anna Żak', 'Ola Ćwik', 'Iza Cichy']
    for (const fullName of names)
      await app.api.accounts.create({ ...viewer, fullName, login: `porzadek ${fullName}` })
    const listed = (await app.api.accounts.list())
      .filter(({ login }) => login.startsWith('porzadek'))
      .map(({ fullName }) => fullName)
    expect(listed).toEqual([
      'Iza Cichy',
      'Ola Ćwik',
      'Jan Lis',
      'Adam Łoś',
      'Ewa Zając',
      'Piotr Źrebiec',
      'Anna Żak',
    ])
  })
})

describe('the first password', () => {
  test('must be changed before anything else is served', async () => {
    const account = await app.api.accounts.create({ ...viewer, login: 'pierwsze' })
    const api = await windowOf(account)
    const first = ruleRefusal('accounts.errors.mustChangePassword')
    expect(await api.settings.frame()).toMatchObject({ state: 'ready', mustChangePassword: true })
    expect(await refusalOf(api.volunteers.list({}))).toEqual(first)
    expect(await refusalOf(api.units.all())).toEqual(first)

    await api.accounts.changePassword({ current: password, password: 'moje-wlasne-haslo' })
    expect(await api.settings.frame()).toMatchObject({ mustChangePassword: false })
    await expect(api.volunteers.list({})).resolves.toBeDefined()
    expect(await api.accounts.signIn({ login: 'pierwsze', password })).toMatchObject({ isSignedIn: false })
    expect(await api.accounts.signIn({ login: 'pierwsze', password: 'moje-wlasne-haslo' })).toEqual({
      isSignedIn: true,
    })
  })

  test('cannot be kept, and is asked for once more', async () => {
    const api = await windowOf(await app.api.accounts.create({ ...viewer, login: 'uparte' }))
    const change = (current: string, fresh: string) =>
      refusalOf(api.accounts.changePassword({ current, password: fresh }))
    expect(await change(password, password)).toEqual(fieldRefusal('password', 'accounts.errors.samePassword'))
    expect(await change('nie to haslo', 'moje-wlasne-haslo')).toEqual(
      fieldRefusal('current', 'accounts.errors.wrongPassword'),
    )
    expect(await change(password, 'krótkie')).toEqual(
      fieldRefusal('password', 'accounts.errors.passwordTooShort'),
    )
    expect(await api.settings.frame()).toMatchObject({ mustChangePassword: true })
  })

  test('comes back with a reset, also for windows that are open', async () => {
    const account = await app.api.accounts.create({ ...viewer, login: 'zapominalski' })
    const api = await windowOf(account)
    await api.accounts.changePassword({ current: password, password: 'moje-wlasne-haslo' })
    await app.api.accounts.resetPassword({ id: account.id, password: 'nowe-od-administratora' })
    expect(await refusalOf(api.volunteers.list({}))).toEqual(
      ruleRefusal('accounts.errors.mustChangePassword'),
    )
    expect(
      await refusalOf(
        api.accounts.changePassword({ current: 'moje-wlasne-haslo', password: 'inne-dlugie-haslo' }),
      ),
    ).toEqual(fieldRefusal('current', 'accounts.errors.wrongPassword'))
  })

  test('cannot be set for an account that is not there', async () => {
    expect(
      await refusalOf(app.api.accounts.resetPassword({ id: 4711, password: 'nowe-dlugie-haslo' })),
    ).toEqual(notFoundRefusal('accounts'))
  })
})

describe('changing an account', () => {
  test('is refused on an older version, with the row as it stands now', async () => {
    const account = await app.api.accounts.create({ ...viewer, login: 'zmienny' })
    const changed = await app.api.accounts.change({ ...account, fullName: 'Jan Zmieniony' })
    expect(changed).toMatchObject({ fullName: 'Jan Zmieniony', version: 2 })
    const refusal = await refusalOf(app.api.accounts.change({ ...account, fullName: 'Jan Spóźniony' }))
    expect(refusal).toEqual({ code: 'CONFLICT', data: { current: changed } })
    expect(JSON.stringify(refusal)).not.toMatch(/argon2|hash/i)
  })

  test('is refused for an account that is not there', async () => {
    const account = await administrator()
    expect(await refusalOf(app.api.accounts.change({ ...account, login: 'x', id: 4711 }))).toEqual(
      notFoundRefusal('accounts'),
    )
  })

  test('that switches it off ends its open session with the next call', async () => {
    const account = await app.api.accounts.create({ ...viewer, login: 'odchodzacy' })
    const api = await windowOf(account)
    await app.api.accounts.change({ ...account, isActive: false })
    expect(await refusalOf(api.accounts.keepAwake())).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
    await app.api.accounts.change({ ...account, isActive: true, version: 2 })
    expect(await api.settings.frame()).toMatchObject({ state: 'signedOut', user: null })
  })

  test('of the role counts at once in windows that are open', async () => {
    const account = await app.api.accounts.create({ ...viewer, role: 'clerk', login: 'awans' })
    const api = await windowOf(account)
    await api.accounts.changePassword({ current: password, password: 'moje-wlasne-haslo' })
    await expect(api.imports.list()).resolves.toEqual([])
    await app.api.accounts.change({ ...account, role: 'viewer' })
    expect(await refusalOf(api.imports.list())).toEqual({
      code: 'FORBIDDEN',
      data: { permission: 'imports.run' },
    })
  })

  test('gives a head the unit that they lead', async () => {
    const account = await app.api.accounts.create({ ...viewer, login: 'kierownik' })
    expect(await refusalOf(app.api.accounts.change({ ...account, role: 'head' }))).toEqual(
      fieldRefusal('unitId', 'accounts.errors.headNeedsUnit'),
    )
    expect(await app.api.accounts.change({ ...account, role: 'head', unitId })).toMatchObject({
      role: 'head',
      unitName: 'Filia nr 1',
    })
  })
})

describe('the last active administrator', () => {
  const last = ruleRefusal('accounts.errors.lastAdministrator')

  test('can be neither demoted nor switched off', async () => {
    const admin = await administrator()
    expect(await refusalOf(app.api.accounts.change({ ...admin, role: 'clerk' }))).toEqual(last)
    expect(await refusalOf(app.api.accounts.change({ ...admin, isActive: false }))).toEqual(last)
    expect(await administrator()).toEqual(admin)
  })

  test('is the last also where the other administrators are switched off', async () => {
    const second = await app.api.accounts.create({ ...viewer, role: 'administrator', login: 'druga' })
    await app.api.accounts.change({ ...second, isActive: false })
    expect(await refusalOf(app.api.accounts.change({ ...(await administrator()), isActive: false }))).toEqual(
      last,
    )
  })

  test('remains when two administrators demote each other at the same moment', async () => {
    const second = await app.api.accounts.create({ ...viewer, role: 'administrator', login: 'trzecia' })
    const api = await windowOf(second)
    await api.accounts.changePassword({ current: password, password: 'moje-wlasne-haslo' })
    const admin = await administrator()
    const outcomes = await Promise.allSettled([
      app.api.accounts.change({ ...second, role: 'clerk' }),
      api.accounts.change({ ...admin, role: 'clerk' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
