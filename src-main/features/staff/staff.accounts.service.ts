import type { StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { endAccountOn, enterAccount, hashPassword } from '../accounts/accounts.service.ts'
import * as queries from './staff.queries.ts'
import { getMember } from './staff.reader.ts'

function refuseSecondAccount(member: StaffMember): void {
  if (member.userId !== null) throw ruleBroken('staff.errors.hasAccount')
}

/** Says whose account it is, and until when it works. */
async function link(
  context: CommandContext,
  member: StaffMember,
  version: number,
  userId: number | null,
): Promise<StaffMember> {
  const { tx, record } = context
  const { id } = member
  if (!(await queries.touch(tx, id, version))) throw conflict(member)
  const before = await queries.findAccountOf(tx, id)
  await queries.writeAccountOf(tx, id, userId)
  if (userId !== null) await endAccountOn(context, userId, member.employedTo)
  const after = await queries.findAccountOf(tx, id)
  await record({
    kind: 'staff',
    recordId: id,
    action: userId === null ? 'accountUnlinked' : 'accountLinked',
    before: { account: before?.login ?? null },
    after: { account: after?.login ?? null },
  })
  return getMember(tx, id)
}

/** The handlers of the account of a member of staff. */
export const staffAccountsHandlers: Pick<
  Handlers<typeof staffContract>,
  'account' | 'freeAccounts' | 'createAccount' | 'linkAccount'
> = {
  account: async ({ db }, { id }) => {
    await getMember(db, id)
    return (await queries.findAccountOf(db, id)) ?? null
  },

  freeAccounts: ({ db }) => queries.listFreeAccounts(db),

  createAccount: inSteps({
    before: (_context, { password }) => hashPassword(password),
    run: async (context, { id, version, login, role }, passwordHash) => {
      const member = await getMember(context.tx, id)
      refuseSecondAccount(member)
      const account = await enterAccount(context, {
        login,
        fullName: `${member.firstNames} ${member.surname}`,
        role,
        unitId: member.unit?.id ?? null,
        passwordHash,
      })
      return link(context, member, version, account.id)
    },
  }),

  linkAccount: async (context, { id, version, userId }) => {
    const member = await getMember(context.tx, id)
    if (userId !== null) {
      refuseSecondAccount(member)
      const free = await queries.listFreeAccounts(context.tx)
      if (free.every((account) => account.id !== userId))
        throw fieldRefused('userId', 'staff.errors.accountTaken')
    } else if (member.userId !== null) await endAccountOn(context, member.userId, null)
    return link(context, member, version, userId)
  },
}
