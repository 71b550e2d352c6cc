import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const macroMain = 'application/vnd.ms-word.document.macroEnabled.main+xml'

/** A PDF of one page with a line of text. */
export function aPdf(text = 'Zgoda', more = ''): Buffer {
  const stream = `BT /F1 24 Tf 60 700 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size 6 /Root 1 0 R ${more}>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${rows}${trailer}`, 'latin1')
}

/** A picture of one red point. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
)

/** A PNG of one colour, of that many points. */
export function aPicture(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    aPng.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A picture of one point, with the marks of a JPEG in their order. */
export const aJpeg = Buffer.from(
  `ffd8ffe000104a46494600010100000100010000ffdb004300${'01'.repeat(64)}ffc0000b080001000101011100ffda0008010100003f007fffd9`,
  'hex',
)

/** A TIFF of black pages, each of one point. */
export function aTiff(pages = 2): Buffer {
  const fields = 9
  const length = 2 + fields * 12 + 4 + 2
  const bytes = Buffer.alloc(8 + pages * length)
  bytes.write('II*\0', 0, 'latin1')
  bytes.writeUInt32LE(8, 4)
  for (let page = 0; page < pages; page++) {
    const at = 8 + page * length
    const data = at + length - 2
    bytes.writeUInt16LE(fields, at)
    const values = [
      [256, 1],
      [257, 1],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, data],
      [277, 1],
      [278, 1],
      [279, 1],
    ] as const
    for (const [index, [tag, value]] of values.entries()) {
      const entry = at + 2 + index * 12
      bytes.writeUInt16LE(tag, entry)
      bytes.writeUInt16LE(4, entry + 2)
      bytes.writeUInt32LE(1, entry + 4)
      bytes.writeUInt32LE(value, entry + 8)
    }
    bytes.writeUInt32LE(page + 1 < pages ? at + length : 0, at + 2 + fields * 12)
  }
  return bytes
}

/** A document of Word with these paragraphs; `parts` come besides. */
export function aDocx(
  paragraphs = ['Oświadczenie'],
  parts: Record<string, string> = {},
  isMacro = false,
): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return zipped({
    '[Content_Types].xml': contentTypes(isMacro ? macroMain : wordMain),
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** A document of LibreOffice with this content. */
export function anOdt(content = '<office:document-content/>', parts: Record<string, string> = {}): Buffer {
  return zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...parts })
}

function zipped(parts: Record<string, string>): Buffer {
  const entries = Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { level: 0 }]] as const)
  return Buffer.from(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]))
}
