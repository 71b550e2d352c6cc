import type { z } from 'zod'
import type { pageOf } from '../../kit/register/register.ts'
import type { agreementsRegister } from '../agreements/agreements.register.ts'
import type { documentsRegister } from '../documents/documents.register.ts'
import type { requirementsRegister } from '../requirements/requirements.register.ts'

type AgreementsRequest = z.input<ReturnType<typeof pageOf<typeof agreementsRegister>>>
type RequirementsRequest = z.input<ReturnType<typeof pageOf<typeof requirementsRegister>>>
type RecentRequest = z.input<ReturnType<typeof pageOf<typeof documentsRegister>>>

/** How many rows each of the start page's lists shows. */
const rows = { limit: 8 } as const

/**
 * What the start page asks the registers for: who is in force today, what ends within 30 days (the nearest end
 * first), the drafts that wait (the latest start first) and the documents just issued. The server answers a head
 * for the own unit alone.
 */
export const startPageRequests: Record<'active' | 'ending' | 'drafts', AgreementsRequest> & {
  recent: RecentRequest
  reminders: RequirementsRequest
} = {
  active: { filters: { state: { oneOf: ['active', 'ending'] } } },
  ending: { ...rows, filters: { state: { oneOf: ['ending'] } }, sort: 'endsOn', direction: 'ascending' },
  drafts: { ...rows, filters: { state: { oneOf: ['draft'] } }, sort: 'startsOn', direction: 'descending' },
  recent: rows,
  reminders: { ...rows, filters: { waits: { is: true } } },
}
