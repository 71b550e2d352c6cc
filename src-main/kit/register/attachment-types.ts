import { fileTypeFromBuffer } from 'file-type'
import { attachmentTypes, maxAttachmentBytes } from '#shared/kit/register/attachments.ts'
import { extensionOf } from '#shared/kit/register/file-names.ts'
import { ruleBroken } from '../errors.ts'
import { checkImage } from './image-checks.ts'
import { checkTextDocument } from './text-document-checks.ts'

const programs = new Set([
  'exe',
  'elf',
  'macho',
  'msi',
  'jar',
  'apk',
  'class',
  'wasm',
  'lnk',
  'deb',
  'rpm',
  'dmg',
])
const withMacros = new Set(['docm', 'dotm'])

/**
 * The media type of a file, told from its content. Refuses under `attachments.errors` what must not or need not be
 * kept: see `attachmentProcedures`.
 */
export async function checkedType(fileName: string, bytes: Buffer): Promise<string> {
  if (bytes.length === 0) throw ruleBroken('attachments.errors.empty')
  if (bytes.length > maxAttachmentBytes) throw ruleBroken('attachments.errors.tooLarge')
  const found = await fileTypeFromBuffer(bytes)
  const claimed = attachmentTypes[extensionOf(fileName)]
  const extension: string = found?.ext ?? ''
  if (programs.has(extension) || bytes.subarray(0, 2).toString('latin1') === '#!')
    throw ruleBroken('attachments.errors.program')
  if (withMacros.has(extension)) throw ruleBroken('attachments.errors.macros')
  // Word keeps a document with a password in the container of its old files.
  if (extension === 'cfb' && fileName.toLowerCase().endsWith('.docx'))
    throw ruleBroken('attachments.errors.locked')
  const type = attachmentTypes[extension]
  if (!type && extension === 'zip' && /\.(docx|odt)$/i.test(fileName))
    throw ruleBroken('attachments.errors.broken')
  if (!type) throw ruleBroken(claimed ? 'attachments.errors.mismatch' : 'attachments.errors.notAllowed')
  if (type !== claimed) throw ruleBroken('attachments.errors.mismatch')
  if (extension === 'pdf') checkPdf(bytes)
  else if (extension === 'docx' || extension === 'odt') checkTextDocument(extension, bytes)
  else checkImage(extension, bytes)
  return type
}

/** Refuses a PDF that breaks off, and one that is encrypted. */
function checkPdf(bytes: Buffer): void {
  if (bytes.lastIndexOf('startxref', undefined, 'latin1') < 0) throw ruleBroken('attachments.errors.broken')
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1)) {
    const rest = bytes.toString('latin1', at + 8, at + 48)
    // The word alone may stand in the text of a page; an encrypted file refers to how it is encrypted.
    if (/^\s*(\d+\s+\d+\s+R|<<)/.test(rest)) throw ruleBroken('attachments.errors.locked')
  }
}
