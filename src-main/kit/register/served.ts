import type { Register } from '#shared/kit/register/register.ts'
import type { CommandContext } from '../context.ts'
import type { MergedRegister } from './merged-register.ts'
import type { RegisterList } from './register-list.ts'

/** What a register declares on the server, for all the tools that every register has. */
export interface ServedRegister<R extends Register = Register> {
  list: RegisterList<R>
  /** What refers to its records, so that rows from the bin follow them into the records with which they were merged. */
  merged?: Pick<MergedRegister<R>, 'moves'>
  /**
   * Brings a record up to date that comes back from the bin after days or years. Throws where the rules have no room for
   * it any more.
   */
  settle?: (context: Pick<CommandContext, 'tx' | 'today'>, id: number) => Promise<void>
}

/** All registers by their names. */
export type ServedRegisters = ReadonlyMap<string, ServedRegister>
