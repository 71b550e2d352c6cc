import { setImmediate } from 'node:timers/promises'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { maxImportColumns } from '#shared/kit/import.ts'
import { titleRows } from '#shared/kit/import-columns.ts'
import { AppError, ruleBroken } from '../../kit/errors.ts'
import { namesIn, type Sheet, unpack } from './imports.archive.reader.ts'

/** How much of a sheet is read between two breaths, in which other calls are served. */
const stretch = 256 * 1024

/** Is this archive a spreadsheet of OpenDocument (LibreOffice)? One that is broken is none. */
export async function isOpenDocument(bytes: Buffer): Promise<boolean> {
  try {
    return namesIn(bytes).includes('content.xml')
  } catch {
    return false
  }
}

/**
 * The sheets with their cells as texts: dates as `DD.MM.YYYY`, numbers without exponents, formulas as what they were
 * last worked out to. Empty rows at the end are left out; repeated rows and cells, which the file writes once, are
 * read as often as they are there.
 *
 * A sheet with which it has too many rows, or one with too many columns, has its refusal (`imports.errors.tooManyRows`, `.tooWide`) with it, so that
 * it spoils no other.
 *
 * @throws RULE_BROKEN `imports.errors.unreadable`, `.oldOrLocked` (with a password), `.unpacksTooLarge`
 */
export async function readOpenDocument(bytes: Buffer, maxRows: number): Promise<Sheet[]> {
  try {
    const files = new Map<string, Buffer>()
    const wanted = ['content.xml', 'META-INF/manifest.xml']
    await unpack(
      bytes,
      (name) => wanted.includes(name),
      async (content, name) => void files.set(name, content),
    )
    if (files.get('META-INF/manifest.xml')?.includes('encryption-data')) {
      throw ruleBroken('imports.errors.oldOrLocked')
    }
    const document = new OpenDocument(maxRows)
    const content = files.get('content.xml') ?? Buffer.alloc(0)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let start = 0; start < content.length; start += stretch) {
      document.read(decoder.decode(content.subarray(start, start + stretch), { stream: true }))
      await setImmediate()
    }
    if (!document.isWhole) throw ruleBroken('imports.errors.unreadable')
    return document.sheets
  } catch (error) {
    throw error instanceof AppError ? error : ruleBroken('imports.errors.unreadable')
  }
}

interface Cell {
  attributes: SaxesTagPlain['attributes']
  paragraphs: string[]
}

/** The sheets of a document, as it is read from the beginning to the end. */
class OpenDocument {
  readonly sheets: Sheet[] = []
  readonly #parser = new SaxesParser()
  readonly #maxRows: number
  /** How many tables one inside the other are open; only the outermost is a sheet. */
  #tables = 0
  #emptyRows = 0
  #row: string[] = []
  #emptyCells = 0
  #rowRepeats = 1
  #cell: Cell | undefined
  /** Remarks at a cell have paragraphs too, which are not its text. */
  #annotations = 0
  #isInParagraph = false

  constructor(maxRows: number) {
    this.#maxRows = maxRows
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', (tag) => this.#close(tag))
    this.#parser.on('text', (text) => this.#add(text))
  }

  /** Has it sheets, the last of them with its end? */
  get isWhole(): boolean {
    return this.sheets.length > 0 && this.#tables === 0
  }

  read(text: string): void {
    this.#parser.write(text)
  }

  get #sheet(): Sheet | undefined {
    return this.sheets.at(-1)
  }

  /** Its titles stay, by which it is told whether this is the sheet that was meant. */
  #refuse(refusal: AppError): void {
    const sheet = this.#sheet
    if (sheet) Object.assign(sheet, { rows: sheet.rows.slice(0, titleRows), refusal })
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    if (name === 'table:table') {
      this.#tables++
      if (this.#tables === 1) this.#begin(attributes['table:name'] ?? '')
    }
    if (this.#tables !== 1 || this.#sheet?.refusal) return
    if (name === 'table:table-row') {
      this.#row = []
      this.#emptyCells = 0
      this.#rowRepeats = repeats(attributes['table:number-rows-repeated'])
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#cell = { attributes, paragraphs: [] }
    } else if (name === 'office:annotation') this.#annotations++
    else if (name === 'text:p' && this.#cell && this.#annotations === 0) {
      this.#cell.paragraphs.push('')
      this.#isInParagraph = true
    } else if (name === 'text:s') this.#add(' '.repeat(Math.min(repeats(attributes['text:c']), 1000)))
    else if (name === 'text:tab') this.#add('\t')
    else if (name === 'text:line-break') this.#add('\n')
  }

  #close({ name }: SaxesTagPlain): void {
    if (name === 'table:table') this.#tables--
    if (this.#tables !== 1 || this.#sheet?.refusal) return
    if (name === 'office:annotation') this.#annotations--
    else if (name === 'text:p' && this.#annotations === 0) this.#isInParagraph = false
    else if (name === 'table:covered-table-cell') this.#endCell('')
    else if (name === 'table:table-cell') this.#endCell(this.#cell ? cellText(this.#cell) : '')
    else if (name === 'table:table-row') this.#endRow()
  }

  #add(text: string): void {
    const paragraphs = this.#cell?.paragraphs
    if (!paragraphs || !this.#isInParagraph || this.#annotations > 0) return
    paragraphs.push((paragraphs.pop() ?? '') + text)
  }

  #endCell(text: string): void {
    const times = repeats(this.#cell?.attributes['table:number-columns-repeated'])
    this.#cell = undefined
    if (text === '') {
      this.#emptyCells += times
      return
    }
    if (this.#row.length + this.#emptyCells + times > maxImportColumns) {
      this.#refuse(ruleBroken('imports.errors.tooWide'))
      return
    }
    for (; this.#emptyCells > 0; this.#emptyCells--) this.#row.push('')
    for (let time = 0; time < times; time++) this.#row.push(text)
  }

  #begin(name: string): void {
    this.sheets.push({ name, rows: [] })
    this.#emptyRows = 0
    this.#cell = undefined
  }

  #endRow(): void {
    const rows = this.#sheet?.rows ?? []
    const rowsBefore = this.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
    if (this.#row.length === 0) {
      this.#emptyRows += this.#rowRepeats
      return
    }
    if (rowsBefore + this.#emptyRows + this.#rowRepeats > this.#maxRows) {
      this.#refuse(ruleBroken('imports.errors.tooManyRows', { max: this.#maxRows }))
      return
    }
    for (; this.#emptyRows > 0; this.#emptyRows--) rows.push([])
    for (let time = 0; time < this.#rowRepeats; time++) rows.push(this.#row)
  }
}

function repeats(attribute: string | undefined): number {
  const times = Number(attribute ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}

function cellText({ attributes, paragraphs }: Cell): string {
  const shown = paragraphs.join('\n')
  switch (attributes['office:value-type']) {
    case 'date': {
      const day = attributes['office:date-value']?.slice(0, 10) ?? ''
      return isDay(day) ? formatDay(day) : shown
    }
    case 'float':
    case 'currency': {
      const number = Number(attributes['office:value'])
      return Number.isFinite(number) ? String(number) : shown
    }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'tak' : 'nie'
    default:
      return attributes['office:string-value'] ?? shown
  }
}
