import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; `claims` is the unpacked size that its headers give, where that is a lie. */
export interface ZipEntry {
  name: string
  content: Buffer | string
  claims?: number
}

/** An archive byte by byte, so that a test can build one that no office program would. */
export function zip(entries: ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end])
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The least that makes a workbook: one sheet with these rows (XML), number formats by style: 0 plain, 1 a date. */
export function bareWorkbook(rows: string, { epoch1904 = false, more = [] as ZipEntry[] } = {}): Buffer {
  const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`
  return zip([
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Rejestr" sheetId="1" r:id="a"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/styles.xml',
      content: xml(
        `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    },
    ...more,
  ])
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A row of cells given as the XML inside of each and its attributes: `['t="b"', '<v>1</v>']`. */
export function sheetRow(number: number, cells: ([attributes: string, inside: string] | string)[]): string {
  const xml = cells.map((cell, column) => {
    const [attributes, inside] =
      typeof cell === 'string' ? ['t="inlineStr"', `<is><t>${cell}</t></is>`] : cell
    return `<c r="${letters[column]}${number}" ${attributes}>${inside}</c>`
  })
  return `<row r="${number}">${xml.join('')}</row>`
}
