import type { z } from 'zod'
import {
  type Unit,
  type UnitFields,
  type UnitState,
  unitFields,
  type unitsContract,
} from '#shared/features/units/units.contract.ts'
import type { unitsRegister } from '#shared/features/units/units.register.ts'
import { existsOn, isWithinTime, type UnitTime, versionOn } from '#shared/features/units/units.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { naturalSortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { CommandContext, PublicCommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { bulkHandlers } from '../../kit/register/bulk.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import { chartOf } from './units.chart.service.ts'
import { unitsList } from './units.list.queries.ts'
import type { unitsMergingHandlers } from './units.merging.service.ts'
import * as queries from './units.queries.ts'
import { refuseClosing, refuseMissingReferences, refuseUnsound } from './units.structure.service.ts'
import { treeOn, versionsOf } from './units.tree.service.ts'

/** The unit, for features that refer to one; undefined where there is none. */
export function findUnit(db: Db, id: number): Promise<Unit | undefined> {
  return queries.findUnit(db, id)
}

/** The unit of that name, whatever its case and marks, rather one that exists today; undefined where there is none. */
export async function findUnitByName(db: Db, name: string): Promise<Unit | undefined> {
  return (await queries.listUnitsByName(db, name))[0]
}

/** All units in the order of the Polish alphabet and of the numbers in their names. */
export async function listUnits(db: Db): Promise<Unit[]> {
  const units = (await queries.listUnits(db)).map((unit) => ({ unit, key: naturalSortKey(unit.name) }))
  return units.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ unit }) => unit)
}

/** Enters a unit inside the caller's transaction; of most nothing is known but the name. Refuses what the procedure refuses. */
export async function createUnit(
  { tx, record, today, now }: Pick<PublicCommandContext, 'tx' | 'record' | 'today' | 'now'>,
  entered: z.input<typeof unitFields>,
  importId: number | null = null,
): Promise<Unit> {
  const unit = unitFields.parse(entered)
  await refuseMissingReferences(tx, unit)
  const isActive = existsOn(unit, today)
  const id = await queries.insertUnit(tx, unit, { isActive, importId, createdAt: now })
  await refuseUnsound(tx, id, today)
  const created = await getUnit(tx, id)
  const action = importId ? 'imported' : 'created'
  await record({ kind: 'units', recordId: id, action, after: await told(tx, created) })
  return created
}

/** Writes an imported unit over one of the register as a correction; the import records the history. */
export async function overwriteUnit(
  { tx, today }: Pick<PublicCommandContext, 'tx' | 'today'>,
  id: number,
  version: number,
  unit: UnitFields,
): Promise<void> {
  const current = versionOn(await queries.listVersions(tx, id), today)
  if (current) await queries.updateVersion(tx, current.id, unit)
  await queries.updateUnit(tx, id, unit, existsOn(unit, today), version)
  await refuseUnsound(tx, id, today)
}

/** Repeats in the row the version in force, and refuses a structure that cannot be, after versions were exchanged. */
export async function settleUnit(tx: Tx, id: number, today: Day): Promise<void> {
  const unit = await getUnit(tx, id)
  const current = versionOn(await queries.listVersions(tx, id), today) ?? unit
  await queries.updateUnit(tx, id, { ...unit, ...stateOf(current) }, existsOn(unit, today))
  await refuseUnsound(tx, id, today)
}

/**
 * Brings the rows of units up to date with the day: each repeats its version in force, and says whether it exists.
 * Called when the program starts and when a day begins; nobody changed anything, so no version and no history.
 */
export async function settleUnits(tx: Tx, today: Day): Promise<void> {
  const versions = Map.groupBy(await queries.listVersions(tx), ({ unitId }) => unitId)
  for (const unit of await queries.listUnits(tx)) {
    const current = versionOn(versions.get(unit.id) ?? [], today)
    const isActive = existsOn(unit, today)
    const isSame = current && sameState(unit, current) && unit.isActive === isActive
    if (current && !isSame) await queries.updateUnit(tx, unit.id, { ...unit, ...stateOf(current) }, isActive)
  }
}

const stateFields = [
  'kind',
  'numberLabel',
  'name',
  'symbol',
  'parentId',
  'headId',
  'address',
  'phones',
  'email',
  'district',
  'servesMinors',
] as const satisfies (keyof UnitState)[]

function stateOf(state: UnitState): UnitState {
  return Object.fromEntries(stateFields.map((field) => [field, state[field]])) as unknown as UnitState
}

function sameState(a: UnitState, b: UnitState): boolean {
  return JSON.stringify(stateOf(a)) === JSON.stringify(stateOf(b))
}

async function getUnit(db: Db, id: number): Promise<Unit> {
  const unit = await queries.findUnit(db, id)
  if (!unit) throw notFound('units')
  return unit
}

/** What the history keeps of a unit: the name of the one above it beside its id. */
async function told<State extends UnitState>(db: Db, state: State) {
  const parent = state.parentId === null ? undefined : await queries.findUnit(db, state.parentId)
  const { headId } = state
  const heads = headId === null ? undefined : await queries.listHeadNames(db, [headId])
  return { ...state, parentName: parent?.name ?? null, headName: (headId && heads?.get(headId)) || null }
}

