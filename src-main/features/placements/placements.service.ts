import {
  type Placement,
  type PlacementFields,
  placementFields,
  type placementsContract,
} from '#shared/features/placements/placements.contract.ts'
import type { placementsRegister } from '#shared/features/placements/placements.register.ts'
import {
  clashOf,
  isForVolunteerToMeet,
  isWithin,
  lastDayOf,
} from '#shared/features/placements/placements.rules.ts'
import { daySpan, formatDay } from '#shared/kit/dates.ts'
import type { Tx } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import { isInStaff } from '../staff/staff.reader.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import { placementsList } from './placements.list.queries.ts'
import * as monitoring from './placements.monitoring.queries.ts'
import { findNeed } from './placements.needs.queries.ts'
import * as queries from './placements.queries.ts'
import { asReadBy, getPlacement, readsFamilies } from './placements.reader.ts'
import { listRules, markLaidOut } from './placements.rhythm.queries.ts'
import { layOut } from './placements.rhythm.service.ts'
import { obstaclesOn, type placementsStepsHandlers } from './placements.steps.service.ts'
import { listWeek } from './placements.week.queries.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/** Refuses beside its field what a placement may not be; answers whose it is, and what its place says of minors. */
async function soundPlacement(tx: Tx, placement: PlacementFields, id: number | null, today: string) {
  const agreement = await getAgreement(tx, placement.agreementId)
  if (agreement.status !== 'signed')
    throw fieldRefused('agreementId', 'placements.errors.agreementNotConcluded')
  const { startsOn, endsOn } = placement
  const outside = (field: 'startsOn' | 'endsOn') =>
    fieldRefused(field, 'placements.errors.outsideAgreement', {
      from: formatDay(agreement.startsOn),
      to: agreement.endsOn ? formatDay(agreement.endsOn) : '…',
    })
  if (!isWithin({ startsOn, endsOn: startsOn }, agreement)) throw outside('startsOn')
  if (endsOn !== null && !isWithin({ startsOn, endsOn }, agreement)) throw outside('endsOn')

  const place = await queries.findPlace(tx, placement)
  if (placement.unitId !== null && !place.unit) throw fieldRefused('unitId', 'validation.notFound')
  if (place.unit?.closedAfter && place.unit.closedAfter < startsOn)
    throw fieldRefused('unitId', 'placements.errors.unitClosed')
  if (placement.familyId !== null && !place.family) throw fieldRefused('familyId', 'validation.notFound')
  if (id === null && place.family?.status === 'closed')
    throw fieldRefused('familyId', 'placements.errors.familyClosed')
  if (!place.hasKind) throw fieldRefused('activityKindId', 'validation.notFound')
  if (placement.coordinatorId !== null && !(await isInStaff(tx, placement.coordinatorId)))
    throw fieldRefused('coordinatorId', 'validation.notFound')
  if (placement.needId !== null && !(await findNeed(tx, placement.needId, { unitId: null, today })))
    throw fieldRefused('needId', 'validation.notFound')

  const others = (await queries.listOfVolunteer(tx, agreement.volunteerId, id)).map((other) => ({
    ...other,
    endsOn: other.endsOn ?? other.agreementEndsOn,
  }))
  const clash = clashOf({ ...placement, endsOn: lastDayOf(placement, agreement) }, others)
  if (clash)
    throw clash.unitName === null
      ? fieldRefused('hours', 'placements.errors.clashFamily', { day: formatDay(clash.startsOn) })
      : fieldRefused('hours', 'placements.errors.clash', {
          place: clash.unitName,
          day: formatDay(clash.startsOn),
        })
  return { volunteerId: agreement.volunteerId, isForMinors: place.isForMinors }
}

/** Plans a placement inside the caller's transaction; refuses as `placements.create` does. @returns its id */
export async function planPlacement(
  { tx, record, now, today }: Writing,
  placement: PlacementFields,
): Promise<number> {
  const { volunteerId } = await soundPlacement(tx, placement, null, today)
  const id = await queries.insertPlacement(tx, placement, { volunteerId, createdAt: now })
  await record({
    kind: 'placements',
    recordId: id,
    action: 'created',
    after: recorded(await getPlacement(tx, id)),
  })
  return id
}

/** What the history keeps of a placement: of a family only its id, by which nobody is told. */
function recorded(placement: Placement) {
  const { familyCode, introductions, isForMinors, state, familyUnitId, volunteerId, ...told } = placement
  return told
}

