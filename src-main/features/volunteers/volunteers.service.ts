import type { AvailableSpan } from '#shared/features/volunteers/volunteers.availability.rules.ts'
import {
  type Volunteer,
  type VolunteerFields,
  volunteerFields,
  type volunteersContract,
} from '#shared/features/volunteers/volunteers.contract.ts'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { birthDayOf } from '#shared/features/volunteers/volunteers.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { peopleLikeness } from '#shared/kit/likeness/rules.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import { numberKey, takeNumber } from '../../documents/numbering.ts'
import { type CommandContext, type PublicCommandContext, type User, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { bulkHandlers } from '../../kit/register/bulk.ts'
import { duplicateHandlers } from '../../kit/register/duplicates.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import type { FindHolders } from '../../kit/ties.ts'
import { findUnit } from '../units/units.service.ts'
import { listThere } from './volunteers.import.queries.ts'
import { volunteerIdentity, volunteersList } from './volunteers.list.queries.ts'
import {
  countPreferring,
  listKnownWords,
  listProfiles,
  type ProfileLists,
  profileTables,
  writeProfile,
} from './volunteers.profile.queries.ts'
import * as queries from './volunteers.queries.ts'

/** The volunteer, for features that refer to one; undefined where there is none. */
export function findVolunteer(db: Db, id: number): Promise<Volunteer | undefined> {
  return queries.findVolunteer(db, id, null)
}

/** The volunteer; refuses `NOT_FOUND`, also where `unitId` (a head's unit) has nothing to do with that person. */
export async function getVolunteer(db: Db, id: number, unitId: number | null = null): Promise<Volunteer> {
  const volunteer = await queries.findVolunteer(db, id, unitId)
  if (!volunteer) throw notFound('volunteers')
  return volunteer
}

/**
 * Enters a volunteer with the next register number of the year, inside the caller's transaction.
 *
 * Refuses a PESEL that is in the register already: one person, one record.
 */
export async function createVolunteer(
  { tx, record, now, today }: Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>,
  entered: VolunteerFields,
  importId: number | null = null,
): Promise<number> {
  const volunteer = withBirthDay(entered)
  await refuseSamePesel(tx, volunteer.pesel, null)
  await refuseUnknownUnits(tx, volunteer)
  const year = yearOf(today)
  const number = await takeNumber(tx, 'volunteers', year)
  const id = await queries.insertVolunteer(tx, volunteer, {
    registerNumber: `WOL/${number}/${year}`,
    registerKey: numberKey(year, number),
    importId,
    createdAt: now,
  })
  if (importId) await record({ kind: 'volunteers', recordId: id, action: 'imported' })
  else await record({ kind: 'volunteers', recordId: id, action: 'created', after: volunteer })
  return id
}

/** Writes all fields over a volunteer for an import. Refuses a stale version, and a PESEL that somebody else has. */
export async function overwriteVolunteer(
  tx: Tx,
  id: number,
  version: number,
  volunteer: VolunteerFields,
): Promise<void> {
  await overwriteVolunteerRow(tx, id, version, volunteer)
  await writeProfile(tx, id, volunteer, false)
}

/** As `overwriteVolunteer`, without what has rows of its own: a merge chooses between whole sets of them. */
export async function overwriteVolunteerRow(
  tx: Tx,
  id: number,
  version: number,
  volunteer: VolunteerFields,
): Promise<void> {
  const before = await getVolunteer(tx, id)
  refuseAnonymised(before)
  await refuseSamePesel(tx, volunteer.pesel, id)
  if (!(await queries.updateVolunteer(tx, id, version, withBirthDay(volunteer), before.registerNumber)))
    throw conflict(before)
}

/** What a volunteer can, may and wants, when they have time, and who acts for them. */
export async function profileOf(db: Db, volunteerId: number): Promise<ProfileLists> {
  const profile = (await listProfiles(db, [volunteerId])).get(volunteerId)
  if (!profile) throw notFound('volunteers')
  return profile
}

/** When these volunteers have time, by their ids; tidy, as `tidyAvailability` leaves it. */
export async function availabilityOf(db: Db, ids: number[]): Promise<Map<number, AvailableSpan[]>> {
  const profiles = await listProfiles(db, ids)
  return new Map([...profiles].map(([id, { availability }]) => [id, availability]))
}

/** The volunteers who would like to serve in a unit: their wish would be lost with it. */
export const volunteersPreferringUnit: FindHolders = async (db, unitId) => {
  const count = await countPreferring(db, unitId)
  return count > 0 ? [{ key: 'volunteers.held.unit', params: { count }, records: [] }] : []
}

/** People in the register with one of these names, in any order of name and surname, for matching an import. */
export function listByName(db: Db, names: { surname: string; firstNames: string }[]) {
  return queries.listByNameKeys(db, [...new Set(names.flatMap(nameKeys))])
}

/** Which of these volunteers there are. */
export function listVolunteersById(db: Db, ids: number[]) {
  return listThere(db, ids)
}

/** The folded forms under which a name may stand in the register: `nowak anna` and `anna nowak`. */
export function nameKeys(name: { surname: string; firstNames: string }): string[] {
  return [queries.nameKeyOf(name), queries.nameKeyOf({ surname: name.firstNames, firstNames: name.surname })]
}

/** May this person read PESEL numbers, and find by them? Minimal data (GDPR art. 5(1)(c)): a viewer may not. */
export function readsPesel(user: User): boolean {
  return mayUse(user.role, 'volunteers.readPesel')
}

/** What of a volunteer somebody of this role is not shown, emptied. */
function hiddenFrom({ role }: User): Partial<VolunteerFields> {
  return {
    ...(!mayUse(role, 'volunteers.readPesel') && {
      pesel: '',
      peselNote: '',
      identityDocumentKind: '',
      identityDocument: '',
      legalStatus: 'byAge',
    }),
    ...(!mayUse(role, 'volunteers.write') && { conflictNotes: '' }),
  }
}

/** With the birth date that a sound PESEL tells where none was typed: lists and filters read the date alone. */
function withBirthDay(volunteer: VolunteerFields): VolunteerFields {
  return { ...volunteer, birthOn: birthDayOf(volunteer) }
}

async function refuseSamePesel(db: Db, pesel: string, exceptId: number | null): Promise<void> {
  if (pesel && (await queries.findVolunteerByPesel(db, pesel, exceptId))) {
    throw fieldRefused('pesel', 'volunteers.errors.peselTaken')
  }
}

/** A record whose data were removed is only a line of statistics. */
function refuseAnonymised({ anonymisedOn }: Volunteer): void {
  if (anonymisedOn) throw ruleBroken('volunteers.errors.anonymised')
}

/** Refuses, beside its field, a unit that is not there. */
async function refuseUnknownUnits(db: Db, { preferredUnits }: VolunteerFields): Promise<void> {
  for (const [index, { id }] of preferredUnits.entries())
    if (!(await findUnit(db, id))) throw fieldRefused(`preferredUnits.${index}`, 'validation.notFound')
}

async function changeVolunteer(
  context: Pick<CommandContext, 'tx' | 'today' | 'now' | 'user' | 'record' | 'services'>,
  { id, version, ...volunteer }: VolunteerFields & Pick<Volunteer, 'id' | 'version'>,
): Promise<Volunteer> {
  const { tx, record, services } = context
  const before = await getVolunteer(tx, id)
  refuseAnonymised(before)
  await refuseUnknownUnits(tx, volunteer)
  await refuseSamePesel(tx, volunteer.pesel, id)
  if (!(await queries.updateVolunteer(tx, id, version, withBirthDay(volunteer), before.registerNumber)))
    throw conflict(before)
  await writeProfile(tx, id, volunteer, false)
  const after = await getVolunteer(tx, id)
  await record({ kind: 'volunteers', recordId: id, action: 'changed', before, after })
  await services.served.get('volunteers')?.settle?.(context, id)
  return after
}

/** The statuses of volunteers are worked out by the feature `requirements` and kept here, where lists filter by them. */
export const { updateStatuses, listStatusDue, markStatusDoubtful, bringStatusesForward } = queries

/** What the tools of every register need to know of this one. */
export const volunteersServed: ServedRegister<typeof volunteersRegister> = { list: volunteersList }

/** Where the status of a volunteer and what it follows from are kept; rows that refer to others stand later. */
const statusTables = [
  'volunteer_activity_kinds',
  'requirement_completions',
  'requirement_exemptions',
  'volunteer_marks',
  'volunteer_statuses',
  'requirement_standings',
  'requirement_reminders',
] as const

export const volunteersHandlers: Omit<
  Handlers<typeof volunteersContract>,
  'merging' | 'anonymising' | 'anonymise'
> = {
  ...registerHandlers(volunteersServed),

  removal: removalHandlers({
    list: volunteersList,
    searchKinds: ['volunteers', 'pesels'],
    get: getVolunteer,
    title: async (db, id) => {
      const { surname, firstNames, registerNumber } = await getVolunteer(db, id)
      return `${surname} ${firstNames} (${registerNumber})`
    },
    rows: async (_db, id) => [
      { table: 'name_forms', where: { volunteer_id: id } },
      ...statusTables.map((table) => ({ table, where: { volunteer_id: id } })),
      ...profileTables.map((table) => ({ table, where: { volunteer_id: id } })),
      { table: 'protection_checks', where: { volunteer_id: id } },
    ],
    dependents: async (db, volunteerId) =>
      (await queries.listDraftIds(db, volunteerId)).map((id) => ({
        kind: 'agreements',
        id,
        searchKinds: ['agreements'],
      })),
    counted: { agreements: 'agreements.draftCount' },
  }),

  get: async ({ db, user, noteRead }, { id }) => {
    const volunteer = await getVolunteer(db, id, unitScope(user))
    if (readsPesel(user) && (volunteer.pesel || volunteer.identityDocument))
      noteRead({ kind: 'volunteers', recordId: id })
    return { ...volunteer, ...hiddenFrom(user) }
  },

  known: ({ db }) => listKnownWords(db),

  duplicates: duplicateHandlers({
    list: volunteersList,
    identity: volunteerIdentity,
    likeness: peopleLikeness,
    findBy: 'people',
  }),

  create: async (context, input) => getVolunteer(context.tx, await createVolunteer(context, input)),

  change: changeVolunteer,

  bulk: bulkHandlers(volunteersList, { get: getVolunteer, change: changeVolunteer }),

  undo: undoHandlers(volunteersList, { fields: volunteerFields, get: getVolunteer, change: changeVolunteer }),
}
