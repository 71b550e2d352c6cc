import type { z } from 'zod'
import { addDays, type Day } from '../../kit/dates.ts'
import type { pageOf } from '../../kit/register/register.ts'
import type { agreementsRegister } from '../agreements/agreements.register.ts'
import type { costSettlementsRegister } from '../cost-settlements/cost-settlements.register.ts'
import type { documentsRegister } from '../documents/documents.register.ts'
import type { hoursRegister } from '../hours/hours.register.ts'
import type { requirementsRegister } from '../requirements/requirements.register.ts'

type AgreementsRequest = z.input<ReturnType<typeof pageOf<typeof agreementsRegister>>>
type RequirementsRequest = z.input<ReturnType<typeof pageOf<typeof requirementsRegister>>>
type HoursRequest = z.input<ReturnType<typeof pageOf<typeof hoursRegister>>>
type CostsRequest = z.input<ReturnType<typeof pageOf<typeof costSettlementsRegister>>>
type RecentRequest = z.input<ReturnType<typeof pageOf<typeof documentsRegister>>>

/** How many rows each of the start page's lists shows. */
const rows = { limit: 8 } as const

/** Within how many days agreements end of which the start page tells. */
export const endingDays = [14, 30, 60] as const

/** Agreements in force that end within so many days, the nearest end first. */
export function endingWithin(nextDays: number): AgreementsRequest {
  return {
    ...rows,
    filters: { state: { oneOf: ['active', 'ending'] }, endsOn: { nextDays } },
    sort: 'endsOn',
    direction: 'ascending',
  }
}

/** Hours of the months before this one that nobody has confirmed. */
export function unconfirmedHours(today: Day): { filters: HoursRequest['filters'] } {
  const to = addDays(`${today.slice(0, 7)}-01`, -1)
  return { filters: { isConfirmed: { is: false }, servedOn: { to } } }
}

/**
 * What else the start page asks the registers for: who is in force today, the drafts that wait (the latest start first), the
 * documents just issued, requirements of which somebody is to be reminded, and costs that were handed in. The server answers
 * a head for the own unit alone.
 */
export const startPageRequests: Record<'active' | 'drafts', AgreementsRequest> & {
  recent: RecentRequest
  reminders: RequirementsRequest
  costs: Pick<CostsRequest, 'filters'>
} = {
  active: { filters: { state: { oneOf: ['active', 'ending'] } } },
  drafts: { ...rows, filters: { state: { oneOf: ['draft'] } }, sort: 'startsOn', direction: 'descending' },
  recent: rows,
  reminders: { ...rows, filters: { waits: { is: true } } },
  costs: { filters: { state: { oneOf: ['submitted'] } } },
}
