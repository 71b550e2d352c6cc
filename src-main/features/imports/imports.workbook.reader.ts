import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { AppError, ruleBroken } from '../../kit/errors.ts'

/** The most bytes that a workbook may unpack to. */
const maxUnpackedBytes = 150 * 1024 * 1024
/** The most rows that a sheet of Excel has. */
const maxSheetRows = 1_048_576
/** The most cells between the first and the farthest one: the library keeps a place for each of them. */
const maxCells = 20_000_000

const inflate = promisify(inflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>

/** Is this a workbook of today (a ZIP archive)? */
export function isWorkbook(bytes: Buffer): boolean {
  return startsWith(bytes, 'PK\u0003\u0004')
}

/** Is this a workbook of before 2007, or one that is locked by a password? Both are kept in the same old container. */
export function isOldOrLocked(bytes: Buffer): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')
}

function startsWith(bytes: Buffer, mark: string): boolean {
  return bytes.subarray(0, 4).toString('latin1') === mark
}

/**
 * The cells of the first sheet as texts. Dates come as `YYYY-MM-DD`, numbers without exponents, formulas as what they
 * were last worked out to.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable`, `.unpacksTooLarge`, `.tooWide`
 */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  try {
    await refuseBomb(bytes)
    const sheet = await readSheet<string>(bytes, { parseNumber: plainNumber, trim: false })
    return sheet.map((cells) => cells.map((cell) => cellText(cell as unknown)))
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
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '#####' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'tak' : 'nie'
  return String(cell)
}

interface Entry {
  name: string
  method: number
  packed: number
  start: number
}

/**
 * Refuses a workbook that would fill the memory: one that unpacks to far more than it seems, or one with a cell so far
 * out that the empty places before it do. The library that reads it has no bounds of its own.
 */
async function refuseBomb(bytes: Buffer): Promise<void> {
  let left = maxUnpackedBytes
  for (const { name, method, packed, start } of entriesOf(bytes)) {
    const content = bytes.subarray(start, start + packed)
    if (method !== 0 && method !== 8) throw ruleBroken('imports.errors.unreadable')
    const unpacked = method === 0 ? content : await inflateWithin(content, left)
    left -= unpacked.length
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) await refuseFarCells(unpacked)
  }
}

async function inflateWithin(content: Buffer, maxOutputLength: number): Promise<Buffer> {
  try {
    return await inflate(content, { maxOutputLength: Math.max(1, maxOutputLength) })
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    throw ruleBroken(isTooLarge ? 'imports.errors.unpacksTooLarge' : 'imports.errors.unreadable')
  }
}

/**
 * The entries of the archive as its directory lists them. The library goes by what stands before each entry, so both
 * must agree, and between two entries there must be no room for a third.
 */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const directory = bytes.readUInt32LE(end + 16)
  const entries: (Entry & { header: number })[] = []
  let at = directory
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, header] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    const packed = bytes.readUInt32LE(at + 20)
    const isSizeLater = (bytes.readUInt16LE(header + 6) & 8) !== 0
    const [packedBefore, unpackedBefore] = [bytes.readUInt32LE(header + 18), bytes.readUInt32LE(header + 22)]
    if (unpackedBefore > maxUnpackedBytes) throw ruleBroken('imports.errors.unpacksTooLarge')
    if (!isSizeLater && packedBefore !== packed) throw ruleBroken('imports.errors.unreadable')
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed,
      header,
      start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  let free = 0
  for (const { header, start, packed } of entries.sort((a, b) => a.header - b.header)) {
    if (!isNextTo(free, header)) throw ruleBroken('imports.errors.unreadable')
    free = start + packed
  }
  if (!isNextTo(free, directory)) throw ruleBroken('imports.errors.unreadable')
  return entries
}

/** Sizes that follow an entry take up to 24 bytes; the shortest entry has 30. */
function isNextTo(free: number, header: number): boolean {
  return header >= free && header - free <= 24
}

/** A sheet is searched in stretches, between which other calls are served; they overlap by more than one address. */
async function refuseFarCells(sheet: Buffer): Promise<void> {
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
  if (rows > maxSheetRows || rows * columns > maxCells) throw ruleBroken('imports.errors.tooWide')
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
