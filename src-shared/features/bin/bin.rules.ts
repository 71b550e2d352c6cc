import type { Register } from '../../kit/register/register.ts'
import { mayUse, type Role } from '../../permissions.ts'

/**
 * May this role see in the bin what was removed from a register, and put it back? Who may write the register may; so may
 * a head, who writes none, for what belonged to the own unit: what a clerk removed by mistake is missed there first.
 */
export function mayRestore(role: Role, { read, write }: Pick<Register, 'read' | 'write'>): boolean {
  return mayUse(role, write) || (role === 'head' && mayUse(role, read))
}