async function changePlacement(
  { tx, record, today, now }: Writing,
  { id, version, ...entered }: PlacementFields & Pick<Placement, 'id' | 'version'>,
): Promise<Placement> {
  const before = await getPlacement(tx, id)
  if (before.state === 'ended') throw ruleBroken('placements.errors.over')
  const isFixed = before.state !== 'planned'
  if (isFixed && (entered.unitId !== before.unitId || entered.familyId !== before.familyId))
    throw fieldRefused('unitId', 'placements.errors.placeFixed')
  if (isFixed && entered.agreementId !== before.agreementId)
    throw fieldRefused('agreementId', 'placements.errors.placeFixed')
  const { volunteerId } = await soundPlacement(tx, entered, id, today)
  if (!(await queries.updatePlacement(tx, id, version, { ...entered, volunteerId }))) throw conflict(before)
  const after = await getPlacement(tx, id)
  if (before.state === 'active' && before.endsOn !== after.endsOn) await layOutAnew(tx, after, { today, now })
  await record({
    kind: 'placements',
    recordId: id,
    action: 'changed',
    before: recorded(before),
    after: recorded(after),
  })
  return after
}

/** After the last day has moved: what lies behind it falls away, and what came within it is laid out. */
async function layOutAnew(
  tx: Tx,
  placement: Placement,
  { today, now }: { today: string; now: string },
): Promise<void> {
  const { ruleId, dueUntil } = await queries.getLayout(tx, placement.id)
  const lastDay = lastDayOf(placement, { endsOn: placement.agreementEndsOn })
  if (lastDay !== null) await monitoring.deleteOpenAfter(tx, placement.id, lastDay, 'rhythm')
  const until = lastDay !== null && dueUntil !== null && dueUntil > lastDay ? lastDay : dueUntil
  if (until !== null && until !== dueUntil) await markLaidOut(tx, placement.id, until)
  await layOut(tx, { ...placement, ruleId, dueUntil: until }, { rules: await listRules(tx), today, now })
}

/** What the tools of every register need to know of this one. */
export const placementsServed: ServedRegister<typeof placementsRegister> = { list: placementsList }

export const placementsHandlers: Omit<
  Handlers<typeof placementsContract>,
  keyof typeof placementsStepsHandlers
> = {
  ...registerHandlers(placementsServed),

  removal: removalHandlers({
    list: placementsList,
    searchKinds: [],
    get: getPlacement,
    title: async (db, id) => {
      const { volunteerName, unitName, startsOn } = await getPlacement(db, id)
      return [volunteerName, unitName, formatDay(startsOn)].filter(Boolean).join(', ')
    },
    reasons: async (db, id) =>
      (await getPlacement(db, id)).activeOn === null ? [] : [{ key: 'placements.held.begun', records: [] }],
    rows: async (_db, id) => [
      { table: 'introductions', where: { placement_id: id } },
      { table: 'monitoring_entries', where: { placement_id: id } },
    ],
  }),

  undo: undoHandlers(placementsList, {
    fields: placementFields,
    get: getPlacement,
    change: (context: CommandContext, row: PlacementFields & { id: number; version: number }) =>
      changePlacement(context, row),
  }),

  get: async ({ db, user, noteRead }, { id }) => {
    const placement = await getPlacement(db, id, unitScope(user))
    if (placement.familyId !== null && readsFamilies(user))
      noteRead({ kind: 'families', recordId: placement.familyId })
    return asReadBy(placement, user)
  },

  obstacles: async ({ db, user, today }, { id }) => {
    const placement = await getPlacement(db, id, unitScope(user))
    if (placement.state === 'ended') return []
    const found = await obstaclesOn(db, placement, placement.startsOn > today ? placement.startsOn : today)
    return placement.state === 'active' ? found.filter(isForVolunteerToMeet) : found
  },

  check: async ({ db, today }, placement) => {
    const { volunteerId } = await getAgreement(db, placement.agreementId)
    const { isForMinors } = await queries.findPlace(db, placement)
    const found = await obstaclesOn(
      db,
      {
        ...placement,
        volunteerId,
        isForMinors,
        placeKind: placement.familyId === null ? 'unit' : 'family',
        introductions: [],
      },
      placement.startsOn > today ? placement.startsOn : today,
    )
    // That the meeting is still to come is no news while one plans it.
    return found.filter(({ key }) => key !== 'placements.obstacles.notIntroduced')
  },

  create: async (context, input) => getPlacement(context.tx, await planPlacement(context, input)),

  change: changePlacement,

  week: async ({ db, user }, { unitId, volunteerId, day }) => {
    const scope = unitScope(user)
    if (volunteerId !== null) await getVolunteer(db, volunteerId, scope)
    const week = daySpan(day, 'week', 0)
    const visits = await listWeek(db, { unitId: scope ?? unitId, volunteerId, ...week })
    return readsFamilies(user) ? visits : visits.map((visit) => ({ ...visit, familyCode: null }))
  },
}
