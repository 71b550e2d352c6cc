import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '#main/kit/context.ts'
import { contract } from '#shared/contract.ts'
import { errors, type Permission, type ProcedureMeta } from '#shared/kit/procedure.ts'
import { mayUse, permissionsOf, type Role, roles, verificationPermissions } from '#shared/permissions.ts'
import { password } from '#tests/support/people.ts'
import { outcomeOf, type Refusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

/** Every procedure of the contract: its name and what it asks for. */
function proceduresIn(part: AnyContractRouter, path: string[] = []): ({ name: string } & ProcedureMeta)[] {
  if (isContractProcedure(part)) return [{ name: path.join('.'), ...(part['~orpc'].meta as ProcedureMeta) }]
  return Object.entries(part).flatMap(([name, inner]) => proceduresIn(inner, [...path, name]))
}
const procedures = proceduresIn(contract)
const guarded = procedures.filter(({ access }) => access !== 'public')

/** What a procedure needs so that an allowed call does no harm; all others are called with nothing. */
const inputs: Record<string, unknown> = {
  'accounts.create': { login: '' },
  'settings.changeCentre': { version: 0 },
}

let app: TestApp
const windows = new Map<Role, { api: Api; session: Session; signedIn: Session }>()

beforeAll(async () => {
  app = await openTestApp()
  const unit = await app.api.units.create({ name: 'Filia nr 1' })
  for (const role of roles) {
    const window = app.newWindow()
    const account = { login: role, fullName: `Osoba ${role}`, role, unitId: unit.id, password }
    await app.api.accounts.create(account)
    await window.api.accounts.signIn({ login: role, password })
    await window.api.accounts.changePassword({ current: password, password: `${password}-2` })
    windows.set(role, { ...window, signedIn: { ...window.session } })
  }
})
afterAll(() => app.close())

/** Calls a procedure by its name. */
function call(api: Api, name: string): Promise<unknown> {
  const procedure = name
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], api)
  return (procedure as (input: unknown) => Promise<unknown>)(inputs[name])
}

/** The window of a role, signed in and unlocked again whatever the call before has done to it. */
function windowOf(role: Role): { api: Api; session: Session } {
  const window = windows.get(role)
  if (!window) throw new Error(`no window of ${role}`)
  Object.assign(window.session, window.signedIn)
  return window
}

function isRefusalOfAccess(outcome: 'ok' | Refusal): boolean {
  return outcome !== 'ok' && (outcome.code === 'FORBIDDEN' || outcome.code === 'UNAUTHENTICATED')
}

describe('every procedure asks who is calling', () => {
  test.each(guarded.map(({ name }) => name))('%s is refused to a window without a person', async (name) => {
    expect(await outcomeOf(call(app.newWindow().api, name))).toEqual({
      code: 'UNAUTHENTICATED',
      data: { reason: 'signedOut' },
    })
  })

  test.each(guarded.map(({ name }) => name))('%s is refused to a locked window', async (name) => {
    const { api, session } = windowOf('administrator')
    session.isLocked = true
    expect(await outcomeOf(call(api, name))).toEqual({ code: 'UNAUTHENTICATED', data: { reason: 'locked' } })
  })

  test('only sign-in, set-up, the frame and the example are open to all', () => {
    expect(
      procedures
        .filter(({ access }) => access === 'public')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'accounts.signIn',
      'accounts.signOut',
      'settings.closeDemo',
      'settings.frame',
      'settings.openDemo',
      'settings.setUp',
    ])
  })
})

describe.each(roles)('the role %s', (role) => {
  test.each(guarded)('calls $name exactly when it may', async ({ name, access }) => {
    const outcome = await outcomeOf(call(windowOf(role).api, name))
    if (access === 'signedIn' || mayUse(role, access as Permission)) {
      expect(isRefusalOfAccess(outcome)).toBe(false)
      expect(['ok', ...Object.keys(errors)]).toContain(outcome === 'ok' ? outcome : outcome.code)
      expect(outcome).not.toMatchObject({ code: 'INTERNAL' })
    } else {
      expect(outcome).toEqual({ code: 'FORBIDDEN', data: { permission: access } })
    }
  })
})

