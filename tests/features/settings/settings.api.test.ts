import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { centre } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

const administrator = { login: 'admin', fullName: 'Anna Administrator', password }

let app: TestApp

/** Wrong particulars of a centre, and the field beside which each is refused. */
const wrong: [Partial<typeof centre>, string, string][] = [
  [{ name: ' ' }, 'name', 'validation.required'],
  [{ name: 'x'.repeat(201) }, 'name', 'validation.tooLong'],
  [{ street: '' }, 'street', 'validation.required'],
  [{ town: '' }, 'town', 'validation.required'],
  [{ postCode: '' }, 'postCode', 'validation.required'],
  [{ postCode: '5000' }, 'postCode', 'validation.postCode'],
  [{ postCode: '50-0011' }, 'postCode', 'validation.postCode'],
  [{ postCode: 'AB-CDE' }, 'postCode', 'validation.postCode'],
  [{ phone: '782 23 00' }, 'phone', 'validation.phone'],
  [{ email: 'sekretariat@' }, 'email', 'validation.email'],
  [{ nip: '1234563217' }, 'nip', 'validation.nip'],
  [{ nip: '0000000000' }, 'nip', 'validation.nip'],
  [{ nip: '123456321' }, 'nip', 'validation.nip'],
  [{ regon: '123456786' }, 'regon', 'validation.regon'],
  [{ regon: '000000000' }, 'regon', 'validation.regon'],
  [{ regon: '12345678512348' }, 'regon', 'validation.regon'],
  [{ regon: '12345678' }, 'regon', 'validation.regon'],
  [{ symbol: '' }, 'symbol', 'settings.errors.symbol'],
  [{ symbol: 'MOPS WROCŁAW' }, 'symbol', 'settings.errors.symbol'],
  [{ symbol: 'MOPS/1' }, 'symbol', 'settings.errors.symbol'],
]

