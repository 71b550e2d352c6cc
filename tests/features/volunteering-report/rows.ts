import { rowsBehind } from '#shared/features/volunteering-report/volunteering-report.rows.rules.ts'
import type {
  ReportBasis,
  ReportFigures,
  ReportLine,
  ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Api } from '#tests/support/testApp.ts'

type HoursAsked = Parameters<Api['hours']['list']>[0]['filters']

/** How long the entries are that the list has; of each its own time, whatever the list shows of it. */
async function minutesOf(api: Api, filters: HoursAsked): Promise<number> {
  const { rows } = await api.hours.list({ filters, limit: 200 })
  const entries = await Promise.all(rows.map(({ id }) => api.hours.get({ id })))
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What the lists have behind the figures of a line in a year. */
export async function rowsOf(
  of: Api,
  asked: { year: number; basis: ReportBasis; unitId: number | null },
  by: ReportWay,
  line: Pick<ReportLine, 'id'> | null,
): Promise<ReportFigures> {
  const behind = rowsBehind(asked, by, line)
  return {
    persons: await of.volunteers.count({ filters: behind.volunteers }),
    agreements: await of.agreements.count({ filters: behind.agreements }),
    minutes: await minutesOf(of, behind.hours.minutes),
    unconfirmedMinutes: await minutesOf(of, behind.hours.unconfirmedMinutes),
  }
}
