import type {
  FrozenReport,
  ReportAudience,
  volunteeringReportContract,
} from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportTable,
  type ReportWay,
  repeats,
  reportMeasures,
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
function columnsOf({ years }: Pick<ReportTable, 'years'>, texts: object) {
  return reportMeasures.flatMap((measure) => {
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

/** A report told by one way as rows with the whole in the last, and the titles of its columns. */
function takenOf(report: ReportTable, basis: ReportBasis, way: ReportWay, texts: object): Taken {
  const columns = columnsOf(report, texts)
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
    ...Object.fromEntries(columns.map(({ key, of }) => [key, of(years)])),
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
function told(
  lines: readonly ReportLine[],
  totals: ReportFigures[],
  way: ReportWay,
  audience: ReportAudience,
) {
  if (audience === 'inside') return { lines: lines.map(({ years }) => years as ToldFigures[]), totals }
  // In ways in which people stand in several lines nothing can be worked out from the whole for sure; it is hidden alike.
  const addUp = way !== 'month'
  const years = totals.map((total, year) => ({
    lines: toldOutside(
      lines.map((line) => line.years[year] as ReportFigures),
      addUp,
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

/** What the template of the report gets. */
function pageOf(
  { content, year, basis, audience, by, frozen }: Printed,
  texts: object,
  language: 'pl' | 'en',
) {
  const columns = columnsOf(content, texts)
  const shown = (count: number | null) => (count === null ? '×' : String(count))
  const changed = (key: string, count: number | null) =>
    key.endsWith('Change') && count !== null && count > 0 ? `+${count}` : shown(count)
  const cellsOf = (line: ToldFigures[]) => columns.map(({ key, of }) => changed(key, of(line)))
  const totals = content.totals[basis]
  const bars = ([newest]: ToldFigures[]) => reportMeasures.map((measure) => newest?.[measure] ?? 0)
  const tables = reportWays.map((way) => {
    const visible = told(content.lines[way], totals, way, audience)
    return {
      title: wordOf(texts, own(`tables.${way}`)),
      column: wordOf(texts, own(`by.${way}`)),
      note: repeats(way) ? wordOf(texts, own(`notes.${way}`)) : '',
      lines: content.lines[way].map((line, index) => ({
        name: nameOf(line, way, texts),
        cells: cellsOf(visible.lines[index] as ToldFigures[]),
        bars: bars(visible.lines[index] as ToldFigures[]),
      })),
      total: cellsOf(visible.totals),
    }
  })
  const whole = (of: ReportBasis) => {
    const total = content.totals[of][0] as ReportFigures
    const [figures] = audience === 'inside' ? [total] : toldOutside([total], false)
    return {
      title: wordOf(texts, own(`bases.${of}`)),
      figures: reportMeasures.map((measure) => shown(figures?.[measure] ?? null)),
    }
  }
  return {
    page: pageWords(texts, language),
    title: wordOf(texts, own('title')),
    heading: String(year),
    unit: content.unitName ?? wordOf(texts, own('wholeCentre')),
    counted: [
      wordOf(texts, own(`counted.${basis}`)),
      wordOf(texts, own('counted.persons')),
      wordOf(texts, own('counted.age')),
    ],
    outside: audience === 'outside' ? wordOf(texts, own('outsideNote')) : '',
    frozen,
    by,
    measures: reportMeasures.map((measure) => wordOf(texts, own(`measures.${measure}`))),
    years: content.years.length,
    yearTitles: [...content.years].reverse().map(String),
    change: wordOf(texts, own('change')),
    total: wordOf(texts, own('whole')),
    wholes: [whole('inForce'), whole('concluded')],
    tables,
  }
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
    before: async ({ db, user, services }, { by, format, language, ...asked }) => {
      const report = await reportTable(db, withinReach(user, asked), by)
      const taken = takenOf(report, asked.basis, by, services.texts[language])
      return { content: await takenAs(taken, format), rows: taken.rows.length }
    },
    run: async (context, { year, basis, format, language }, { content, rows }) => {
      await noteExport(context, null, { year, basis, format, rows })
      return { fileName: fileNameOf(context.services.texts[language], year, null, format), content, rows }
    },
  }),

  exportFrozen: inSteps({
    before: async ({ db, user, services }, { id, by, format, language }) => {
      const frozen = await getFrozen(db, user, id)
      const report = { ...frozen.content, lines: frozen.content.lines[by] }
      const taken = takenOf(report, frozen.basis, by, services.texts[language])
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