describe('before the set-up', () => {
  beforeEach(async () => {
    app = await openTestApp({ setUp: false })
    return () => app.close()
  })

  test('the frame says so and tells nothing else', async () => {
    expect(await app.api.settings.frame()).toEqual({
      state: 'needsSetUp',
      reason: null,
      appVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      centreName: '',
      centreTown: '',
      isDemo: false,
      demoAccounts: [],
      user: null,
      mustChangePassword: false,
      idleMinutes: 10,
      today: '2026-11-22',
      didBackupFail: false,
    })
  })

  test('nobody can sign in', async () => {
    expect(await app.api.accounts.signIn({ login: 'admin', password })).toEqual({
      isSignedIn: false,
      waitSeconds: 0,
    })
  })

  test('the set-up signs its administrator in and shows the centre', async () => {
    await app.api.settings.setUp({ centre, administrator })
    expect(await app.api.settings.frame()).toMatchObject({
      state: 'ready',
      centreName: centre.name,
      centreTown: centre.town,
      mustChangePassword: false,
      user: { login: 'admin', fullName: 'Anna Administrator', role: 'administrator', unitName: null },
    })
    await expect(app.api.accounts.list()).resolves.toHaveLength(1)
    await expect(app.api.clauses.list()).resolves.not.toEqual([])
  })

  test('two windows that finish it at the same moment found one centre', async () => {
    const second = app.newWindow().api
    const outcomes = await Promise.allSettled([
      app.api.settings.setUp({ centre, administrator }),
      second.settings.setUp({
        centre: { ...centre, name: 'Inny Ośrodek' },
        administrator: { ...administrator, login: 'inny' },
      }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const isFirst = outcomes[0].status === 'fulfilled'
    expect(await app.api.settings.frame()).toMatchObject({ state: isFirst ? 'ready' : 'signedOut' })
    expect(await second.settings.frame()).toMatchObject({ state: isFirst ? 'signedOut' : 'ready' })
    const logins = await (isFirst ? app.api : second).accounts.list()
    expect(logins.map(({ login }) => login)).toEqual([isFirst ? 'admin' : 'inny'])
  })

  test('an administrator with a weak password is refused and nothing is founded', async () => {
    const weak = { ...administrator, password: 'aaaaaaaaaaaaaaa' }
    expect(await refusalOf(app.api.settings.setUp({ centre, administrator: weak }))).toEqual(
      fieldRefusal('administrator.password', 'accounts.errors.passwordTooSimple'),
    )
    expect(await app.api.settings.frame()).toMatchObject({ state: 'needsSetUp' })
  })

  test('particulars are taken in every usual style and kept in one', async () => {
    const typed = {
      ...centre,
      name: '  Miejski   Ośrodek ',
      postCode: '50 - 001',
      phone: '/071/ 782 - 23 - 00',
      nip: 'PL 123-456-32-18',
      regon: '123 456 785',
      symbol: ' mopś-2.1 ',
      email: ' sekretariat@example.org ',
    }
    await app.api.settings.setUp({ centre: typed, administrator })
    expect(await app.api.settings.get()).toMatchObject({
      name: 'Miejski Ośrodek',
      postCode: '50-001',
      phone: '71 782 23 00',
      nip: '1234563218',
      regon: '123456785',
      symbol: 'MOPŚ-2.1',
      email: 'sekretariat@example.org',
    })
  })
})

describe('after the set-up', () => {
  beforeEach(async () => {
    app = await openTestApp()
    return () => app.close()
  })

  test('nobody sets it up again, signed in or not, also after a restart', async () => {
    const again = ruleRefusal('settings.errors.alreadySetUp')
    expect(await refusalOf(app.api.settings.setUp({ centre, administrator }))).toEqual(again)
    expect(await refusalOf(app.newWindow().api.settings.setUp({ centre, administrator }))).toEqual(again)
    await app.restart()
    expect(await refusalOf(app.api.settings.setUp({ centre, administrator }))).toEqual(again)
  })

  test('the example cannot be opened over the real registers, nor closed where it is not open', async () => {
    expect(await refusalOf(app.api.settings.openDemo())).toEqual(ruleRefusal('settings.errors.alreadySetUp'))
    expect(await refusalOf(app.newWindow().api.settings.closeDemo())).toEqual(
      ruleRefusal('settings.errors.notDemo'),
    )
    expect(await app.api.settings.frame()).toMatchObject({ state: 'ready', isDemo: false })
  })

  test('the frame names nobody to a window in which nobody is signed in', async () => {
    const frame = await app.newWindow().api.settings.frame()
    expect(frame).toMatchObject({ state: 'signedOut', user: null, demoAccounts: [] })
    expect(JSON.stringify(frame)).not.toMatch(/admin/i)
    await app.api.accounts.signOut()
    expect(JSON.stringify(await app.api.settings.frame())).not.toMatch(/admin/i)
  })

  test('the settings say where the data are', async () => {
    expect(await app.api.settings.get()).toMatchObject({
      dataFolder: app.folder,
      idleMinutes: 10,
      version: 1,
    })
  })

  test('the centre is changed, once for each version', async () => {
    const changed = await app.api.settings.changeCentre({ ...centre, town: 'Nowe Przykładowo', version: 1 })
    expect(changed).toMatchObject({ town: 'Nowe Przykładowo', version: 2, idleMinutes: 10 })
    const late = { ...centre, town: 'Spóźnione', version: 1 }
    expect(await refusalOf(app.api.settings.changeCentre(late))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await app.api.settings.frame()).toMatchObject({ centreTown: 'Nowe Przykładowo' })
  })

  test('the minutes are changed, once for each version, and shown in the frame', async () => {
    await app.api.settings.changeProgram({ idleMinutes: 25, binDays: 90, version: 1 })
    expect(await app.api.settings.frame()).toMatchObject({ idleMinutes: 25 })
    expect(
      await refusalOf(app.api.settings.changeProgram({ idleMinutes: 5, binDays: 90, version: 1 })),
    ).toMatchObject({
      code: 'CONFLICT',
      data: { current: { idleMinutes: 25 } },
    })
  })

  test('what was changed stands in the history with its old and new value', async () => {
    await app.api.settings.changeCentre({ ...centre, phone: '601 234 567', version: 1 })
    const changes = withSqlite(`${app.folder}/osrodek.db`, (sqlite) =>
      sqlite
        .prepare("SELECT changes FROM history WHERE kind = 'settings' AND action = 'changed'")
        .pluck()
        .all(),
    )
    expect(changes).toEqual([JSON.stringify({ phone: ['71 782 23 00', '601 234 567'] })])
  })
})

describe('particulars that are wrong', () => {
  let founded: TestApp
  beforeAll(async () => {
    app = await openTestApp({ setUp: false })
    founded = await openTestApp()
    return () => Promise.all([app.close(), founded.close()]).then(() => undefined)
  })

  test.each(wrong)('a centre with %j is refused beside its field', async (over, field, key) => {
    const refusal = await refusalOf(app.api.settings.setUp({ centre: { ...centre, ...over }, administrator }))
    const fields = { [`centre.${field}`]: expect.objectContaining({ key }) }
    expect(refusal).toEqual({ code: 'VALIDATION', data: { fields } })
    expect(await app.api.settings.frame()).toMatchObject({ state: 'needsSetUp' })
  })

  test.each(wrong)('a change to %j is refused', async (over, field, key) => {
    const refusal = await refusalOf(founded.api.settings.changeCentre({ ...centre, ...over, version: 1 }))
    expect(refusal).toMatchObject({ code: 'VALIDATION', data: { fields: { [field]: { key } } } })
  })

  test.each([0, 121, 2.5, -1])('%d minutes without activity are refused', async (idleMinutes) => {
    const refusal = await refusalOf(
      founded.api.settings.changeProgram({ idleMinutes, binDays: 90, version: 1 }),
    )
    expect(refusal).toMatchObject({ code: 'VALIDATION' })
    expect(await founded.api.settings.get()).toMatchObject({ idleMinutes: 10, version: 1 })
  })

  test.each([6, 731, 30.5])('%d days in the bin are refused', async (binDays) => {
    const refusal = await refusalOf(
      founded.api.settings.changeProgram({ idleMinutes: 10, binDays, version: 1 }),
    )
    expect(refusal).toMatchObject({ code: 'VALIDATION' })
    expect(await founded.api.settings.get()).toMatchObject({ binDays: 90, version: 1 })
  })
})
