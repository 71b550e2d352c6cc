import Papa from 'papaparse'
import type { ImportOptions } from '#shared/features/imports/imports.contract.ts'
import { type ImportField, maxImportColumns } from '#shared/kit/import.ts'
import { guessHeaderRow, guessMapping } from '#shared/kit/import-columns.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { unguarded } from '../../kit/formula-guard.ts'
import { isArchive } from './imports.archive.reader.ts'
import { isOpenDocument, readOpenDocument } from './imports.openDocument.reader.ts'
import { isOldOrLocked, readWorkbook } from './imports.workbook.reader.ts'

type Encoding = NonNullable<ImportOptions['encoding']>
type Separator = NonNullable<ImportOptions['separator']>

/** The most rows one file may have. */
const maxRows = 200_000

/**
 * Finds how a file is written: encoding and separator, the row of titles, and which column holds which field.
 *
 * @throws RULE_BROKEN as `readRows` does
 */
export async function guessOptions(
  bytes: Buffer,
  fields: readonly ImportField[],
): Promise<{ options: ImportOptions; rows: string[][] }> {
  const encoding = isArchive(bytes) ? null : guessEncoding(bytes)
  const separator = encoding ? guessSeparator(decode(bytes, encoding)) : null
  const rows = await readRows(bytes, { encoding, separator })
  const headerRow = guessHeaderRow(rows, fields)
  const mapping = guessMapping(rows[headerRow] ?? [], fields)
  return { options: { encoding, separator, headerRow, mapping }, rows }
}

/**
 * Proposes the columns of a file that is read in this way; a row of titles beyond its end is looked for again.
 *
 * @throws RULE_BROKEN as `readRows` does
 */
export async function proposeColumns(
  bytes: Buffer,
  options: Omit<ImportOptions, 'mapping'>,
  fields: readonly ImportField[],
): Promise<{ options: ImportOptions; rows: string[][] }> {
  const rows = await readRows(bytes, options)
  const headerRow = options.headerRow < rows.length ? options.headerRow : guessHeaderRow(rows, fields)
  const titles = rows[headerRow] ?? Array.from({ length: widthOf(rows) }, () => '')
  return { options: { ...options, headerRow, mapping: guessMapping(titles, fields) }, rows }
}

/**
 * The rows of a file as texts, blank lines included so that line numbers agree with what a spreadsheet shows.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable` for what is no table, `.oldOrLocked` for a workbook of an old kind
 *   or with a password, `.quotes` where a quotation mark is not closed, `.empty`, `.tooManyRows`, `.tooWide`,
 *   `.unpacksTooLarge`
 */
export async function readRows(
  bytes: Buffer,
  { encoding, separator }: Pick<ImportOptions, 'encoding' | 'separator'>,
): Promise<string[][]> {
  const rows = isArchive(bytes)
    ? await readArchive(bytes)
    : readText(decode(bytes, encoding ?? guessEncoding(bytes)), separator)
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

async function readArchive(bytes: Buffer): Promise<string[][]> {
  return (await isOpenDocument(bytes)) ? readOpenDocument(bytes, maxRows) : readWorkbook(bytes)
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
 * Tells the encodings of Polish spreadsheets apart: a byte order mark, then valid UTF-8, then the letters ą, ś and ź,
 * which Windows-1250 and ISO-8859-2 put in different places.
 *
 * @throws RULE_BROKEN `imports.errors.oldOrLocked`, `.unreadable` for a file that is not text
 */
function guessEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
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
