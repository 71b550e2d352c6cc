import type { Api } from '#tests/support/testApp.ts'
import { today } from './fill.ts'
import type { Case } from './served.ts'

/** A month in which all agreements that there are have hours, and one that is not confirmed yet. */
const month = '2026-06'
const openMonth = '2026-11'

/** What the log of hours is asked while somebody works with it. */
export async function hoursCases(api: Api): Promise<Case[]> {
  const { lines } = await api.hours.month({ month })
  const { lines: open } = await api.hours.month({ month: openMonth })
  const [line] = lines
  const unitId = (await api.units.list({ limit: 3 })).rows.at(-1)?.id ?? 1
  const volunteer = { oneOf: [line?.volunteerId ?? 1] }
  const seen = open.map(({ agreementId, openMinutes }) => ({ agreementId, minutes: openMinutes }))
  let confirmedAt = ''
  const cells = open
    .slice(0, 20)
    .flatMap(({ agreementId, startsOn, days }) =>
      ['2026-11-20', '2026-11-21']
        .filter((day) => startsOn <= day && !days.some((served) => served.day === day))
        .map((day) => ({ agreementId, day })),
    )
  const cases: Record<string, Case[1]> = {
    'month, first page': (of) => of.hours.month({ month }),
    'month, a page further on': (of) => of.hours.month({ month, offset: 300 }),
    'month of a unit': (of) => of.hours.month({ month, unitId }),
    'month not confirmed': (of) => of.hours.month({ month: openMonth }),
    'save 40 cells': (of, turn) =>
      of.hours.save({ cells: cells.map((cell) => ({ ...cell, minutes: 60 + (turn % 3) * 15 })) }),
    'entries, first page': (of) => of.hours.list({}),
    'entries, one volunteer': (of) => of.hours.list({ filters: { volunteer } }),
    'entries, one month': (of) =>
      of.hours.list({ filters: { servedOn: { from: `${month}-01`, to: `${month}-30` } } }),
    'entries, one unit': (of) => of.hours.list({ filters: { unit: { oneOf: [unitId] } } }),
    'entries not confirmed': (of) => of.hours.list({ filters: { isConfirmed: { is: false } } }),
    'entries, search for a name': (of) => of.hours.list({ search: 'kowal' }),
    'count of all entries': (of) => of.hours.count({}),
    'count, not confirmed': (of) => of.hours.count({ filters: { isConfirmed: { is: false } } }),
    'count, one unit': (of) => of.hours.count({ filters: { unit: { oneOf: [unitId] } } }),
    'months of a volunteer': (of) => of.hours.months({ volunteerId: line?.volunteerId ?? 1 }),
    'totals of a year by unit': (of) => of.hours.totals({ from: '2025-01', to: '2025-12', by: 'unit' }),
    'totals of a year by month': (of) => of.hours.totals({ from: '2025-01', to: '2025-12', by: 'month' }),
    'totals of a year by volunteer': (of) =>
      of.hours.totals({ from: '2025-01', to: '2025-12', by: 'volunteer' }),
    'certificate with its hours': (of) =>
      of.documents.propose({ kind: 'certificate', volunteerId: line?.volunteerId ?? 1, issuedOn: today }),
    // By turns; what was confirmed is as it was seen again after it has been taken back.
    'confirm 100 lines, or take it back': async (of, turn) => {
      if (turn % 2 === 0) {
        confirmedAt = (await of.hours.confirm({ month: openMonth, lines: seen })).confirmedAt
        return
      }
      await of.hours.reopen({
        month: openMonth,
        agreementIds: seen.map((each) => each.agreementId),
        confirmedAt,
      })
    },
  }
  return Object.entries(cases).map(([name, call]) => [`hours: ${name}`, call])
}
