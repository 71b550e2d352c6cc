import Papa from 'papaparse'
import type { ImportOptions } from '#shared/features/imports/imports.contract.ts'
import { type ImportField, maxImportColumns } from '#shared/kit/import.ts'
import { guessHeaderRow, guessMapping } from '#shared/kit/import-columns.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { unguarded } from '../../kit/formula-guard.ts'
import { isArchive, type Sheet } from './imports.archive.reader.ts'
import { isOpenDocument, readOpenDocument } from './imports.openDocument.reader.ts'
import { isOldOrLocked, readWorkbook } from './imports.workbook.reader.ts'

type Encoding = NonNullable<ImportOptions['encoding']>
type Separator = NonNullable<ImportOptions['separator']>

/** The most rows one file may have. */
const maxRows = 200_000

/** A table that was found in a file: how it is read, its rows, and the names of the sheets where there are several. */
export interface FoundTable {
  options: ImportOptions
  rows: string[][]
  sheets: string[]
}

/**
 * Finds how a file is written: encoding and separator, the sheet, the row of titles, and which column holds which field.
 *
 * @throws RULE_BROKEN as `readRows` does
 */
export async function guessOptions(bytes: Buffer, fields: readonly ImportField[]): Promise<FoundTable> {
  const encoding = isArchive(bytes) ? null : guessEncoding(bytes)
  const separator = encoding ? guessSeparator(decode(bytes, encoding)) : null
  const sheets = await readSheets(bytes, { encoding, separator })
  const sheet = guessSheet(sheets, fields)
  const rows = rowsOf(sheets, sheet)
  const headerRow = guessHeaderRow(rows, fields).row
  const mapping = guessMapping(rows[headerRow] ?? [], fields)
  return { options: { encoding, separator, sheet, headerRow, mapping }, ...tableOf(sheets, rows) }
}

/** The sheet in which most fields are recognised; else the first that has rows. */
function guessSheet(sheets: Sheet[], fields: readonly ImportField[]): number {
  const matches = sheets.map(({ rows }) => guessHeaderRow(rows, fields).matches)
  const most = Math.max(...matches)
  return most > 0
    ? matches.indexOf(most)
    : Math.max(
        0,
        sheets.findIndex(({ rows }) => rows.length > 0),
      )
}

/**
 * Proposes the columns of a file that is read in this way; where no row of titles is named, or one beyond the end,
 * it is looked for again.
 *
 * @throws RULE_BROKEN as `readRows` does
 */
export async function proposeColumns(
  bytes: Buffer,
  options: Omit<ImportOptions, 'mapping' | 'headerRow'> & { headerRow?: number | undefined },
  fields: readonly ImportField[],
): Promise<FoundTable> {
  const sheets = await readSheets(bytes, options)
  const rows = rowsOf(sheets, options.sheet)
  const chosen = options.headerRow ?? rows.length
  const headerRow = chosen < rows.length ? chosen : guessHeaderRow(rows, fields).row
  const titles = rows[headerRow] ?? Array.from({ length: widthOf(rows) }, () => '')
  const mapping = guessMapping(titles, fields)
  return { options: { ...options, headerRow, mapping }, ...tableOf(sheets, rows) }
}

function tableOf(sheets: Sheet[], rows: string[][]): Pick<FoundTable, 'rows' | 'sheets'> {
  return { rows, sheets: sheets.length > 1 ? sheets.map(({ name }) => name) : [] }
}

/**
 * The rows of one sheet of a file as texts, blank lines included so that line numbers agree with what a spreadsheet
 * shows.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable` for what is no table, `.oldOrLocked` for a workbook of an old kind
 *   or with a password, `.quotes` where a quotation mark is not closed, `.empty`, `.tooManyRows`, `.tooWide`,
 *   `.unpacksTooLarge`
 */
export async function readRows(
  bytes: Buffer,
  options: Pick<ImportOptions, 'encoding' | 'separator' | 'sheet'>,
): Promise<string[][]> {
  return rowsOf(await readSheets(bytes, options), options.sheet)
}

