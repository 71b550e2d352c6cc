import type {
  eventGroupsContract,
  GroupFields,
  VolunteerGroup,
} from '#shared/features/events/events.groups.contract.ts'
import type { Db } from '../../database/database.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { findVolunteer } from '../volunteers/volunteers.service.ts'
import * as queries from './events.groups.queries.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

async function getGroup(db: Db, id: number, today: string): Promise<VolunteerGroup> {
  const [group] = await queries.listGroups(db, today, id)
  if (!group) throw notFound('volunteerGroups')
  return group
}

/** Adds a group inside the caller's transaction. */
export async function createGroup(
  { tx, record, now, today }: Writing,
  group: GroupFields,
): Promise<VolunteerGroup> {
  const id = await queries.insertGroup(tx, group, now)
  await record({ kind: 'volunteerGroups', recordId: id, action: 'created', after: group })
  return getGroup(tx, id, today)
}

/** Puts volunteers into a group from a day on, inside the caller's transaction; answers how many joined. */
export async function joinGroup(
  { tx, record, today }: Writing,
  { id, volunteerIds, joinedOn }: { id: number; volunteerIds: readonly number[]; joinedOn: string },
): Promise<number> {
  const group = await getGroup(tx, id, today)
  if (!group.isActive) throw ruleBroken('volunteerGroups.errors.outOfUse')
  const there = new Set(await queries.listOnDay(tx, id, joinedOn))
  const numbers = []
  for (const volunteerId of new Set(volunteerIds)) {
    if (there.has(volunteerId)) continue
    const volunteer = await findVolunteer(tx, volunteerId)
    if (!volunteer) throw notFound('volunteers')
    await queries.insertMembership(tx, { groupId: id, volunteerId, joinedOn })
    numbers.push(volunteer.registerNumber)
  }
  if (numbers.length > 0)
    await record({
      kind: 'volunteerGroups',
      recordId: id,
      action: 'peopleAdded',
      after: { members: numbers, joinedOn },
    })
  return numbers.length
}

export const eventGroupsHandlers: Handlers<typeof eventGroupsContract> = {
  list: ({ db, today }) => queries.listGroups(db, today),

  members: ({ db, user }, { id }) => queries.listGroupMembers(db, id, unitScope(user)),

  create: createGroup,

  change: async ({ tx, record, today }, { id, version, ...group }) => {
    const before = await getGroup(tx, id, today)
    if (!(await queries.updateGroup(tx, { id, version }, group))) throw conflict(before)
    const after = await getGroup(tx, id, today)
    await record({ kind: 'volunteerGroups', recordId: id, action: 'changed', before, after })
    return after
  },

  join: joinGroup,

  leave: async ({ tx, record }, { memberId, leftOn }) => {
    const member = await queries.findMembership(tx, memberId)
    if (!member) throw notFound('volunteerGroups')
    if (leftOn < member.joinedOn) throw fieldRefused('leftOn', 'validation.endBeforeStart')
    await queries.endMembership(tx, memberId, leftOn)
    await record({
      kind: 'volunteerGroups',
      recordId: member.groupId,
      action: 'personLeft',
      after: { members: [member.registerNumber], leftOn },
    })
  },
}
