import type { ReportAudience } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  hoursText,
  measuresOf,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportShow,
  repeats,
  reportShows,
  reportWays,
  type ToldFigures,
  toldOutside,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { columnsOf, nameOf, own } from './volunteering-report.words.service.ts'

/** Lines and whole as a reader of the page may see them; the whole of one year is a line of its own. */
function told(lines: readonly ReportLine[], totals: ReportFigures[], audience: ReportAudience) {
  if (audience === 'inside') return { lines: lines.map(({ years }) => years as ToldFigures[]), totals }
  // Where people stand in several lines, their hours may add up to the whole all the same: one line alone would be told.
  const years = totals.map((total, year) => ({
    lines: toldOutside(
      lines.map((line) => line.years[year] as ReportFigures),
      true,
    ),
    total: toldOutside([total], false)[0] as ToldFigures,
  }))
  return {
    lines: lines.map((_, index) => years.map((year) => year.lines[index] as ToldFigures)),
    totals: years.map(({ total }) => total),
  }
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
  const totals = content.totals[basis]
  const bars = ([newest]: ToldFigures[]) => measures.map((measure) => newest?.[measure] ?? 0)
  const isTold = (years: ReportFigures[]) =>
    show === 'people' || years.some((figures) => measures.some((measure) => figures[measure] !== 0))
  const tables = reportWays.map((way) => {
    const visible = told(content.lines[way], totals, audience)
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
                cells: cellsOf(visible.lines[index] as ToldFigures[]),
                bars: bars(visible.lines[index] as ToldFigures[]),
              },
            ]
          : [],
      ),
      total: cellsOf(visible.totals),
    }
  })
  const whole = (of: ReportBasis) => {
    const total = content.totals[of][0] as ReportFigures
    const [figures] = audience === 'inside' ? [total] : toldOutside([total], false)
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
