import { setImmediate } from 'node:timers/promises'
import readSheets from 'read-excel-file/node'
import { formatDay } from '#shared/kit/dates.ts'
import { AppError, ruleBroken } from '../../kit/errors.ts'
import { type Sheet, unpack } from './imports.archive.reader.ts'

/** The most rows that a sheet of Excel has. */
const maxSheetRows = 1_048_576
/** The most cells between the first and the farthest one of all sheets: the library keeps a place for each. */
const maxCells = 20_000_000

/** Is this a workbook of before 2007, or one that is locked by a password? Both are kept in the same old container. */
export function isOldOrLocked(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === '\u00d0\u00cf\u0011\u00e0'
}

/**
 * The sheets with their cells as texts. Dates come as `DD.MM.YYYY`, numbers without exponents, formulas as what they
 * were last worked out to.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable`, `.unpacksTooLarge`, `.tooWide`
 */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  try {
    await refuseBomb(bytes)
    const sheets = await readSheets<string>(bytes, { parseNumber: plainNumber, trim: false })
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells) => cells.map((cell) => cellText(cell as unknown))),
    }))
  } catch (error) {
    throw error instanceof AppError ? error : ruleBroken('imports.errors.unreadable')
  }
}

function plainNumber(text: string): string {
  const number = Number(text)
  return Number.isFinite(number) ? String(number) : text
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // A number that is no date although its cell is one shows as these marks in a spreadsheet, too.
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '#####' : formatDay(cell.toISOString().slice(0, 10))
  if (typeof cell === 'boolean') return cell ? 'tak' : 'nie'
  return String(cell)
}

/**
 * Refuses a workbook that would fill the memory: one that unpacks to far more than it seems, or one with a cell so far
 * out that the empty places before it do. The library that reads it has no bounds of its own.
 */
function refuseBomb(bytes: Buffer): Promise<void> {
  let cells = 0
  return unpack(
    bytes,
    (name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name),
    async (sheet) => {
      cells += await extentOf(sheet)
      if (cells > maxCells) throw ruleBroken('imports.errors.tooWide')
    },
  )
}

/**
 * The cells between the first and the farthest one; endless where a row has a number that no sheet has. A sheet is
 * searched in stretches, between which other calls are served; they overlap by more than one address.
 */
async function extentOf(sheet: Buffer): Promise<number> {
  const [stretch, overlap] = [2 * 1024 * 1024, 64]
  let [rows, columns] = [0, 0]
  for (let start = 0; start < sheet.length; start += stretch) {
    const text = sheet.toString('latin1', start, start + stretch + overlap)
    for (const [, address = ''] of text.matchAll(/\sr\s*=\s*["']([^"']{1,20})["']/g)) {
      const [, letters = '', digits] = /^([A-Za-z]{0,3})(\d{1,7})$/.exec(address) ?? []
      rows = Math.max(rows, digits ? Number(digits) : Number.POSITIVE_INFINITY)
      columns = Math.max(columns, columnOf(letters))
    }
    await setImmediate()
  }
  return rows > maxSheetRows ? Number.POSITIVE_INFINITY : rows * columns
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
