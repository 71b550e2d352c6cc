import type {
  Signatory,
  SignatoryFields,
  signatoriesContract,
} from '#shared/features/signatories/signatories.contract.ts'
import type { Db } from '../../database/database.ts'
import type { PublicCommandContext } from '../../kit/context.ts'
import { conflict, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './signatories.queries.ts'

/** The signatory, for documents that name one; undefined where there is none. */
export function findSignatory(db: Db, id: number): Promise<Signatory | undefined> {
  return queries.findSignatory(db, id)
}

/** Enters a person who signs for the centre. */
export async function createSignatory(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  signatory: SignatoryFields,
): Promise<Signatory> {
  const created = await getSignatory(tx, await queries.insertSignatory(tx, signatory))
  await record({ kind: 'signatories', recordId: created.id, action: 'created', after: created })
  return created
}

async function getSignatory(db: Db, id: number): Promise<Signatory> {
  const signatory = await queries.findSignatory(db, id)
  if (!signatory) throw notFound('signatories')
  return signatory
}

export const signatoriesHandlers: Handlers<typeof signatoriesContract> = {
  list: ({ db }) => queries.listSignatories(db),

  create: (context, input) => createSignatory(context, input),

  change: async ({ tx, record }, input) => {
    const before = await getSignatory(tx, input.id)
    if (!(await queries.updateSignatory(tx, input.id, input.version, input))) throw conflict(before)
    const after = await getSignatory(tx, input.id)
    await record({ kind: 'signatories', recordId: input.id, action: 'changed', before, after })
    return after
  },
}
