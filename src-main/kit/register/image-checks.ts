import { ruleBroken } from '../errors.ts'

/** The most points that a picture may have: an A3 sheet at 600 dpi has 70 million. */
const maxPoints = 150_000_000

/** The most pages of one file that are looked at. */
const maxPages = 1000

interface Size {
  width: number
  height: number
}

/** Refuses a picture that is cut off (`broken`), and one that would fill the memory when it is shown (`bomb`). */
export function checkImage(extension: string, bytes: Buffer): void {
  const sizes = sizesOf(extension, bytes)
  if (sizes.length === 0 || sizes.some(({ width, height }) => width === 0 || height === 0))
    throw ruleBroken('attachments.errors.broken')
  if (sizes.some(({ width, height }) => width * height > maxPoints))
    throw ruleBroken('attachments.errors.bomb')
}

/** The size in points of a sound picture of one page (`png`, `jpg`). Refuses (`broken`) what has none. */
export function sizeOfImage(extension: string, bytes: Buffer): Size {
  const [size] = sizesOf(extension, bytes)
  if (!size) throw ruleBroken('attachments.errors.broken')
  return size
}

function sizesOf(extension: string, bytes: Buffer): Size[] {
  try {
    if (extension === 'png') return sizeOfPng(bytes)
    return extension === 'jpg' ? sizeOfJpeg(bytes) : sizesOfTiff(bytes)
  } catch {
    return []
  }
}

function sizeOfPng(bytes: Buffer): Size[] {
  if (bytes.lastIndexOf('IEND', undefined, 'latin1') < 0) return []
  return [{ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }]
}

function sizeOfJpeg(bytes: Buffer): Size[] {
  let size: Size | undefined
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return []
    const marker = bytes[at + 1] ?? 0
    // The picture itself follows; it must have an end.
    if (marker === 0xda) return size && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at ? [size] : []
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return []
}

/** The sizes of all pages; none where the chain of pages leads out of the file or back into itself. */
function sizesOfTiff(bytes: Buffer): Size[] {
  const isLittle = bytes[0] === 0x49
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const sizes: Size[] = []
  for (let page = long(4); page !== 0; ) {
    if (sizes.length >= maxPages) return []
    const count = short(page)
    const size = { width: 0, height: 0 }
    for (let entry = page + 2; entry < page + 2 + count * 12; entry += 12) {
      const value = short(entry + 2) === 3 ? short(entry + 8) : long(entry + 8)
      if (short(entry) === 256) size.width = value
      if (short(entry) === 257) size.height = value
    }
    sizes.push(size)
    page = long(page + 2 + count * 12)
  }
  return sizes
}
