import type { ToldFigures } from '#shared/features/volunteering-report/volunteering-report.outside.rules.ts'
import {
  measuresOf,
  type ReportLine,
  type ReportShow,
  type ReportTable,
  type ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { wordOf } from '../../kit/register/cells.ts'

/** The key of a text of the report. */
export const own = (key: string) => `volunteeringReport.${key}`
const lineNames: Record<ReportWay, string> = {
  unit: own('noUnit'),
  activity: own('noActivity'),
  category: 'volunteers.categories',
  ageBand: own('ageBands'),
  month: own('months'),
}

/** How a line is called: by its own name, by the word of its code, or by the word for having none. */
export function nameOf({ id, name }: ReportLine, way: ReportWay, texts: object): string {
  if (way === 'unit' || way === 'activity') return name ?? wordOf(texts, lineNames[way])
  return wordOf(texts, `${lineNames[way]}.${way === 'month' ? 'm' : ''}${id}`)
}

/** The columns of figures: each measure in each year, the oldest first, and how much the newest has more than the one before. */
export function columnsOf({ years }: Pick<ReportTable, 'years'>, show: ReportShow, texts: object) {
  return measuresOf[show].flatMap((measure) => {
    const word = wordOf(texts, own(`measures.${measure}`))
    const ofYears = years
      .map((year, index) => ({
        key: `${measure}${year}`,
        title: years.length > 1 ? `${word} ${year}` : word,
        of: (line: ToldFigures[]) => line[index]?.[measure] ?? null,
      }))
      .reverse()
    const change = {
      key: `${measure}Change`,
      title: `${word}: ${wordOf(texts, own('change'))}`,
      of: ([now, before]: ToldFigures[]) => {
        const [count, earlier] = [now?.[measure], before?.[measure]]
        return typeof count === 'number' && typeof earlier === 'number' ? count - earlier : null
      },
    }
    return years.length > 1 ? [...ofYears, change] : ofYears
  })
}
