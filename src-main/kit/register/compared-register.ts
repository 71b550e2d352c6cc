import type { RawBuilder } from 'kysely'
import type { Identity } from '#shared/kit/likeness/identity.ts'
import type { LikenessRules } from '#shared/kit/likeness/rules.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { RegisterList } from './register-list.ts'

/** What is compared, and what names a record. */
export type IdentityPart = keyof Identity

/** Which fields of a register's list tell its records apart; what is left out is never compared. */
export type IdentityFields<R extends Register> = {
  [Part in IdentityPart]?: keyof R['fields'] & string
}

/** What is compared and is no field of the list. */
export interface OwnPart {
  value: RawBuilder<unknown>
  /** The value as it is compared and shown, where that is another. */
  read?: (stored: string) => string
  restrictedTo?: Permission
}

/** A register whose records are compared. */
export interface ComparedRegister<R extends Register = Register, Ready = unknown> {
  list: RegisterList<R>
  identity: IdentityFields<R>
  own?: { [Part in IdentityPart]?: OwnPart }
  /** How alike two records are. */
  likeness: LikenessRules<Ready>
  /**
   * How those are found at once that may be the one being entered: by what people have in common, by being one of few
   * (`all`), or by having the same in one of these parts.
   */
  findBy: 'people' | 'all' | readonly IdentityPart[]
  /** Which records are compared, where not all. */
  only?: RawBuilder<boolean>
}
