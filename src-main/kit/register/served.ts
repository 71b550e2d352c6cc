import type { Register } from '#shared/kit/register/register.ts'
import type { CommandContext } from '../context.ts'
import type { RegisterList } from './register-list.ts'

/** What a register declares on the server, for all the tools that every register has. */
export interface ServedRegister<R extends Register = Register> {
  list: RegisterList<R>
  /**
   * Brings a record up to date that comes back from the bin after days or years. Throws where the rules have no room for
   * it any more.
   */
  settle?: (context: Pick<CommandContext, 'tx' | 'today'>, id: number) => Promise<void>
}

/** All registers by their names. */
export type ServedRegisters = ReadonlyMap<string, ServedRegister>
