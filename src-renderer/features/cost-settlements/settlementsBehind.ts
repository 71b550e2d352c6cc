import type {
  CostFigures,
  CostTotalsLine,
  CostWay,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { daySpan } from '#shared/kit/dates.ts'
import type { Filters } from '#shared/kit/register/register.ts'

/** The filters of the list that has the settlements behind a figure of a line, or (null) of the whole year. */
export function settlementsBehind(
  { year, by }: { year: number; by: CostWay },
  line: Pick<CostTotalsLine, 'id'> | null,
  figure: keyof CostFigures,
): Filters<typeof costSettlementsRegister> {
  const first = `${year}-01-01`
  const startsOn =
    by === 'month' && line
      ? daySpan(`${year}-${String(line.id).padStart(2, '0')}-01`, 'month', 0)
      : daySpan(first, 'year', 0)
  const reference = line?.id === null ? { empty: true } : { oneOf: [line?.id ?? 0] }
  return {
    startsOn,
    state: { oneOf: figure === 'count' ? ['submitted', 'approved', 'paid'] : [figure] },
    ...(line && by !== 'month' && { [by]: reference }),
  }
}
