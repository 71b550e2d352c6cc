import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import {
  deleteStoredRows,
  insertStoredRows,
  readStoredRows,
  type StoredRow,
  updateStoredRows,
} from '../../database/records.ts'

/** The fields of a volunteer that have rows of their own. */
export type ProfileLists = Pick<
  VolunteerFields,
  | 'guardians'
  | 'skills'
  | 'languages'
  | 'signLanguages'
  | 'availability'
  | 'activityWishes'
  | 'preferredUnits'
  | 'consents'
>

/** The tables of these rows; each refers to its volunteer by `volunteer_id`. */
export const profileTables = [
  'volunteer_guardians',
  'volunteer_skills',
  'volunteer_availability',
  'volunteer_preferences',
  'volunteer_consents',
] as const

function emptyLists(): ProfileLists {
  return {
    guardians: [],
    skills: [],
    languages: [],
    signLanguages: [],
    availability: [],
    activityWishes: [],
    preferredUnits: [],
    consents: [],
  }
}

/** What these volunteers can, may and want, and who acts for them, by their ids. */
export async function listProfiles(db: Db, ids: number[]): Promise<Map<number, ProfileLists>> {
  const profiles = new Map(ids.map((id) => [id, emptyLists()]))
  const of = (row: { volunteer_id: number }) => profiles.get(row.volunteer_id) ?? emptyLists()
  for (const row of await inPortions(ids, (portion) => readGuardians(db, portion))) {
    const { volunteer_id: _, ...guardian } = row
    of(row).guardians.push(guardian as ProfileLists['guardians'][number])
  }
  for (const row of await inPortions(ids, (portion) => readSkills(db, portion))) addSkill(of(row), row)
  for (const row of await inPortions(ids, (portion) => readAvailability(db, portion))) {
    const { weekday, from, to } = row
    of(row).availability.push({ weekday, from, to })
  }
  for (const row of await inPortions(ids, (portion) => readPreferences(db, portion))) {
    if (row.unit_id === null) of(row).activityWishes.push(row.activity)
    else of(row).preferredUnits.push({ id: row.unit_id, text: row.unitName ?? '' })
  }
  for (const row of await inPortions(ids, (portion) => readConsents(db, portion))) {
    const { volunteer_id: _, ...consent } = row
    of(row).consents.push(consent as ProfileLists['consents'][number])
  }
  return profiles
}

function addSkill(lists: ProfileLists, { kind, name, level }: { kind: string; name: string; level: string }) {
  if (kind === 'skill') lists.skills.push(name)
  else if (kind === 'language') lists.languages.push({ name, level } as ProfileLists['languages'][number])
  else lists.signLanguages.push({ system: name, level } as ProfileLists['signLanguages'][number])
}

function readGuardians(db: Db, ids: number[]) {
  return db
    .selectFrom('volunteer_guardians')
    .select([
      'volunteer_id',
      'name',
      'relation',
      'phone',
      'address',
      'consent_on as consentOn',
      'consent_kept_at as consentKeptAt',
    ])
    .where('volunteer_id', 'in', ids)
    .orderBy('place')
    .orderBy('id')
    .execute()
}

function readSkills(db: Db, ids: number[]) {
  return db
    .selectFrom('volunteer_skills')
    .select(['volunteer_id', 'kind', 'name', 'level'])
    .where('volunteer_id', 'in', ids)
    .orderBy('place')
    .orderBy('id')
    .execute()
}

function readAvailability(db: Db, ids: number[]) {
  return db
    .selectFrom('volunteer_availability')
    .select(['volunteer_id', 'weekday', 'from_minute as from', 'to_minute as to'])
    .where('volunteer_id', 'in', ids)
    .orderBy('weekday')
    .orderBy('from_minute')
    .execute()
}

function readPreferences(db: Db, ids: number[]) {
  return db
    .selectFrom('volunteer_preferences')
    .leftJoin('units', 'units.id', 'volunteer_preferences.unit_id')
    .select(['volunteer_id', 'activity', 'unit_id', 'units.name as unitName'])
    .where('volunteer_id', 'in', ids)
    .orderBy('place')
    .orderBy('volunteer_preferences.id')
    .execute()
}

function readConsents(db: Db, ids: number[]) {
  return db
    .selectFrom('volunteer_consents')
    .select([
      'volunteer_id',
      'about',
      'given_on as givenOn',
      'withdrawn_on as withdrawnOn',
      'kept_at as keptAt',
    ])
    .where('volunteer_id', 'in', ids)
    .orderBy('place')
    .orderBy('id')
    .execute()
}

