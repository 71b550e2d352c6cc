import type { AddedMembers, eventsContract, NewPerson } from '#shared/features/events/events.contract.ts'
import { type ReadPeople, readPastedPeople } from '#shared/features/events/events.pasting.rules.ts'
import { maxMembers } from '#shared/features/events/events.rules.ts'
import { type VolunteerFields, volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listIds } from '../../kit/register/list.queries.ts'
import { checkReadable, readerOf } from '../../kit/register/reader.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import {
  createVolunteer,
  findVolunteer,
  listByName,
  nameKeys,
  volunteersServed,
} from '../volunteers/volunteers.service.ts'
import { listOnDay } from './events.groups.queries.ts'
import * as queries from './events.members.queries.ts'
import { getEvent, listMembersOf } from './events.reader.ts'
import { refuseClosed } from './events.service.ts'

type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now'>

/** Puts volunteers on the list of an event, each once; refuses a list that would be too long, and who is not there. */
export async function putOnList(
  { tx, record, now }: Writing,
  eventId: number,
  volunteerIds: readonly number[],
  groupId: number | null = null,
): Promise<AddedMembers> {
  const event = await getEvent(tx, eventId)
  refuseClosed(event)
  const listed = new Set(await queries.listVolunteerIds(tx, eventId))
  const wanted = [...new Set(volunteerIds)]
  const added = wanted.filter((id) => !listed.has(id))
  if (listed.size + added.length > maxMembers) throw ruleBroken('events.errors.tooMany', { max: maxMembers })
  const numbers = []
  for (const volunteerId of added) {
    const volunteer = await findVolunteer(tx, volunteerId)
    if (!volunteer) throw notFound('volunteers')
    await queries.insertMember(tx, { eventId, volunteerId, groupId, createdAt: now })
    numbers.push(volunteer.registerNumber)
  }
  if (numbers.length > 0)
    await record({ kind: 'events', recordId: eventId, action: 'peopleAdded', after: { members: numbers } })
  return { added: added.length, present: wanted.length - added.length }
}

/** A person typed beside a list as a volunteer of the register. */
function volunteerOf(person: NewPerson): VolunteerFields {
  const { guardianName: name, guardianRelation: relation, guardianPhone: phone, ...rest } = person
  const guardians = name || phone ? [{ name, relation, phone }] : []
  return volunteerFields.parse({ ...rest, guardians })
}

/** The selected volunteers of the register. */
async function selectedIds(
  context: CommandContext,
  asked: Parameters<
    Extract<Handlers<typeof eventsContract>['addSelected'], (...args: never[]) => unknown>
  >[1],
): Promise<number[]> {
  const list = volunteersServed.list as unknown as RegisterList<Register>
  const reader = readerOf(list, context)
  checkReadable(list, reader, asked)
  const inOrder = { ...asked, sort: list.register.mainField, direction: 'ascending' as const }
  return listIds(context.tx, list, reader, inOrder, asked.selection, maxMembers + 1)
}

/** Who of the register may be meant by the lines of a pasted list; whose birth date is the same stands first. */
async function readPeople(db: Db, eventId: number, text: string, today: string): Promise<ReadPeople> {
  const pasted = readPastedPeople(text, today)
  const people = pasted.people.slice(0, maxMembers)
  const tooMany = pasted.people.slice(maxMembers).map(({ surname, firstNames }) => `${surname} ${firstNames}`)
  const known = Map.groupBy(await listByName(db, people), ({ nameKey }) => nameKey)
  const listed = new Set(await queries.listVolunteerIds(db, eventId))
  const read = people.map((person) => {
    const found = new Map(
      nameKeys(person)
        .flatMap((key) => known.get(key) ?? [])
        .map((each) => [each.id, each]),
    )
    const candidates = [...found.values()]
      // Two birth dates that differ are two people.
      .filter(({ birthOn }) => !person.birthOn || !birthOn || birthOn === person.birthOn)
      .sort((a, b) => Number(b.birthOn === person.birthOn) - Number(a.birthOn === person.birthOn))
      .map(({ id, surname, firstNames, birthOn, town }) => ({
        id,
        name: `${surname} ${firstNames}`,
        birthOn,
        town,
        isOnList: listed.has(id),
      }))
    return { ...person, candidates }
  })
  return { people: read, unread: [...pasted.unread, ...tooMany] }
}

/** Who on a list is meant, of an event whose list may change. */
async function getMember(db: Db, memberId: number) {
  const found = await queries.findMember(db, memberId)
  if (!found) throw notFound('events')
  const event = await getEvent(db, found.eventId)
  refuseClosed(event)
  const member = (await listMembersOf(db, event)).find(({ id }) => id === memberId)
  if (!member) throw notFound('events')
  return { event, member }
}

type Handled = 'addPeople' | 'addSelected' | 'addGroup' | 'readPeople' | 'removeMember' | 'noteConsent'

export const eventsMembersHandlers: Pick<Handlers<typeof eventsContract>, Handled> = {
  addPeople: async (context, { id, volunteerIds, newPeople }) => {
    refuseClosed(await getEvent(context.tx, id))
    const created = []
    for (const person of newPeople) created.push(await createVolunteer(context, volunteerOf(person)))
    return putOnList(context, id, [...volunteerIds, ...created])
  },

  addSelected: async (context, asked) => putOnList(context, asked.id, await selectedIds(context, asked)),

  addGroup: async (context, { id, groupId }) => {
    const { startsOn } = await getEvent(context.tx, id)
    return putOnList(context, id, await listOnDay(context.tx, groupId, startsOn), groupId)
  },

  readPeople: async ({ db, user, today }, { id, text }) => {
    await getEvent(db, id, unitScope(user))
    return readPeople(db, id, text, today)
  },

  removeMember: async ({ tx, record }, { memberId, version }) => {
    const { event, member } = await getMember(tx, memberId)
    if (member.agreement) throw ruleBroken('events.errors.concluded')
    if (!(await queries.deleteMember(tx, memberId, version))) throw conflict(member)
    await record({
      kind: 'events',
      recordId: event.id,
      action: 'personRemoved',
      before: { members: [member.registerNumber] },
    })
  },

  noteConsent: async ({ tx, record, today }, { memberId, version, consentOn }) => {
    const { event, member } = await getMember(tx, memberId)
    if (member.agreement) throw ruleBroken('events.errors.concluded')
    if (consentOn !== null && consentOn > today)
      throw fieldRefused('consentOn', 'events.errors.consentInFuture')
    if (!(await queries.updateConsent(tx, { memberId, version }, consentOn))) throw conflict(member)
    await record({
      kind: 'events',
      recordId: event.id,
      action: 'consentNoted',
      before: { members: [member.registerNumber], consentOn: member.consentOn },
      after: { members: [member.registerNumber], consentOn },
    })
  },
}
