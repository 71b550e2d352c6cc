import type { CheckFields } from '#shared/features/child-protection/child-protection.contract.ts'
import type { CheckKind } from '#shared/features/child-protection/child-protection.rules.ts'
import type { Api, TestApp } from './testApp.ts'

/** A check as the form sends it; every field may be overridden. */
export function aCheck(
  volunteerId: number,
  kind: CheckKind,
  over: Partial<CheckFields> = {},
): Parameters<Api['childProtection']['note']>[0] {
  const doneOn = over.doneOn ?? '2026-11-20'
  return {
    volunteerId,
    kind,
    doneOn,
    checkedBy: 'Anna Administrator',
    ...(kind.endsWith('Register') || kind.endsWith('Record') ? { result: 'clear' as const } : {}),
    ...(kind === 'criminalRecord' ? { issuedOn: doneOn } : {}),
    ...(kind === 'declaration' ? { citizenships: ['PL'] } : {}),
    ...(kind === 'standards' ? { standardsFrom: '2024-08-15' } : {}),
    ...over,
  }
}

/** Grants the administrator of a test the checks: no account has them by itself. */
export async function grantVerification(app: TestApp): Promise<void> {
  const own = (await app.api.settings.frame()).user
  const account = (await app.api.accounts.list()).find(({ id }) => id === own?.id)
  if (account?.verification === 'none') await app.api.accounts.change({ ...account, verification: 'full' })
}

/** Notes everything that admission of a Polish citizen to work with minors needs, on one day. */
export async function admit(app: TestApp, volunteerId: number, doneOn = '2026-11-20'): Promise<void> {
  await grantVerification(app)
  const kinds = [
    'restrictedRegister',
    'commissionRegister',
    'criminalRecord',
    'declaration',
    'standards',
  ] as const
  for (const kind of kinds) await app.api.childProtection.note(aCheck(volunteerId, kind, { doneOn }))
}
