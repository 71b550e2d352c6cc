import type {
  FrozenReport,
  ReportAudience,
  volunteeringReportContract,
} from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import type {
  ReportBasis,
  ReportFigures,
  ReportShow,
  ReportTable,
  ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { defineRegister, type Register } from '#shared/kit/register/register.ts'
import type { CommandContext } from '../../kit/context.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { wordOf } from '../../kit/register/cells.ts'
import { type Taken, takenAs } from '../../kit/register/files.ts'
import { getCentre } from '../settings/settings.service.ts'
import { getFrozen, reportTable, wholeReport, withinReach } from './volunteering-report.counting.service.ts'
import { pageOf } from './volunteering-report.page.service.ts'
import { columnsOf, nameOf, own } from './volunteering-report.words.service.ts'

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
