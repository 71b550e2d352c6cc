import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { formatInstant } from '#shared/kit/dates.ts'
import { type exportProcedures, maxPrintedRows } from '#shared/kit/register/export.ts'
import type { orderedQueryOf, Register } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { Db } from '../../database/database.ts'
import type { QueryContext } from '../context.ts'
import { ruleBroken } from '../errors.ts'
import { type Handlers, inSteps } from '../handlers.ts'
import { pageWords, titleOf, wordOf } from './cells.ts'
import { type Taken, toClipboard, toCsv, toWorkbook, wordsOf } from './files.ts'
import { countRows, listIds, listRowsOf, type Reader } from './list.queries.ts'
import { printedWidths } from './print-columns.ts'
import { checkReadable, readerOf } from './reader.ts'
import type { RegisterList } from './register-list.ts'

type Request = z.output<ReturnType<typeof orderedQueryOf<Register>>> & {
  selection: Selection
  columns: string[]
  language: 'pl' | 'en'
}

/** Rows read between two breaths, in which other calls are served. */
const portion = 250

/**
 * The columns of all rows of a request. Which rows these are, and in which order, is asked at once, so that what others
 * save meanwhile puts no row in twice; then they are read in portions.
 */
async function allRows(
  db: Db,
  list: RegisterList<Register>,
  reader: Reader,
  request: Request,
): Promise<object[]> {
  const ids = await listIds(db, list, reader, request, request.selection)
  // Words may be made of other columns than their own.
  const chosen = list.words ? reader : { ...reader, fields: new Set(request.columns) }
  const rows: object[] = []
  for (let start = 0; start < ids.length; start += portion) {
    rows.push(...(await listRowsOf(db, list, chosen, request, ids.slice(start, start + portion))))
    await setImmediate()
  }
  return rows
}

async function take(
  context: Pick<QueryContext, 'db' | 'user' | 'today' | 'services'>,
  list: RegisterList<Register>,
  request: Request,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<Taken> {
  const reader = readerOf(list, context)
  checkReadable(list, reader, request)
  checkReadable(list, reader, { filters: Object.fromEntries(request.columns.map((key) => [key, true])) })
  if ((await countRows(context.db, list, reader, request, request.selection)) > maxRows)
    throw ruleBroken('list.errors.tooLongToPrint', { max: maxRows })
  const rows = await allRows(context.db, list, reader, request)
  return {
    register: list.register,
    words: list.words,
    columns: request.columns,
    rows,
    texts: context.services.texts[request.language],
  }
}

/** What the history keeps of a way out: how much and which columns, never what was searched for. */
function traceOf(action: string, { columns, filters }: Request, rows: number, extra: object = {}) {
  return {
    recordId: null,
    action,
    after: { columns, filteredBy: Object.keys(filters), rows, ...extra },
  }
}

/** The handlers of the ways out of a register. */
export function exportHandlers(
  list: RegisterList<Register>,
): Handlers<ReturnType<typeof exportProcedures<Register>>> {
  const kind = list.register.name
  return {
    export: inSteps({
      before: async (context, input) => {
        const taken = await take(context, list, input)
        const content = {
          xlsx: async () => (await toWorkbook(taken)).toString('base64'),
          csv: async () => (await toCsv(taken)).toString('base64'),
          clipboard: () => toClipboard(taken),
        }[input.format]
        return { content: await content(), rows: taken.rows.length }
      },
      run: async ({ record, today, services }, input, { content, rows }) => {
        const { format, language } = input
        await record({ kind, ...traceOf('listExported', input, rows, { format }) })
        return {
          fileName: `${wordOf(services.texts[language], `${kind}.title`)} ${today}.${format}`,
          content,
          rows,
        }
      },
    }),

    print: inSteps({
      before: async (context, input) => {
        const taken = await take(context, list, input, maxPrintedRows)
        const { register, rows, columns, texts } = taken
        const cells = rows.map((row) => columns.map((key) => wordsOf(taken, row, key)))
        const titles = columns.map((key) => titleOf(texts, register, key))
        const widths = printedWidths(titles, cells)
        const pages = context.services.compiler.pages('list', {
          page: pageWords(texts, input.language),
          title: wordOf(texts, `${kind}.title`),
          filters: [...(input.search ? [`„${input.search}”`] : []), ...input.filterWords].join(' · '),
          count: `${wordOf(texts, 'list.rows')}: ${rows.length}`,
          by: `${context.user.fullName}, ${formatInstant(context.now)}`,
          columns: columns.map((key, index) => ({
            title: titles[index],
            width: widths[index],
            right: ['number', 'money'].includes(register.fields[key]?.type ?? ''),
          })),
          rows: cells,
        })
        return { pages, rows: rows.length }
      },
      run: async ({ record }, input, { pages: { count, ...pages }, rows }) => {
        await record({ kind, ...traceOf('listPrinted', input, rows) })
        return { ...pages, pages: count }
      },
    }),
  }
}
