import { type RawBuilder, sql } from 'kysely'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import type { Day } from '#shared/kit/dates.ts'
import { type DayRange, dayRangeOf } from '#shared/kit/register/filters.ts'
import type { Filters } from '#shared/kit/register/register.ts'
import { isOneOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { ListColumn } from '../../kit/register/register-list.ts'

type VolunteerFilters = Filters<typeof volunteersRegister>
const keys = ['agreementInForce', 'agreementConcluded', 'agreementUnit', 'agreementActivity'] as const
type Key = (typeof keys)[number]

const signed = sql`agreements.status = 'signed'`
const activityOrder = sortKeyOf('activities.name')

function isAbout(ids: readonly number[]): RawBuilder<boolean> {
  return sql`agreements.id in (select agreement_id from agreement_activities where ${isOneOf(sql`activity_id`, ids)})`
}

function isInForce({ from, to }: DayRange): RawBuilder<boolean> {
  return sql`agreements.starts_on <= ${to ?? '9999-12-31'} and coalesce(agreements.ends_on, '9999-12-31') >= ${from ?? ''}`
}

function isConcluded({ from, to }: DayRange): RawBuilder<boolean> {
  return sql`agreements.concluded_on >= ${from ?? ''} and agreements.concluded_on <= ${to ?? '9999-12-31'}`
}

/** What the filters ask of one agreement: each of them that names days or records. */
function askedOf(filters: VolunteerFilters, today: Day): Partial<Record<Key, RawBuilder<boolean>>> {
  const { agreementInForce, agreementConcluded, agreementUnit, agreementActivity } = filters
  const inForce = agreementInForce && dayRangeOf(agreementInForce, today)
  const concluded = agreementConcluded && dayRangeOf(agreementConcluded, today)
  return {
    ...(inForce && { agreementInForce: isInForce(inForce) }),
    ...(concluded && { agreementConcluded: isConcluded(concluded) }),
    ...(agreementUnit && unitAsked(agreementUnit)),
    ...(agreementActivity && activityAsked(agreementActivity)),
  }
}

function unitAsked(
  filter: NonNullable<VolunteerFilters['agreementUnit']>,
): Partial<Record<Key, RawBuilder<boolean>>> {
  if ('oneOf' in filter) return { agreementUnit: isOneOf(sql`agreements.unit_id`, filter.oneOf) }
  if ('empty' in filter)
    return {
      agreementUnit: filter.empty ? sql`agreements.unit_id is null` : sql`agreements.unit_id is not null`,
    }
  return {}
}

const hasActivity = sql<boolean>`exists (select 1 from agreement_activities where agreement_id = agreements.id)`

function activityAsked(
  filter: NonNullable<VolunteerFilters['agreementActivity']>,
): Partial<Record<Key, RawBuilder<boolean>>> {
  if ('oneOf' in filter) return { agreementActivity: isAbout(filter.oneOf) }
  if ('empty' in filter) return { agreementActivity: filter.empty ? sql`not ${hasActivity}` : hasActivity }
  return {}
}

/**
 * The columns that tell of the newest concluded agreement for which all their filters hold at once. People without one are
 * not found. Where none of them filters they are empty: every page of the list would pay for them.
 *
 * @param ofUnit what a head may see of the agreements
 */
export function agreementColumns(
  filters: VolunteerFilters,
  today: Day,
  ofUnit: RawBuilder<boolean>,
): Record<Key, ListColumn> {
  const asked = askedOf(filters, today)
  const all = sql.join([signed, ofUnit, ...Object.values(asked)], sql` and `)
  // One look at the agreements answers for all filters; asked once, whichever of them comes first.
  const first = keys.find((key) => key in asked)
  const holds = (key: Key) =>
    key === first
      ? sql<boolean>`volunteers.id in (select agreements.volunteer_id from agreements where ${all})`
      : sql<boolean>`true`
  const isAsked = keys.some((key) => filters[key])
  const newest = (what: RawBuilder<unknown>) =>
    !isAsked
      ? sql<number>`null`
      : sql<number>`(
    select ${what} from agreements left join units on units.id = agreements.unit_id
    where agreements.volunteer_id = volunteers.id and ${all}
    order by agreements.starts_on desc, agreements.id desc limit 1
  )`
  const activityOfNewest = (what: RawBuilder<unknown>) =>
    newest(sql`(
      select ${what} from agreement_activities
      inner join activities on activities.id = agreement_activities.activity_id
      where agreement_activities.agreement_id = agreements.id order by ${activityOrder} limit 1
    )`)
  // Whether an agreement without it is asked for or one with it stands in what is asked of the agreement already.
  const emptiness = (key: 'agreementUnit' | 'agreementActivity', value: RawBuilder<unknown>) => {
    const filter = filters[key]
    if (!filter || !('empty' in filter)) return sql<boolean>`${value} is null`
    return filter.empty ? holds(key) : sql<boolean>`not ${holds(key)}`
  }
  const unit = newest(sql`agreements.unit_id`)
  const activity = activityOfNewest(sql`activities.id`)
  return {
    agreementInForce: { value: newest(sql`agreements.starts_on`), within: () => holds('agreementInForce') },
    agreementConcluded: {
      value: newest(sql`agreements.concluded_on`),
      within: () => holds('agreementConcluded'),
    },
    agreementUnit: {
      value: unit,
      text: newest(sql`units.name`),
      folded: sql`coalesce(replace(${newest(sql`units.sort_key`)}, '~', ''), '')`,
      among: () => holds('agreementUnit'),
      emptiness: emptiness('agreementUnit', unit),
      options: {
        from: sql`units`,
        id: sql`units.id`,
        named: { text: sql`units.name`, sort: sql`units.sort_key` },
      },
    },
    agreementActivity: {
      value: activity,
      text: activityOfNewest(sql`activities.name`),
      folded: sql`coalesce(replace(${activityOfNewest(activityOrder)}, '~', ''), '')`,
      among: () => holds('agreementActivity'),
      emptiness: emptiness('agreementActivity', activity),
      options: {
        from: sql`activities`,
        id: sql`activities.id`,
        named: { text: sql`activities.name`, sort: activityOrder },
      },
    },
  }
}
