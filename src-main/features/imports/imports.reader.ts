import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import type { ImportOptions } from '#shared/features/imports/imports.contract.ts'
import { guessHeaderRow, guessMapping, type ImportField } from '#shared/kit/import.ts'
import { ruleBroken } from '../../kit/errors.ts'

type Encoding = NonNullable<ImportOptions['encoding']>
type Separator = NonNullable<ImportOptions['separator']>

/** The most rows one file may have. */
const maxRows = 200_000

/** Is this a workbook (a ZIP archive) rather than text? */
function isWorkbook(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
}

/**
 * Finds how a file is written: encoding and separator, the row of titles, and which column holds which field.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable`, `.empty`, `.tooManyRows`
 */
export async function guessOptions(bytes: Buffer, fields: readonly ImportField[]): Promise<ImportOptions> {
  const encoding = isWorkbook(bytes) ? null : guessEncoding(bytes)
  const separator = encoding ? guessSeparator(decode(bytes, encoding)) : null
  const rows = await readRows(bytes, { encoding, separator })
  const headerRow = guessHeaderRow(rows, fields)
  return { encoding, separator, headerRow, mapping: guessMapping(rows[headerRow] ?? [], fields) }
}

/**
 * The rows of a file as texts, blank lines included so that line numbers agree with what a spreadsheet shows.
 * Dates of a workbook come as `YYYY-MM-DD`, numbers as they are stored.
 */
export async function readRows(
  bytes: Buffer,
  { encoding, separator }: Pick<ImportOptions, 'encoding' | 'separator'>,
): Promise<string[][]> {
  const rows = isWorkbook(bytes)
    ? await readWorkbook(bytes)
    : readText(decode(bytes, encoding ?? guessEncoding(bytes)), separator)
  if (rows.length > maxRows) throw ruleBroken('imports.errors.tooManyRows', { max: maxRows })
  if (!rows.some((cells) => cells.some((cell) => cell.trim()))) throw ruleBroken('imports.errors.empty')
  return rows
}

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  try {
    const sheet = await readSheet<string>(bytes, { parseNumber: (text) => text, trim: false })
    return sheet.map((cells) => cells.map((cell) => cellText(cell as unknown)))
  } catch {
    throw ruleBroken('imports.errors.unreadable')
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'tak' : 'nie'
  return String(cell)
}

function readText(text: string, separator: Separator | null): string[][] {
  return Papa.parse<string[]>(text, { delimiter: separator ?? guessSeparator(text), header: false }).data
}

function decode(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
}

/**
 * Tells the four encodings of Polish spreadsheets apart: a byte order mark, then valid UTF-8, then the letters ą,
 * ś and ź, which Windows-1250 and ISO-8859-2 put in different places.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable` for a file that is not text
 */
function guessEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes.includes(0)) throw ruleBroken('imports.errors.unreadable')
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
