import { formatDay } from '#shared/kit/dates.ts'
import type { LikelyRecord } from '#shared/kit/register/duplicates.ts'

/** How a record is called: a person by surname and first names, anything else by its name. */
export function recordName({ surname, firstNames }: LikelyRecord): string {
  return `${surname} ${firstNames}`.trim()
}

/** What one wants to know of a record besides its name. */
export function recordFacts(record: LikelyRecord): string {
  const { number, birthOn, street, town, phone, email, unit, startsOn, endsOn } = record
  const days = startsOn && [startsOn, endsOn].map((day) => (day ? formatDay(day) : '…')).join('–')
  return [number, birthOn && formatDay(birthOn), days, unit, street, town, phone, email]
    .filter(Boolean)
    .join(', ')
}
