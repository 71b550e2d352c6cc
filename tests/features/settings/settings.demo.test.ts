import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import { roles } from '#shared/permissions.ts'
import { centre } from '#tests/support/builders.ts'
import { hashOf } from '#tests/support/folders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

const administrator = { login: 'admin', fullName: 'Anna Administrator', password }

let app: TestApp
beforeEach(async () => {
  app = await openTestApp({ setUp: false })
})
afterEach(() => app.close())

describe('the example', () => {
  test('opens with an account for each role and shows them before the sign-in', async () => {
    await app.api.settings.openDemo()
    const frame = await app.api.settings.frame()
    expect(frame).toMatchObject({ state: 'signedOut', isDemo: true, user: null })
    expect(frame.demoAccounts.map(({ role }) => role).sort()).toEqual([...roles].sort())
    for (const { login, role } of frame.demoAccounts) {
      expect(await app.api.accounts.signIn({ login, password: demoPassword })).toEqual({ isSignedIn: true })
      expect(await app.api.settings.frame()).toMatchObject({ state: 'ready', user: { role } })
    }
  })

  test('holds the registers of 2007 and the work of this year', async () => {
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'referent', password: demoPassword })
    expect(await app.api.volunteers.count({})).toBe(83)
    expect(
      await app.api.agreements.count({
        filters: { state: { oneOf: ['upcoming', 'active', 'ending', 'ended'] } },
      }),
    ).toBe(98)
    expect(await app.api.agreements.count({ filters: { state: { oneOf: ['draft'] } } })).toBe(2)
    expect(await app.api.documents.count({})).toBe(6)
    const { rows } = await app.api.documents.list({})
    for (const { id } of rows) expect((await app.api.documents.get({ id })).sha256).not.toBeNull()
  })

  test('has work going on: hours, costs in all states, contacts that were made and that wait', async () => {
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    const { whole } = await app.api.hours.totals({
      by: 'month',
      unitId: null,
      from: '2026-09',
      to: '2026-11',
    })
    expect(whole.minutes).toBeGreaterThan(60 * 60)
    expect(whole.confirmedMinutes).toBeGreaterThan(30 * 60)
    const open = { isConfirmed: { is: false } }
    expect(await app.api.hours.count({ filters: { ...open, servedOn: { to: '2026-10-31' } } })).toBe(6)
    expect(await app.api.hours.count({ filters: { ...open, servedOn: { from: '2026-11-01' } } })).toBe(25)
    const { rows: costs } = await app.api.costSettlements.list({})
    expect(costs.map(({ state }) => state).sort()).toEqual(['approved', 'draft', 'paid', 'submitted'])
    const { rows: contacts } = await app.api.monitoring.list({})
    expect(new Set(contacts.map(({ state }) => state))).toEqual(new Set(['done', 'overdue', 'coming']))
  })

  test('leaves the real data untouched, and its people out of them', async () => {
    const file = `${app.folder}/osrodek.db`
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    const before = hashOf(file)
    await app.api.units.create({ name: 'Jednostka przykładowa' })
    expect(hashOf(file)).toBe(before)

    await app.api.settings.closeDemo()
    expect(await app.api.settings.frame()).toMatchObject({ state: 'needsSetUp', isDemo: false, user: null })
    await app.newWindow().api.settings.setUp({ centre, administrator })
    expect(await app.api.settings.frame()).toMatchObject({ state: 'signedOut', demoAccounts: [] })
    expect(await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })).toMatchObject({
      isSignedIn: false,
    })
  })

  test('signs out every window when it is closed, the one with the same id in the real data above all', async () => {
    await app.api.settings.openDemo()
    const other = app.newWindow().api
    await other.accounts.signIn({ login: 'administrator', password: demoPassword })
    await app.api.settings.closeDemo()
    await app.api.settings.setUp({ centre, administrator })
    expect(await refusalOf(other.accounts.list())).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
  })

  test('begins anew each time it is opened', async () => {
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    await app.api.units.create({ name: 'Jednostka przykładowa' })
    await app.api.settings.closeDemo()
    await app.api.settings.openDemo()
    await app.api.accounts.signIn({ login: 'administrator', password: demoPassword })
    expect((await app.api.units.all()).map(({ name }) => name)).not.toContain('Jednostka przykładowa')
  })

  test('is not set up as a centre, nor opened twice', async () => {
    await app.api.settings.openDemo()
    const refusal = ruleRefusal('settings.errors.alreadySetUp')
    expect(await refusalOf(app.api.settings.setUp({ centre, administrator }))).toEqual(refusal)
    expect(await refusalOf(app.api.settings.openDemo())).toEqual(refusal)
  })

  test('opened by two windows at the same moment is whole, and neither sees an error of the program', async () => {
    const windows = [app.api, app.newWindow().api]
    const outcomes = await Promise.allSettled(windows.map((api) => api.settings.openDemo()))
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).not.toMatchObject({ code: 'INTERNAL' })
    await app.api.accounts.signIn({ login: 'referent', password: demoPassword })
    expect(await app.api.volunteers.count({})).toBe(83)
    expect(await app.api.documents.count({})).toBe(6)
  })

  test('opened while another window finishes the set-up takes nothing of the centre', async () => {
    const outcomes = await Promise.allSettled([
      app.newWindow().api.settings.setUp({ centre: { ...centre, name: 'Prawdziwy Ośrodek' }, administrator }),
      app.api.settings.openDemo(),
    ])
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).not.toMatchObject({ code: 'INTERNAL' })
    const { isDemo, centreName } = await app.api.settings.frame()
    expect(isDemo ? 'example' : 'centre').toBe(centreName === 'Prawdziwy Ośrodek' ? 'centre' : 'example')
    if (isDemo) {
      await app.api.accounts.signIn({ login: 'referent', password: demoPassword })
      expect(await app.api.volunteers.count({})).toBe(83)
    }
  })
})
