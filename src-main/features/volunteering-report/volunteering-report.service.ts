import type {
  OpenedReport,
  volunteeringReportContract,
} from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { unitScope } from '../../kit/context.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getFrozen, reportTable, wholeReport, withinReach } from './volunteering-report.counting.service.ts'
import type { volunteeringReportOutHandlers } from './volunteering-report.out.service.ts'
import * as queries from './volunteering-report.queries.ts'

/** The handlers of the year in volunteering. */
export const volunteeringReportHandlers: Omit<
  Handlers<typeof volunteeringReportContract>,
  keyof typeof volunteeringReportOutHandlers
> = {
  table: async ({ db, user }, { by, ...wanted }) => {
    const asked = withinReach(user, wanted)
    return { ...(await reportTable(db, asked, by)), by, basis: asked.basis, unitId: asked.unitId }
  },

  freeze: async ({ tx, user, today, now, record }, { note, ...wanted }) => {
    const asked = withinReach(user, wanted)
    const { year, basis, unitId } = asked
    const id = await queries.insertFrozen(tx, {
      year,
      basis,
      unit_id: unitId,
      note,
      content: await wholeReport(tx, asked),
      frozen_on: today,
      frozen_at: now,
      frozen_by: user.id,
      frozen_by_name: user.fullName,
    })
    await record({
      kind: 'volunteeringReport',
      recordId: id,
      action: 'reportFrozen',
      after: { year, basis, unitId, on: today },
    })
    return { id }
  },

  frozen: ({ db, user }) => queries.listFrozen(db, unitScope(user)),

  openFrozen: async ({ db, user }, { id }): Promise<OpenedReport> => {
    const frozen = await getFrozen(db, user, id)
    const { year, basis, unitId, content } = frozen
    return {
      ...frozen,
      present: await wholeReport(db, { year, basis, unitId, compared: content.years.length - 1 }),
    }
  },
}
