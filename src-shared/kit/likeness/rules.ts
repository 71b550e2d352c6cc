import { type Identity, likenessKeys, type ReadyIdentity, readyIdentity } from './identity.ts'
import { type Likeness, likenessOf } from './likeness.ts'

/** How the records of a register are compared with each other. */
export interface LikenessRules<Ready> {
  /** An identity made ready to be compared with many others. */
  ready: (identity: Identity) => Ready
  /** Keys of which two records share one wherever they are likely one. */
  keys: readonly ((ready: Ready) => string[])[]
  /** In which order those stand that share a key with very many: who may be the same stands side by side. */
  order: (ready: Ready) => string
  /** How alike two are, and why; in whatever order. */
  of: (one: Ready, other: Ready) => Likeness
}

/** How people are compared. */
export const peopleLikeness: LikenessRules<ReadyIdentity> = {
  ready: readyIdentity,
  keys: likenessKeys,
  order: ({ birthOn, name }) => `${birthOn ?? ''} ${name}`,
  of: likenessOf,
}
