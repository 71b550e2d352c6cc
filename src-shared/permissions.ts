import type { Permission } from './kit/procedure.ts'

/**
 * The roles of a centre's staff. *kierownik* (head) works within the own unit; the services narrow volunteers,
 * agreements, staff, documents and their history to it. Units and signatories name no volunteer: who may read them at all
 * reads all of them.
 */
export const roles = ['administrator', 'clerk', 'hr', 'supervisor', 'head', 'viewer'] as const
export type Role = (typeof roles)[number]

const staffRegisters: Permission[] = ['units.read', 'staff.read', 'positions.read']
const registers: Permission[] = [
  'volunteers.read',
  'agreements.read',
  'hours.read',
  'events.read',
  'requirements.read',
  'placements.read',
  ...staffRegisters,
]
const staffWork: Permission[] = ['units.write', 'staff.write', 'positions.write']

/** A document shows the PESEL, so who may not read it may not open documents either. */
const personalNumbers: Permission[] = ['volunteers.readPesel', 'documents.read']

/**
 * What an account may be granted of the checks before work with minors, whatever its role: `full` to keep them, `log` only to
 * see who opened them (a data-protection officer). No role has the checks by itself, that of the administrator included: data
 * on convictions are for persons whom the centre has named (GDPR art. 10), and in a small centre that may be any clerk.
 */
export const verificationAccesses = ['none', 'log', 'full'] as const
export type VerificationAccess = (typeof verificationAccesses)[number]

/** LIST: the permissions that go with each access to the checks. */
export const verificationPermissions: Record<VerificationAccess, readonly Permission[]> = {
  none: [],
  log: ['childProtection.log'],
  full: ['childProtection.read', 'childProtection.write', 'childProtection.log'],
}

const clerkWork: Permission[] = [
  ...registers,
  ...personalNumbers,
  'volunteers.write',
  'agreements.write',
  'agreements.sign',
  'hours.write',
  'hours.confirm',
  'events.write',
  'events.attend',
  'requirements.complete',
  'placements.write',
  'placements.monitor',
  'families.read',
  'families.write',
  'costSettlements.read',
  'costSettlements.write',
  'costSettlements.pay',
  'documents.print',
  'documents.write',
  'cases.read',
  'cases.write',
  'imports.run',
  'signatories.read',
  'history.read',
  'volunteeringReport.freeze',
]

/**
 * LIST: what each role may do. The server checks it in the pipeline; screens only hide what would be refused.
 */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  administrator: [
    ...clerkWork,
    ...staffWork,
    'costSettlements.approve',
    'costRates.write',
    'volunteers.anonymise',
    'requirements.exempt',
    'requirements.configure',
    'placements.configure',
    'signatories.write',
    'letterheads.write',
    'cases.manage',
    'clauses.read',
    'clauses.write',
    'templates.read',
    'templates.write',
    'accounts.manage',
    'childProtection.log',
    'settings.read',
    'settings.write',
    'backups.manage',
    'bin.read',
    'bin.empty',
  ],
  clerk: [...clerkWork, 'clauses.read', 'clauses.write', 'templates.read', 'bin.read'],
  hr: [...staffRegisters, ...staffWork, 'imports.run', 'history.read', 'bin.read'],
  supervisor: staffRegisters,
  head: [
    ...registers,
    ...personalNumbers,
    'hours.confirm',
    'events.attend',
    'placements.monitor',
    'families.read',
    'costSettlements.read',
    'costSettlements.approve',
    'documents.print',
    'history.read',
    'signatories.read',
    'bin.read',
  ],
  viewer: registers,
}

/** Who somebody is, as far as permissions ask. */
export interface PermissionHolder {
  role: Role
  verification: VerificationAccess
}

/** May this person use this permission, by the role or because the account was granted it? */
export function mayDo({ role, verification }: PermissionHolder, permission: Permission): boolean {
  return mayUse(role, permission) || verificationPermissions[verification].includes(permission)
}

/** May this role use this permission? */
export function mayUse(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission)
}