describe('what each role may do', () => {
  test('stays as the centre agreed', () => {
    expect(permissionsOf).toMatchInlineSnapshot(`
      {
        "administrator": [
          "volunteers.read",
          "agreements.read",
          "hours.read",
          "events.read",
          "requirements.read",
          "placements.read",
          "units.read",
          "staff.read",
          "positions.read",
          "volunteers.readPesel",
          "documents.read",
          "volunteers.write",
          "agreements.write",
          "agreements.sign",
          "hours.write",
          "hours.confirm",
          "events.write",
          "events.attend",
          "requirements.complete",
          "placements.write",
          "placements.monitor",
          "families.read",
          "families.write",
          "costSettlements.read",
          "costSettlements.write",
          "costSettlements.pay",
          "documents.print",
          "documents.write",
          "cases.read",
          "cases.write",
          "imports.run",
          "signatories.read",
          "history.read",
          "volunteeringReport.freeze",
          "units.write",
          "staff.write",
          "positions.write",
          "costSettlements.approve",
          "costRates.write",
          "volunteers.anonymise",
          "requirements.exempt",
          "requirements.configure",
          "placements.configure",
          "signatories.write",
          "letterheads.write",
          "cases.manage",
          "clauses.read",
          "clauses.write",
          "templates.read",
          "templates.write",
          "accounts.manage",
          "childProtection.log",
          "settings.read",
          "settings.write",
          "backups.manage",
          "bin.read",
          "bin.empty",
        ],
        "clerk": [
          "volunteers.read",
          "agreements.read",
          "hours.read",
          "events.read",
          "requirements.read",
          "placements.read",
          "units.read",
          "staff.read",
          "positions.read",
          "volunteers.readPesel",
          "documents.read",
          "volunteers.write",
          "agreements.write",
          "agreements.sign",
          "hours.write",
          "hours.confirm",
          "events.write",
          "events.attend",
          "requirements.complete",
          "placements.write",
          "placements.monitor",
          "families.read",
          "families.write",
          "costSettlements.read",
          "costSettlements.write",
          "costSettlements.pay",
          "documents.print",
          "documents.write",
          "cases.read",
          "cases.write",
          "imports.run",
          "signatories.read",
          "history.read",
          "volunteeringReport.freeze",
          "clauses.read",
          "clauses.write",
          "templates.read",
          "bin.read",
        ],
        "head": [
          "volunteers.read",
          "agreements.read",
          "hours.read",
          "events.read",
          "requirements.read",
          "placements.read",
          "units.read",
          "staff.read",
          "positions.read",
          "volunteers.readPesel",
          "documents.read",
          "hours.confirm",
          "events.attend",
          "placements.monitor",
          "families.read",
          "costSettlements.read",
          "costSettlements.approve",
          "documents.print",
          "history.read",
          "signatories.read",
          "bin.read",
        ],
        "hr": [
          "units.read",
          "staff.read",
          "positions.read",
          "units.write",
          "staff.write",
          "positions.write",
          "imports.run",
          "history.read",
          "bin.read",
        ],
        "supervisor": [
          "units.read",
          "staff.read",
          "positions.read",
        ],
        "viewer": [
          "volunteers.read",
          "agreements.read",
          "hours.read",
          "events.read",
          "requirements.read",
          "placements.read",
          "units.read",
          "staff.read",
          "positions.read",
        ],
      }
    `)
  })

  test('names only permissions that a procedure asks for, and that of a field within an answer', () => {
    const asked = new Set<string>([...procedures.map(({ access }) => access), 'volunteers.readPesel'])
    expect(
      Object.values(permissionsOf)
        .flat()
        .filter((permission) => !asked.has(permission)),
    ).toEqual([])
  })

  test('gives no role the checks before work with minors: they are granted to accounts', () => {
    const grants: string[] = ['childProtection.read', 'childProtection.write']
    expect(
      Object.values(permissionsOf)
        .flat()
        .filter((each) => grants.includes(each)),
    ).toEqual([])
    expect(verificationPermissions).toEqual({
      none: [],
      log: ['childProtection.log'],
      full: ['childProtection.read', 'childProtection.write', 'childProtection.log'],
    })
  })

  test('leaves no procedure that nobody may call', () => {
    const granted = new Set<string>(
      [...Object.values(permissionsOf), ...Object.values(verificationPermissions)].flat(),
    )
    expect(guarded.filter(({ access }) => access !== 'signedIn' && !granted.has(access))).toEqual([])
  })
})
