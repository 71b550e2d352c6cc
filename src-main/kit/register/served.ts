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
   * Brings up to date what follows from a record: one that comes back from the bin after days or years, and one from
   * which features to the left of its own derive something. Throws where the rules have no room for it any more.
   */
  settle?: (context: SettleContext, id: number) => Promise<void>
}

/** What a record is brought up to date with. */
export type SettleContext = Pick<CommandContext, 'tx' | 'today' | 'now' | 'user' | 'record'>

/** All registers by their names. */
export type ServedRegisters = ReadonlyMap<string, ServedRegister>