/** The sheets of a file; a file of text has one, without a name. */
async function readSheets(
  bytes: Buffer,
  { encoding, separator }: Pick<ImportOptions, 'encoding' | 'separator'>,
): Promise<Sheet[]> {
  if (!isArchive(bytes)) {
    return [{ name: '', rows: readText(decode(bytes, encoding ?? guessEncoding(bytes)), separator) }]
  }
  return (await isOpenDocument(bytes)) ? readOpenDocument(bytes, maxRows) : readWorkbook(bytes)
}

function rowsOf(sheets: Sheet[], place: number): string[][] {
  const { rows = [], refusal } = sheets[place] ?? {}
  if (refusal) throw refusal
  if (rows.length > maxRows) throw ruleBroken('imports.errors.tooManyRows', { max: maxRows })
  let width = 0
  for (const cells of rows) width = Math.max(width, cells.findLastIndex((cell) => cell.trim()) + 1)
  if (width === 0) throw ruleBroken('imports.errors.empty')
  if (width > maxImportColumns) throw ruleBroken('imports.errors.tooWide')
  return rows.map((cells) => (cells.length > width ? cells.slice(0, width) : cells))
}

function widthOf(rows: string[][]): number {
  return rows.reduce((width, cells) => Math.max(width, cells.length), 0)
}

function readText(text: string, separator: Separator | null): string[][] {
  const delimiter = separator ?? guessSeparator(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false })
  // Text after a closing mark, or none to the end: lines that follow would be swallowed without a word.
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) throw ruleBroken('imports.errors.quotes', { line: (broken.row ?? 0) + 1 })
  return data.map((cells) => cells.map(unguarded))
}

function decode(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * Tells the encodings of Polish spreadsheets apart: a byte order mark, then the zero bytes that UTF-16 gives to every
 * separator and line end, on one side only, then valid UTF-8, then the letters ą, ś and ź,
 * which Windows-1250 and ISO-8859-2 put in different places.
 *
 * @throws RULE_BROKEN `imports.errors.oldOrLocked`, `.unreadable` for a file that is not text
 */
function guessEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return unmarked
  if (isOldOrLocked(bytes)) throw ruleBroken('imports.errors.oldOrLocked')
  // A picture, a PDF, a page that calls itself a spreadsheet: no office writes these marks into a table.
  const isOther =
    bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1a)) || /^\s*<|^%PDF/.test(head(bytes))
  if (isOther) throw ruleBroken('imports.errors.unreadable')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    const count = (codes: number[]) => bytes.reduce((sum, byte) => sum + (codes.includes(byte) ? 1 : 0), 0)
    const windows = count([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f])
    const iso = count([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac])
    return iso > windows ? 'iso-8859-2' : 'windows-1250'
  }
}

/** UTF-16 without its mark, or null: a blank, a separator or a line end in it has a zero byte beside it. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 64 * 1024)
  let [even, odd] = [0, 0]
  start.forEach((byte, place) => {
    if (byte === 0 && place % 2 === 0) even++
    else if (byte === 0) odd++
  })
  const encoding = odd > 0 && even === 0 ? 'utf-16le' : even > 0 && odd === 0 ? 'utf-16be' : null
  if (!encoding || bytes.length % 2 !== 0 || Math.max(even, odd) < start.length / 4) return null
  const text = new TextDecoder(encoding).decode(start)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no table of text has
  return /[\u0000-\u0008\ufffd]/.test(text) ? null : encoding
}

function head(bytes: Buffer): string {
  return bytes.toString('latin1', 0, 100)
}

/** The separator that splits most lines into the same number of cells, at least two. */
function guessSeparator(text: string): Separator {
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 }
  for (const separator of [';', '\t', ',', '|'] as const) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: 50 })
    const widths = new Map<number, number>()
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    const score = Math.max(0, ...[...widths].map(([width, lines]) => lines * Math.min(width, 30)))
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}
