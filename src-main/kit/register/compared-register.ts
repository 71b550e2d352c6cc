import type { Identity } from '#shared/kit/likeness/identity.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { RegisterList } from './register-list.ts'

/** What is compared, and the number that names a record beside its name. */
export type IdentityPart = keyof Identity | 'number'

/** Which fields of a register's list tell its records apart; what is left out is never compared. */
export type IdentityFields<R extends Register> = {
  [Part in IdentityPart]?: keyof R['fields'] & string
}

/** A register whose records are compared. */
export interface ComparedRegister<R extends Register = Register> {
  list: RegisterList<R>
  identity: IdentityFields<R>
}
