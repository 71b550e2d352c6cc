import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { type AppError, ruleBroken } from '../../kit/errors.ts'

/** The most bytes that an archive may unpack to. */
const maxUnpackedBytes = 150 * 1024 * 1024

const inflate = promisify(inflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>

/** One sheet of a file with its cells as texts, or why it cannot be read. */
export interface Sheet {
  name: string
  rows: string[][]
  refusal?: AppError
}

/** Is this a ZIP archive, as the workbooks of today are? */
export function isArchive(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
}

/** The names of the files in an archive. */
export function namesIn(bytes: Buffer): string[] {
  return entriesOf(bytes).map(({ name }) => name)
}

/**
 * Unpacks the files of an archive one by one, and hands those that are wanted over. All are unpacked, so that together
 * they cannot be far more than they seem.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable`, `.unpacksTooLarge`
 */
export async function unpack(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
  take: (content: Buffer, name: string) => Promise<void>,
): Promise<void> {
  let left = maxUnpackedBytes
  for (const { name, method, packed, start } of entriesOf(bytes)) {
    const content = bytes.subarray(start, start + packed)
    if (method !== 0 && method !== 8) throw ruleBroken('imports.errors.unreadable')
    const unpacked = method === 0 ? content : await inflateWithin(content, left)
    left -= unpacked.length
    if (left < 0) throw ruleBroken('imports.errors.unpacksTooLarge')
    if (isWanted(name)) await take(unpacked, name)
  }
}

interface Entry {
  name: string
  method: number
  packed: number
  start: number
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
  // Without its end it was cut off, whatever stands at the places counted from there.
  if (end < 0) throw ruleBroken('imports.errors.unreadable')
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