/**
 * Writes the row again from the versions, and the history.
 *
 * @param change what became of what, where that is not today's row
 */
async function renew(
  { tx, record, today }: CommandContext,
  before: Unit,
  { validFrom, validTo }: UnitTime,
  action: string,
  change?: { before: UnitState; after: UnitState & { fromOn: Day } },
): Promise<Unit> {
  const current = versionOn(await queries.listVersions(tx, before.id), today) ?? before
  const unit = { ...stateOf(current), validFrom, validTo }
  if (!(await queries.updateUnit(tx, before.id, unit, existsOn(unit, today), before.version)))
    throw conflict(before)
  await refuseUnsound(tx, before.id, today)
  const after = await getUnit(tx, before.id)
  await record({
    kind: 'units',
    recordId: before.id,
    action,
    before: await told(tx, change?.before ?? before),
    after: await told(tx, change?.after ?? after),
  })
  return after
}

async function changeUnit(
  context: CommandContext,
  { id, version, ...unit }: UnitFields & Pick<Unit, 'id' | 'version'>,
): Promise<Unit> {
  const before = await getUnit(context.tx, id)
  if (before.version !== version) throw conflict(before)
  await refuseMissingReferences(context.tx, unit)
  await refuseClosing(context, before, unit.validTo)
  const current = versionOn(await queries.listVersions(context.tx, id), context.today)
  if (current) await queries.updateVersion(context.tx, current.id, unit)
  return renew(context, before, unit, 'changed')
}

/** What the tools of every register need to know of this one. */
export const unitsServed: ServedRegister<typeof unitsRegister> = {
  list: unitsList,
  settle: async ({ tx, today }, id) => {
    await settleUnits(tx, today)
    await refuseUnsound(tx, id, today)
  },
}

export const unitsHandlers: Omit<Handlers<typeof unitsContract>, keyof typeof unitsMergingHandlers> = {
  ...registerHandlers(unitsServed),

  removal: removalHandlers({
    list: unitsList,
    searchKinds: ['units'],
    get: getUnit,
    title: async (db, id) => (await getUnit(db, id)).name,
    rows: async (_db, id) => [
      { table: 'unit_versions', where: { unit_id: id } },
      { table: 'letterheads', where: { unit_id: id } },
    ],
  }),

  all: ({ db }) => listUnits(db),

  get: ({ db }, { id }) => getUnit(db, id),

  versions: async ({ db }, { id }) => {
    await getUnit(db, id)
    return versionsOf(db, id)
  },

  tree: ({ db }, { on }) => treeOn(db, on),

  chart: ({ db, services, user, now }, { on }) =>
    chartOf(db, services, on, { fullName: user.fullName, at: now }),

  printChart: inSteps({
    before: ({ db, services, user, now }, { on }) =>
      chartOf(db, services, on, { fullName: user.fullName, at: now }),
    run: async ({ record }, { on }, chart) => {
      await record({ kind: 'units', recordId: null, action: 'chartPrinted', after: { on } })
      return chart
    },
  }),

  create: (context, input) => createUnit(context, input),

  change: changeUnit,

  bulk: bulkHandlers(unitsList, { get: getUnit, change: changeUnit }),

  undo: undoHandlers(unitsList, { fields: unitFields, get: getUnit, change: changeUnit }),

  reorganise: async (context, { id, version, fromOn, ...state }) => {
    const { tx } = context
    const before = await getUnit(tx, id)
    if (before.version !== version) throw conflict(before)
    if (!isWithinTime(before, fromOn)) throw fieldRefused('fromOn', 'units.errors.outsideTime')
    await refuseMissingReferences(tx, state)
    const versions = await queries.listVersions(tx, id)
    const until = stateOf(versionOn(versions, fromOn) ?? before)
    const same = versions.find((each) => each.fromOn === fromOn)
    if (same) await queries.updateVersion(tx, same.id, state)
    else await queries.insertVersion(tx, id, fromOn, state)
    const after = { ...stateOf({ ...before, ...state }), fromOn }
    return renew(context, before, before, 'reorganised', { before: until, after })
  },

  callOff: async (context, { id, version, versionId }) => {
    const { tx, today } = context
    const before = await getUnit(tx, id)
    if (before.version !== version) throw conflict(before)
    const versions = await queries.listVersions(tx, id)
    const planned = versions.find((each) => each.id === versionId)
    if (!planned) throw notFound('units')
    if (!planned.fromOn || planned.fromOn <= today) throw ruleBroken('units.errors.inForce')
    await queries.deleteVersion(tx, versionId)
    const { fromOn } = planned
    const others = versions.filter((each) => each !== planned)
    const after = { ...stateOf(versionOn(others, fromOn) ?? before), fromOn }
    return renew(context, before, before, 'calledOff', { before: stateOf(planned), after })
  },
}
