import type { Register } from '#shared/kit/register/register.ts'
import type { RegisterList } from './register-list.ts'

/** What a register declares on the server, for all the tools that every register has. */
export interface ServedRegister<R extends Register = Register> {
  list: RegisterList<R>
}

/** All registers by their names. */
export type ServedRegisters = ReadonlyMap<string, ServedRegister>
