import type { binContract } from '#shared/features/bin/bin.contract.ts'
import { fold } from '#shared/kit/polish.ts'
import { mayUse } from '#shared/permissions.ts'
import { registers } from '#shared/registers.ts'
import type { User } from '../../kit/context.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { deleteBinEntry, findBinEntry, listBinEntries, listDueIds } from '../../kit/register/bin.queries.ts'
import { putBack } from '../../kit/register/removal.ts'

/** The registers from which somebody may remove and into which they may put back. */
function writtenBy({ role }: User): string[] {
  return registers.filter(({ write }) => mayUse(role, write)).map(({ name }) => name)
}

export const binHandlers: Handlers<typeof binContract> = {
  list: async ({ db, user, today }, { search }) => {
    const words = fold(search).split(' ').filter(Boolean)
    return (await listBinEntries(db, writtenBy(user)))
      .filter(({ title }) => words.every((word) => ` ${fold(title)}`.includes(` ${word}`)))
      .map((line) => ({ ...line, isDue: line.dueOn <= today }))
  },

  restore: async ({ tx, user, record }, { id }) => {
    const entry = await findBinEntry(tx, id)
    if (!entry) throw notFound('bin')
    const register = registers.find(({ name }) => name === entry.kind)
    if (!register || !mayUse(user.role, register.write))
      throw new AppError('FORBIDDEN', { permission: register?.write ?? 'bin.read' })
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
