import { type RawBuilder, sql } from 'kysely'
import { signSystems } from '#shared/features/volunteers/volunteers.register.ts'
import { isOneOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import { containingPattern } from '../../database/search.ts'
import type { ListColumn } from '../../kit/register/register-list.ts'

/** The volunteers of whom a table has rows like this, found by one walk over its index. */
function among(table: string, where: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`volunteers.id in (select volunteer_id from ${sql.table(table)} where ${where})`
}

const signRows = sql`from volunteer_skills where volunteer_id = volunteers.id and kind = 'signLanguage'`
const knowsSystem = (system: string) =>
  among('volunteer_skills', sql`kind = 'signLanguage' and name = ${system}`)
const hasTimeOn = (weekday: number) => among('volunteer_availability', sql`weekday = ${weekday}`)

const firstUnit = (what: RawBuilder<unknown>) => sql<number>`(
  select ${what} from volunteer_preferences inner join units on units.id = volunteer_preferences.unit_id
  where volunteer_preferences.volunteer_id = volunteers.id order by volunteer_preferences.place limit 1
)`

const firstGuardian = sql`coalesce((
  select name from volunteer_guardians where volunteer_id = volunteers.id order by place limit 1
), '')`

/** The columns that tell of what lies in tables of its own. Several rows are told by the first, and found by each. */
export const profileColumns = {
  skills: { value: sql`volunteers.skills_text`, sort: sql`volunteers.skills_key` },
  languages: { value: sql`volunteers.languages_text`, sort: sql`volunteers.languages_key` },
  signLanguage: {
    value: sql`coalesce((select name ${signRows} order by place limit 1), 'none')`,
    conditions: {
      ...Object.fromEntries(signSystems.map((system) => [system, knowsSystem(system)])),
      none: sql`not ${among('volunteer_skills', sql`kind = 'signLanguage'`)}`,
    },
    isUnindexed: true,
  },
  availableOn: {
    value: sql`coalesce((
      select cast(weekday as text) from volunteer_availability where volunteer_id = volunteers.id
      order by weekday limit 1
    ), 'none')`,
    conditions: {
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [String(weekday), hasTimeOn(weekday)])),
      none: sql`not ${among('volunteer_availability', sql`true`)}`,
    },
    isUnindexed: true,
  },
  institution: { value: sql`volunteers.institution`, sort: sql`volunteers.institution_key` },
  institutionKind: { value: sql`volunteers.institution_kind`, thenBy: 'name' },
  engagement: { value: sql`volunteers.engagement`, thenBy: 'name' },
  preferredUnit: {
    value: firstUnit(sql`units.id`),
    text: firstUnit(sql`units.name`),
    folded: sql`coalesce(replace(${firstUnit(sql`units.sort_key`)}, '~', ''), '')`,
    among: (ids) => among('volunteer_preferences', isOneOf(sql`unit_id`, ids)),
    emptiness: sql`not ${among('volunteer_preferences', sql`unit_id is not null`)}`,
    options: {
      from: sql`units`,
      id: sql`units.id`,
      named: { text: sql`units.name`, sort: sql`units.sort_key` },
    },
  },
  source: { value: sql`volunteers.source`, sort: sortKeyOf('volunteers.source'), isUnindexed: true },
  guardianName: {
    value: firstGuardian,
    sort: sql`coalesce((
      select ${sortKeyOf('name')} from volunteer_guardians where volunteer_id = volunteers.id order by place limit 1
    ), '')`,
    containing: (text) =>
      among(
        'volunteer_guardians',
        sql`replace(${sortKeyOf('name')}, '~', '') like ${containingPattern(text)} escape '\\'`,
      ),
    isUnindexed: true,
  },
  isAnonymised: { value: sql`volunteers.anonymised_on is not null`, isUnindexed: true },
} satisfies Record<string, ListColumn>