/** The clause whose text is consented to. */
const consentTexts: Record<ProfileLists['consents'][number]['about'], string> = {
  photo: 'applicationCard.photoConsent',
  contact: 'applicationCard.newsletterConsent',
}

function rowsOf(lists: ProfileLists): Record<(typeof profileTables)[number], StoredRow[]> {
  const skill = (kind: string, name: string, level: string) => ({ kind, name, level })
  return {
    volunteer_guardians: placed(
      lists.guardians.map(({ name, relation, phone, address, consentOn, consentKeptAt }) => ({
        name,
        relation,
        phone,
        address,
        consent_on: consentOn,
        consent_kept_at: consentKeptAt,
      })),
    ),
    volunteer_skills: placed([
      ...lists.skills.map((name) => skill('skill', name, '')),
      ...lists.languages.map(({ name, level }) => skill('language', name, level)),
      ...lists.signLanguages.map(({ system, level }) => skill('signLanguage', system, level)),
    ]),
    volunteer_availability: lists.availability.map(({ weekday, from, to }) => ({
      weekday,
      from_minute: from,
      to_minute: to,
    })),
    volunteer_preferences: placed([
      ...lists.activityWishes.map((activity) => ({ activity, unit_id: null })),
      ...lists.preferredUnits.map(({ id }) => ({ activity: '', unit_id: id })),
    ]),
    volunteer_consents: placed(
      lists.consents.map(({ about, givenOn, withdrawnOn, keptAt }) => ({
        about,
        text_key: consentTexts[about],
        given_on: givenOn,
        withdrawn_on: withdrawnOn,
        kept_at: keptAt,
      })),
    ),
  }
}

function placed(rows: StoredRow[]): StoredRow[] {
  return rows.map((row, place) => ({ place, ...row }))
}

/**
 * Writes the rows of a volunteer. What stays as it was keeps its row and its id: a merge that is undone later knows by it
 * that nobody edited the row.
 */
export async function writeProfile(tx: Tx, id: number, lists: ProfileLists, isNew: boolean): Promise<void> {
  const wanted = rowsOf(lists)
  for (const table of profileTables) {
    const place = { table, where: { volunteer_id: id } }
    const left = isNew ? [] : await readStoredRows(tx, place)
    const added: StoredRow[] = []
    for (const row of wanted[table]) {
      const at = left.findIndex((stored) => isSameRow(stored, row))
      const [kept] = at < 0 ? [] : left.splice(at, 1)
      if (!kept) added.push({ volunteer_id: id, ...row })
      else if ('place' in row && kept.place !== row.place)
        await updateStoredRows(tx, place, [Number(kept.id)], { place: row.place ?? 0 })
    }
    for (const { id: gone } of left) await deleteStoredRows(tx, { table, where: { id: gone ?? null } })
    await insertStoredRows(tx, table, added)
  }
}

function isSameRow(stored: StoredRow, row: StoredRow): boolean {
  return Object.entries(row).every(([column, value]) => column === 'place' || stored[column] === value)
}

/** What of the skills stands in the row of the volunteer itself, for the list. */
export function skillColumns({ skills, languages }: Pick<ProfileLists, 'skills' | 'languages'>) {
  const [skillsText, languagesText] = [skills.join('; '), languages.map(({ name }) => name).join('; ')]
  return {
    skills_text: skillsText,
    skills_key: sortKey(skillsText),
    languages_text: languagesText,
    languages_key: sortKey(languagesText),
  }
}

/** How many words are proposed for a field. */
const proposedWords = 200

/** Institutions, languages and skills that stand in the register, the frequent ones first. */
export async function listKnownWords(db: Db) {
  const institutions = await db
    .selectFrom('volunteers')
    .select('institution as word')
    .where('institution_key', '<>', '')
    .groupBy('institution')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .limit(proposedWords)
    .execute()
  const skillsOf = (kind: 'skill' | 'language') =>
    db
      .selectFrom('volunteer_skills')
      .select('name as word')
      .where('kind', '=', kind)
      .groupBy('name')
      .orderBy((eb) => eb.fn.countAll(), 'desc')
      .limit(proposedWords)
      .execute()
  const words = (rows: { word: string }[]) => rows.map(({ word }) => word)
  return {
    institutions: words(institutions),
    languages: words(await skillsOf('language')),
    skills: words(await skillsOf('skill')),
  }
}

/** The volunteers who named a unit as a place where they would like to serve. */
export async function countPreferring(db: Db, unitId: number): Promise<number> {
  const { count } = await db
    .selectFrom('volunteer_preferences')
    .select((eb) => eb.fn.count<number>('volunteer_id').distinct().as('count'))
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return count
}
