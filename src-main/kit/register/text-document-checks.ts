import { unzipSync } from 'fflate'
import { AppError, ruleBroken } from '../errors.ts'

/** The most bytes that a document may unpack to, and the most parts that it may have. */
const maxUnpackedBytes = 300 * 1024 * 1024
const maxTextBytes = 50 * 1024 * 1024
const maxParts = 5000

const mainParts = { docx: 'word/document.xml', odt: 'content.xml' }
const macros = /vbaProject\.bin$|\/activeX\/|^(Basic|Scripts)\/.*[^/]$/i

/** Refuses a text document that is `broken`, `locked` by a password, holds `macros`, or is a `bomb`. */
export function checkTextDocument(type: keyof typeof mainParts, bytes: Buffer): void {
  const names: string[] = []
  let unpacked = 0
  const wanted = new Set([mainParts[type], 'META-INF/manifest.xml'])
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name)
        unpacked += originalSize
        const isTooMuch = wanted.has(name) && originalSize > maxTextBytes
        if (isTooMuch || unpacked > maxUnpackedBytes || names.length > maxParts)
          throw ruleBroken('attachments.errors.bomb')
        return wanted.has(name)
      },
    })
    const manifest = Buffer.from(parts['META-INF/manifest.xml'] ?? []).toString('utf8')
    if (/encryption-data/.test(manifest)) throw ruleBroken('attachments.errors.locked')
    if (!parts[mainParts[type]]) throw ruleBroken('attachments.errors.broken')
  } catch (error) {
    throw error instanceof AppError ? error : ruleBroken('attachments.errors.broken')
  }
  if (names.some((name) => macros.test(name))) throw ruleBroken('attachments.errors.macros')
}
