import type {
  ActivityKind,
  kindsContract,
} from '#shared/features/requirements/requirements.kinds.contract.ts'
import type {
  Requirement,
  RuleWithWords,
  rulesContract,
} from '#shared/features/requirements/requirements.rules.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, refusedBecause, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { bringStatusesForward } from '../volunteers/volunteers.service.ts'
import { isGate } from './requirements.completing.service.ts'
import * as kindQueries from './requirements.kinds.queries.ts'
import { getRequirement } from './requirements.reader.ts'
import * as queries from './requirements.rules.queries.ts'
import { settleDue } from './requirements.settling.service.ts'

type Context = Pick<CommandContext, 'tx' | 'today' | 'now' | 'user' | 'record'>

/** After the rules changed: the statuses are worked out on the day of the change, those of today at once. */
async function follow({ tx, today, now, user }: Context, days: (Day | null)[]): Promise<void> {
  for (const day of days) if (day !== null) await bringStatusesForward(tx, day > today ? day : today)
  await settleDue({ tx, today, now, userId: user.id })
}

async function refuseTakenName(db: Db, name: string, exceptId: number | null): Promise<void> {
  const isTaken = (await queries.listRequirements(db)).some(
    (each) => each.id !== exceptId && each.name.toLowerCase() === name.toLowerCase(),
  )
  if (isTaken) throw fieldRefused('name', 'requirements.errors.nameTaken')
}

async function refuseUnknownKinds(db: Db, kindIds: number[]): Promise<void> {
  const known = new Set((await kindQueries.listKindTraits(db)).map(({ id }) => id))
  if (kindIds.some((id) => !known.has(id))) throw fieldRefused('kindIds', 'validation.notFound')
}

type Entered = Omit<RuleWithWords, 'id' | 'version' | 'place' | 'endsOn' | 'requirementId'>

async function writeRule(
  { tx, now, user }: Context,
  requirementId: number,
  rule: Entered,
  endsOn: Day | null,
): Promise<void> {
  await refuseUnknownKinds(tx, rule.kindIds)
  const kindIds = rule.appliesTo === 'chosen' ? [...new Set(rule.kindIds)] : []
  const sourceDetail = rule.source === 'document' || rule.source === 'field' ? rule.sourceDetail : ''
  await queries.insertRule(tx, {
    ...rule,
    kindIds,
    sourceDetail,
    requirementId,
    endsOn,
    createdBy: user.id,
    createdAt: now,
  })
}

/** What the history tells of a rule. */
function told({ name, versions }: Requirement, validFrom: Day | null = null) {
  const rule = versions.find((each) => each.validFrom === validFrom) ?? versions[0]
  return {
    name,
    validFrom: rule?.validFrom,
    appliesTo: rule?.appliesTo,
    validityMonths: rule?.validityMonths ?? null,
    basis: rule?.basis,
  }
}

/** What nobody may choose for a requirement of the centre's own: it follows from another feature. */
function refuseGate(source: string): void {
  if (source === 'childProtection') throw fieldRefused('source', 'requirements.errors.gateIsShipped')
}

