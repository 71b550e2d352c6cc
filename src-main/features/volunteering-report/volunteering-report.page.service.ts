import type { ReportAudience } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  reportOutside,
  type ToldFigures,
  type ToldReport,
  wholeOutside,
} from '#shared/features/volunteering-report/volunteering-report.outside.rules.ts'
import {
  hoursText,
  measuresOf,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportShow,
  repeats,
  reportShows,
  reportWays,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { columnsOf, nameOf, own } from './volunteering-report.words.service.ts'

/** Lines and wholes as a reader of the page may see them. */
function toldTo(audience: ReportAudience, content: ReportContent, basis: ReportBasis): ToldReport {
  if (audience === 'outside')
    return reportOutside(content, { figures: content.totals[basis], served: content.served?.totals[basis] })
  const lines = reportWays.map((way) => [way, content.lines[way].map(({ years }) => years)])
  return { lines: Object.fromEntries(lines), totals: content.totals[basis] }
}

interface Printed {
  content: ReportContent
  year: number
  basis: ReportBasis
  audience: ReportAudience
  /** Lines under the title: who prints it and when, or who froze it and on which day. */
  by: string
  frozen: string
}

/** What a part of the page gets: people and agreements, or hours, told in every way. */
function partOf({ content, basis, audience }: Printed, show: ReportShow, texts: object) {
  const measures = measuresOf[show]
  const columns = columnsOf(content, show, texts)
  const inWords = (count: number) => (show === 'hours' ? hoursText(count) : String(count))
  const shown = (count: number | null) => (count === null ? '×' : inWords(count))
  const changed = (key: string, count: number | null) =>
    key.endsWith('Change') && count !== null && count > 0 ? `+${inWords(count)}` : shown(count)
  const cellsOf = (line: ToldFigures[]) => columns.map(({ key, of }) => changed(key, of(line)))
  const visible = toldTo(audience, content, basis)
  const bars = ([newest]: ToldFigures[]) => measures.map((measure) => newest?.[measure] ?? 0)
  const isTold = (years: ReportFigures[]) =>
    show === 'people' || years.some((figures) => measures.some((measure) => figures[measure] !== 0))
  const tables = reportWays.map((way) => {
    const note = wordOf(texts, own(`notes.${way}`))
    const hoursNote = wordOf(texts, own(`hoursNotes.${way}`))
    return {
      title: wordOf(texts, own(`tables.${way}`)),
      column: wordOf(texts, own(`by.${way}`)),
      note: show === 'hours' ? hoursNote : repeats(way) ? note : '',
      lines: content.lines[way].flatMap((line, index) =>
        isTold(line.years)
          ? [
              {
                name: nameOf(line, way, texts),
                cells: cellsOf(visible.lines[way][index] as ToldFigures[]),
                bars: bars(visible.lines[way][index] as ToldFigures[]),
              },
            ]
          : [],
      ),
      total: cellsOf(visible.totals),
    }
  })
  const whole = (of: ReportBasis) => {
    const total = content.totals[of][0] as ReportFigures
    // The whole of the asked way of counting is told wherever its lines allow it.
    const outside = of === basis ? visible.totals[0] : wholeOutside(total, content.served?.totals[of][0])
    const figures = audience === 'inside' ? total : outside
    return {
      title: wordOf(texts, own(`bases.${of}`)),
      figures: measures.map((measure) => shown(figures?.[measure] ?? null)),
    }
  }
  return {
    title: wordOf(texts, own(`shows.${show}`)),
    counted:
      show === 'hours'
        ? [wordOf(texts, own(`counted.hours.${basis}`)), wordOf(texts, own('counted.confirmed'))]
        : [
            wordOf(texts, own(`counted.${basis}`)),
            wordOf(texts, own('counted.persons')),
            wordOf(texts, own('counted.age')),
          ],
    measures: measures.map((measure) => wordOf(texts, own(`measures.${measure}`))),
    wholes: [whole('inForce'), whole('concluded')],
    tables,
  }
}

/** What the template of the report gets. */
export function pageOf(printed: Printed, texts: object, language: 'pl' | 'en') {
  const { content, year, audience, by, frozen } = printed
  return {
    page: pageWords(texts, language),
    title: wordOf(texts, own('title')),
    heading: String(year),
    unit: content.unitName ?? wordOf(texts, own('wholeCentre')),
    outside: audience === 'outside' ? wordOf(texts, own('outsideNote')) : '',
    frozen,
    by,
    years: content.years.length,
    yearTitles: [...content.years].reverse().map(String),
    change: wordOf(texts, own('change')),
    total: wordOf(texts, own('whole')),
    // Hours that nobody entered, and those of a report that was frozen before they were counted, make no tables of noughts.
    parts: reportShows
      .filter((show) => show === 'people' || hasAnyHours(content))
      .map((show) => partOf(printed, show, texts)),
  }
}

function hasAnyHours({ totals }: ReportContent): boolean {
  return [...totals.inForce, ...totals.concluded].some(
    ({ minutes, unconfirmedMinutes }) => minutes > 0 || unconfirmedMinutes > 0,
  )
}
