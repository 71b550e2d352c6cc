import { type ZipEntry, zip } from './zip.ts'

const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:x:${name}"`).join(' ')

/** A spreadsheet of OpenDocument whose first sheet has these rows (XML); `tables` says otherwise what sheets it has. */
export function openDocument(
  rows: string,
  more: ZipEntry[] = [],
  tables = `<table:table table:name="Rejestr">${rows}</table:table><table:table table:name="Inny"><table:table-row>${odsCell('Nazwisko')}</table:table-row></table:table>`,
): Buffer {
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...more,
  ])
}

/** A cell as LibreOffice writes it; a `Date` has its day as a value and is shown in its own way. */
export function odsCell(value: string | number | boolean | Date, attributes = ''): string {
  if (value === '') return `<table:table-cell ${attributes}/>`
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10)
    return `<table:table-cell ${attributes} office:value-type="date" office:date-value="${day}"><text:p>jakoś</text:p></table:table-cell>`
  }
  if (typeof value === 'string') {
    return `<table:table-cell ${attributes} office:value-type="string">${value
      .split('\n')
      .map((line) => `<text:p>${line}</text:p>`)
      .join('')}</table:table-cell>`
  }
  const typed =
    typeof value === 'number'
      ? `office:value-type="float" office:value="${value}"`
      : `office:value-type="boolean" office:boolean-value="${value}"`
  return `<table:table-cell ${attributes} ${typed}><text:p>${value}</text:p></table:table-cell>`
}

/** A row of these cells. */
export function odsRow(cells: (string | number | boolean | Date)[], attributes = ''): string {
  return `<table:table-row ${attributes}>${cells.map((cell) => odsCell(cell)).join('')}</table:table-row>`
}
