import { cleanText } from '../printable.ts'

/** Names that Windows keeps for devices, whatever the extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The longest name that is kept, with its extension. */
const longest = 150

/** The extension of a file name in small letters, without the dot; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/**
 * The name of a file as it can be kept and saved on any system: without folders, signs that no file may have in its
 * name, and what nobody sees (marks that turn the writing around would show `exe.fdp` as `pdf.exe`). A name that is
 * too long is cut before its extension.
 */
export function tidyFileName(fileName: string): string {
  const visible = cleanText(fileName).replace(/[\n\t]/g, ' ')
  const name = (visible.split(/[\\/]/).at(-1) ?? '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(devices, '_$1')
  if (name.length <= longest) return name
  const extension = extensionOf(name)
  const end = extension ? `.${extension}` : ''
  // By whole characters, or half of one might stay.
  const start = Array.from(name.slice(0, name.length - end.length))
    .slice(0, 100)
    .join('')
    .slice(0, longest - end.length)
  return tidyFileName(start.replace(/[\ud800-\udbff]$/, '').replace(/[\s.]+$/, '') + end)
}
