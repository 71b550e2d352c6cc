import {
  type Need,
  type NeedFields,
  needFields,
  type needsContract,
} from '#shared/features/placements/placements.needs.contract.ts'
import type { needsRegister } from '#shared/features/placements/placements.needs.register.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import type { needsMatchingHandlers } from './placements.matching.service.ts'
import * as queries from './placements.needs.queries.ts'
import { needsList } from './placements.needsList.queries.ts'
import { findPlace } from './placements.queries.ts'
import { asReadBy, readsFamilies } from './placements.reader.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/** The need as it is on a day; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getNeed(db: Db, id: number, today: Day, unitId: number | null = null): Promise<Need> {
  const need = await queries.findNeed(db, id, { unitId, today })
  if (!need) throw notFound('needs')
  return need
}

/** As `getNeed`, where the state has no bearing: its fields are the same on every day. */
function fieldsOf(db: Db, id: number): Promise<Need> {
  return getNeed(db, id, '0000-00-00')
}

/** Refuses beside its field what a need refers to and is not there; for a deaf family sign language is needed. */
async function sound(tx: Tx, need: NeedFields): Promise<NeedFields> {
  const { unit, family, hasKind } = await findPlace(tx, need)
  if (need.unitId !== null && !unit) throw fieldRefused('unitId', 'validation.notFound')
  if (need.familyId !== null && !family) throw fieldRefused('familyId', 'validation.notFound')
  if (!hasKind) throw fieldRefused('activityKindId', 'validation.notFound')
  return { ...need, needsSignLanguage: need.needsSignLanguage || family?.isDeaf === 1 }
}

/** What the history keeps of a need: of a family only its id, by which nobody is told. */
function recorded({ familyCode, state, placed, isForMinors, ...told }: Need) {
  return told
}

/** Enters a need inside the caller's transaction. @returns its id */
export async function createNeed({ tx, record, now, today }: Writing, entered: NeedFields): Promise<number> {
  const id = await queries.insertNeed(tx, await sound(tx, entered), now)
  const after = recorded(await getNeed(tx, id, today))
  await record({ kind: 'needs', recordId: id, action: 'created', after })
  return id
}

async function changeNeed(
  { tx, record, today }: Pick<Writing, 'tx' | 'record' | 'today'>,
  { id, version, ...entered }: NeedFields & Pick<Need, 'id' | 'version'>,
): Promise<Need> {
  const before = await getNeed(tx, id, today)
  if (!(await queries.updateNeed(tx, id, version, await sound(tx, entered)))) throw conflict(before)
  const after = await getNeed(tx, id, today)
  await record({
    kind: 'needs',
    recordId: id,
    action: 'changed',
    before: recorded(before),
    after: recorded(after),
  })
  return after
}

async function setClosed(
  { tx, record, today }: CommandContext,
  { id, version }: { id: number; version: number },
  isClosed: boolean,
): Promise<Need> {
  const before = await getNeed(tx, id, today)
  if (!(await queries.markNeedClosed(tx, id, version, isClosed))) throw conflict(before)
  await record({ kind: 'needs', recordId: id, action: isClosed ? 'needClosed' : 'needReopened' })
  return getNeed(tx, id, today)
}

/** What the tools of every register need to know of this one. */
export const needsServed: ServedRegister<typeof needsRegister> = { list: needsList }

export const needsHandlers: Omit<Handlers<typeof needsContract>, keyof typeof needsMatchingHandlers> = {
  ...registerHandlers(needsServed),

  removal: removalHandlers({
    list: needsList,
    searchKinds: [],
    get: fieldsOf,
    title: async (db, id) => {
      const { unitName, activityKindName } = await fieldsOf(db, id)
      return [unitName, activityKindName].filter(Boolean).join(', ')
    },
  }),

  undo: undoHandlers(needsList, { fields: needFields, get: fieldsOf, change: changeNeed }),

  get: async ({ db, user, today, noteRead }, { id }) => {
    const need = await getNeed(db, id, today, unitScope(user))
    if (need.familyId !== null && readsFamilies(user)) noteRead({ kind: 'families', recordId: need.familyId })
    return asReadBy(need, user)
  },

  create: async (context, input) => getNeed(context.tx, await createNeed(context, input), context.today),

  change: changeNeed,

  close: (context, input) => setClosed(context, input, true),

  reopen: (context, input) => setClosed(context, input, false),
}
