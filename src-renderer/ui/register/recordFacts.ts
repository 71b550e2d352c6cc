import { formatDay } from '#shared/kit/dates.ts'
import type { LikelyRecord } from '#shared/kit/register/duplicates.ts'

/** What one wants to know of a record besides its name. */
export function recordFacts({ number, birthOn, street, town, phone, email }: LikelyRecord): string {
  return [number, birthOn && formatDay(birthOn), street, town, phone, email].filter(Boolean).join(', ')
}
