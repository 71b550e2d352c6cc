import type {
  FrozenReport,
  ReportAudience,
  volunteeringReportContract,
} from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  hoursText,
  measuresOf,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportShow,
  type ReportTable,
  type ReportWay,
  repeats,
  reportShows,
  reportWays,
  type ToldFigures,
  toldOutside,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { defineRegister, type Register } from '#shared/kit/register/register.ts'
import type { CommandContext } from '../../kit/context.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { type Taken, takenAs } from '../../kit/register/files.ts'
import { getCentre } from '../settings/settings.service.ts'
import { getFrozen, reportTable, wholeReport, withinReach } from './volunteering-report.counting.service.ts'

const own = (key: string) => `volunteeringReport.${key}`
const lineNames: Record<ReportWay, string> = {
  unit: own('noUnit'),
  activity: own('noActivity'),
  category: 'volunteers.categories',
  ageBand: own('ageBands'),
  month: own('months'),
}

/** How a line is called: by its own name, by the word of its code, or by the word for having none. */
function nameOf({ id, name }: ReportLine, way: ReportWay, texts: object): string {
  if (way === 'unit' || way === 'activity') return name ?? wordOf(texts, lineNames[way])
  return wordOf(texts, `${lineNames[way]}.${way === 'month' ? 'm' : ''}${id}`)
}

/** The columns of figures: each measure in each year, the oldest first, and how much the newest has more than the one before. */
function columnsOf({ years }: Pick<ReportTable, 'years'>, show: ReportShow, texts: object) {
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

/** A figure as a spreadsheet has it: minutes as hours. */
function inUnits(show: ReportShow, figure: number | null): number | null {
  return figure === null || show === 'people' ? figure : figure / 60
}

/** A report told by one way as rows with the whole in the last, and the titles of its columns. */
function takenOf(
  report: ReportTable,
  { basis, by: way, show }: { basis: ReportBasis; by: ReportWay; show: ReportShow },
  texts: object,
): Taken {
  const columns = columnsOf(report, show, texts)
  const register = defineRegister({
    name: 'reportLines',
    read: 'agreements.read',
    write: 'agreements.write',
    mainField: 'name',
    fields: {
      name: { type: 'text' },
      ...Object.fromEntries(columns.map(({ key }) => [key, { type: 'number' } as const])),
    },
  }) as unknown as Register
  const rowOf = (name: string, years: ReportFigures[]) => ({
    name,
    ...Object.fromEntries(columns.map(({ key, of }) => [key, inUnits(show, of(years))])),
  })
  const titles = {
    name: wordOf(texts, own(`by.${way}`)),
    ...Object.fromEntries(columns.map(({ key, title }) => [key, title])),
  }
  return {
    register,
    columns: Object.keys(register.fields),
    rows: [
      ...report.lines.map((line) => rowOf(nameOf(line, way, texts), line.years)),
      rowOf(wordOf(texts, own('whole')), report.totals[basis]),
    ],
    texts: { ...texts, reportLines: { fields: titles } },
  }
}

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
function pageOf(printed: Printed, texts: object, language: 'pl' | 'en') {
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

async function noteExport(
  { record }: Pick<CommandContext, 'record'>,
  recordId: number | null,
  after: { year: number; basis: ReportBasis; format: string; rows: number },
) {
  await record({ kind: 'volunteeringReport', recordId, action: 'reportExported', after })
}

async function notePrint(
  { record }: Pick<CommandContext, 'record'>,
  recordId: number | null,
  after: { year: number; basis: ReportBasis; audience: ReportAudience },
) {
  await record({ kind: 'volunteeringReport', recordId, action: 'reportPrinted', after })
}

function fileNameOf(texts: object, year: number, frozen: FrozenReport | null, format: string): string {
  const day = frozen ? ` ${wordOf(texts, own('asOf'))} ${frozen.frozenOn}` : ''
  return `${wordOf(texts, own('title'))} ${year}${day}.${format}`
}

/** The ways in which a report leaves the program. */
export const volunteeringReportOutHandlers: Pick<
  Handlers<typeof volunteeringReportContract>,
  'export' | 'print' | 'exportFrozen' | 'printFrozen'
> = {
  export: inSteps({
    before: async ({ db, user, services }, { by, show, format, language, ...asked }) => {
      const report = await reportTable(db, withinReach(user, asked), by)
      const taken = takenOf(report, { basis: asked.basis, by, show }, services.texts[language])
      return { content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async (context, { year, basis, format, language }, { content, rows }) => {
      await noteExport(context, null, { year, basis, format, rows })
      return { fileName: fileNameOf(context.services.texts[language], year, null, format), content, rows }
    },
  }),

  exportFrozen: inSteps({
    before: async ({ db, user, services }, { id, by, show, format, language }) => {
      const frozen = await getFrozen(db, user, id)
      const report = { ...frozen.content, lines: frozen.content.lines[by] }
      const taken = takenOf(report, { basis: frozen.basis, by, show }, services.texts[language])
      return { frozen, content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async (context, { id, format, language }, { frozen, content, rows }) => {
      await noteExport(context, id, { year: frozen.year, basis: frozen.basis, format, rows })
      const texts = context.services.texts[language]
      return { fileName: fileNameOf(texts, frozen.year, frozen, format), content, rows }
    },
  }),

  print: inSteps({
    before: async ({ db, user, now, services }, { audience, language, ...asked }) => {
      const texts = services.texts[language]
      const { year, basis } = asked
      const content = await wholeReport(db, withinReach(user, asked))
      const by = `${user.fullName}, ${formatInstant(now)}`
      const page = pageOf({ content, year, basis, audience, by, frozen: '' }, texts, language)
      return services.compiler.pages('volunteering-report', { ...page, centre: (await getCentre(db)).name })
    },
    run: async (context, { year, basis, audience }, { count, ...pages }) => {
      await notePrint(context, null, { year, basis, audience })
      return { ...pages, pages: count }
    },
  }),

  printFrozen: inSteps({
    before: async ({ db, user, now, services }, { id, audience, language }) => {
      const texts = services.texts[language]
      const { content, year, basis, frozenOn, frozenByName } = await getFrozen(db, user, id)
      const frozen = `${wordOf(texts, own('asOf'))} ${formatDay(frozenOn)} · ${wordOf(texts, own('frozenBy'))}: ${frozenByName}`
      const by = `${user.fullName}, ${formatInstant(now)}`
      const page = pageOf({ content, year, basis, audience, by, frozen }, texts, language)
      const pages = services.compiler.pages('volunteering-report', {
        ...page,
        centre: (await getCentre(db)).name,
      })
      return { pages, year, basis }
    },
    run: async (context, { id, audience }, { pages: { count, ...pages }, year, basis }) => {
      await notePrint(context, id, { year, basis, audience })
      return { ...pages, pages: count }
    },
  }),
}