export const rulesHandlers: Handlers<typeof rulesContract> = {
  list: ({ db }) => queries.listRequirements(db),

  create: async (context, { name, ...rule }) => {
    const { tx, record } = context
    refuseGate(rule.source)
    await refuseTakenName(tx, name, null)
    const all = await queries.listRequirements(tx)
    const own = all.filter(({ code }) => code.startsWith('own')).map(({ code }) => Number(code.slice(3)))
    const id = await queries.insertRequirement(tx, { code: `own${Math.max(0, ...own) + 1}`, name })
    await writeRule(context, id, rule, null)
    await follow(context, [rule.validFrom, rule.forAllFrom])
    const created = await getRequirement(tx, id)
    await record({ kind: 'requirements', recordId: id, action: 'created', after: told(created) })
    return created
  },

  amend: async (context, { requirementId, ...rule }) => {
    const { tx, record } = context
    const before = await getRequirement(tx, requirementId)
    const last = before.versions[0]?.validFrom ?? ''
    if (rule.validFrom === last) throw fieldRefused('validFrom', 'requirements.errors.dayTaken')
    if (rule.validFrom < last) throw fieldRefused('validFrom', 'requirements.errors.dayPast')
    if (isGate(before)) {
      // The act asks for it wherever minors are: its terms may change, not that it is asked.
      if (rule.source !== 'childProtection' || rule.appliesTo !== 'withMinors')
        throw ruleBroken('requirements.errors.neverEnds')
    } else refuseGate(rule.source)
    await writeRule(context, requirementId, rule, before.endsOn)
    await follow(context, [rule.validFrom, rule.forAllFrom])
    const after = await getRequirement(tx, requirementId)
    await record({
      kind: 'requirements',
      recordId: requirementId,
      action: 'amended',
      before: told(before),
      after: told(after, rule.validFrom),
    })
    return after
  },

  callOff: async (context, { id, version }) => {
    const { tx, today, record } = context
    const all = await queries.listRequirements(tx)
    const before = all.find(({ versions }) => versions.some((each) => each.id === id))
    const rule = before?.versions.find((each) => each.id === id)
    if (!before || !rule) throw notFound('requirements')
    if (rule.validFrom <= today) throw ruleBroken('requirements.errors.alreadyHolds')
    if (before.versions.length === 1) throw ruleBroken('requirements.errors.onlyVersion')
    if (!(await queries.deleteRule(tx, id, version))) throw conflict(rule)
    await follow(context, [today])
    await record({
      kind: 'requirements',
      recordId: before.id,
      action: 'calledOff',
      before: told(before, rule.validFrom),
    })
    return getRequirement(tx, before.id)
  },

  rename: async ({ tx, record }, { id, version, name }) => {
    const before = await getRequirement(tx, id)
    await refuseTakenName(tx, name, id)
    if (!(await queries.updateName(tx, id, version, name))) throw conflict(before)
    await record({
      kind: 'requirements',
      recordId: id,
      action: 'changed',
      before: { name: before.name },
      after: { name },
    })
    return getRequirement(tx, id)
  },

  end: async (context, { id, version, lastOn }) => {
    const { tx, today, record } = context
    const before = await getRequirement(tx, id)
    if (isGate(before) && lastOn !== null) throw ruleBroken('requirements.errors.neverEnds')
    if (!(await queries.updateEnd(tx, id, version, lastOn))) throw conflict(before)
    await follow(context, [today])
    await record({
      kind: 'requirements',
      recordId: id,
      action: 'ruleEnded',
      before: { endsOn: before.endsOn },
      after: { endsOn: lastOn },
    })
    return getRequirement(tx, id)
  },
}

async function getKind(db: Db, id: number): Promise<ActivityKind> {
  const kind = (await kindQueries.listKinds(db)).find((each) => each.id === id)
  if (!kind) throw notFound('requirements')
  return kind
}

async function refuseSameName(db: Db, name: string, exceptId: number | null): Promise<void> {
  const same = await kindQueries.findKindByName(db, name)
  if (same && same.id !== exceptId) throw fieldRefused('name', 'requirements.errors.kindNameTaken')
}

/** What the history tells of a kind of activity. */
function toldKind({ name, withMinors, atHome, withClients, isActive }: ActivityKind) {
  return { name, withMinors, atHome, withClients, isActive }
}

export const kindsHandlers: Handlers<typeof kindsContract> = {
  list: ({ db }) => kindQueries.listKinds(db),

  create: async ({ tx, record }, kind) => {
    await refuseSameName(tx, kind.name, null)
    const created = await getKind(tx, await kindQueries.insertKind(tx, kind))
    await record({
      kind: 'activityKinds',
      recordId: created.id,
      action: 'created',
      after: toldKind(created),
    })
    return created
  },

  change: async (context, { id, version, ...kind }) => {
    const { tx, today, record } = context
    const before = await getKind(tx, id)
    await refuseSameName(tx, kind.name, id)
    if (!(await kindQueries.updateKind(tx, id, version, kind))) throw conflict(before)
    await follow(context, [today])
    const after = await getKind(tx, id)
    await record({
      kind: 'activityKinds',
      recordId: id,
      action: 'changed',
      before: toldKind(before),
      after: toldKind(after),
    })
    return after
  },

  remove: async ({ tx, record, services }, { id, version }) => {
    const before = await getKind(tx, id)
    if (before.isUsed) throw ruleBroken('requirements.errors.kindInUse')
    const holders = await services.holdersOf('activityKinds', tx, id)
    if (holders.length > 0)
      throw refusedBecause(
        'requirements.errors.kindHeld',
        holders.map(({ key, params }) => (params ? { key, params } : { key })),
      )
    if (!(await kindQueries.deleteKind(tx, id, version))) throw conflict(before)
    await record({ kind: 'activityKinds', recordId: id, action: 'removed', before: toldKind(before) })
  },
}
