import type { binContract } from '#shared/features/bin/bin.contract.ts'
import { mayRestore } from '#shared/features/bin/bin.rules.ts'
import { fold } from '#shared/kit/polish.ts'
import { registers } from '#shared/registers.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../../kit/context.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import {
  deleteBinEntry,
  findBinEntry,
  listBinEntries,
  listDueIds,
  wasOfUnit,
} from '../../kit/register/bin.queries.ts'
import { putBack } from '../../kit/register/removal.ts'

/** The registers whose removed records somebody sees and may put back; a head's reach is the own unit besides. */
function kindsFor({ role }: User): string[] {
  return registers.filter((register) => mayRestore(role, register)).map(({ name }) => name)
}

/** The entry, within the user's reach. Refuses `NOT_FOUND`, and `FORBIDDEN` what lies in a register of others. */
async function getEntry(db: Db, user: User, id: number) {
  const entry = await findBinEntry(db, id)
  const unitId = unitScope(user)
  if (!entry || (unitId !== null && !(await wasOfUnit(db, id, unitId)))) throw notFound('bin')
  const register = registers.find(({ name }) => name === entry.kind)
  if (!register || !mayRestore(user.role, register))
    throw new AppError('FORBIDDEN', { permission: register?.write ?? 'bin.read' })
  return entry
}

export const binHandlers: Handlers<typeof binContract> = {
  list: async ({ db, user, today }, { search }) => {
    const words = fold(search).split(' ').filter(Boolean)
    return (await listBinEntries(db, kindsFor(user), unitScope(user)))
      .filter(({ title }) => words.every((word) => ` ${fold(title)}`.includes(` ${word}`)))
      .map((line) => ({ ...line, isDue: line.dueOn <= today }))
  },

  restore: async ({ tx, user, record }, { id }) => {
    await getEntry(tx, user, id)
    const { kind, recordId } = await putBack(tx, id)
    await record({ kind, recordId, action: 'restored' })
    return { kind, recordId }
  },

  empty: async ({ tx, today, record }) => {
    const ids = await listDueIds(tx, today)
    for (const id of ids) await deleteBinEntry(tx, id)
    if (ids.length > 0)
      await record({ kind: 'bin', recordId: null, action: 'emptied', after: { rows: ids.length } })
    return ids.length
  },
}
