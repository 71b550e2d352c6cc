import type { Permission } from '../../kit/procedure.ts'
import type { Register } from '../../kit/register/register.ts'

/**
 * May somebody with these permissions see in the bin what was removed from a register, and put it back? Who may write the
 * register may; so may a head, who writes none, for what belonged to the own unit: what a clerk removed by mistake is
 * missed there first.
 */
export function mayRestore(
  may: (permission: Permission) => boolean,
  isHead: boolean,
  { read, write }: Pick<Register, 'read' | 'write'>,
): boolean {
  return may(write) || (isHead && may(read))
}
