import writeWorkbook, { type Cell, type SheetData } from 'write-excel-file/node'
import { clockInPoland } from '#shared/kit/dates.ts'
import type { exportFormats } from '#shared/kit/register/export.ts'
import type { Register, RegisterField } from '#shared/kit/register/register.ts'
import { guarded } from '../formula-guard.ts'
import { breathing } from '../import.ts'
import { textOfCell, titleOf } from './cells.ts'
import type { RegisterList } from './register-list.ts'

/** Rows on their way out of a register, with the columns that were chosen. */
export interface Taken {
  register: Register
  words?: RegisterList<Register>['words']
  columns: readonly string[]
  rows: readonly object[]
  /** Of the language in which it leaves. */
  texts: object
}

/** A cell in words. */
export function wordsOf({ register, words, texts }: Omit<Taken, 'rows'>, row: object, key: string): string {
  const value = (row as Record<string, unknown>)[key]
  return words?.(texts, key, row as never) ?? textOfCell(texts, register.fields[key] as RegisterField, value)
}

/** The most letters by which a column of a workbook is wide. */
const widest = 60

/** A workbook: titles that stay in sight, days, instants (in Polish time) and numbers as such, everything else as text. */
export async function toWorkbook(taken: Taken): Promise<Buffer> {
  const { register, columns, rows, texts } = taken
  const fields = columns.map((key) => register.fields[key] as RegisterField)
  const titles = columns.map((key) => titleOf(texts, register, key))
  const widths = titles.map((title) => title.length + 4)
  const cells = await breathing()(rows, (row) =>
    columns.map((key, index): Cell => {
      const field = fields[index] as RegisterField
      const value = (row as Record<string, unknown>)[key]
      const text = wordsOf(taken, row, key)
      widths[index] = Math.max(widths[index] ?? 0, Math.min(text.length + 2, widest))
      if (text === '') return null
      if (field.type === 'day')
        return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
      if (field.type === 'instant')
        return {
          // A spreadsheet knows no time zones: what it is given as UTC is what it shows.
          value: new Date(`${clockInPoland(String(value))}:00Z`),
          type: Date,
          format: 'dd.mm.yyyy hh:mm',
        }
      if (field.type === 'money') return { value: Number(value) / 100, type: Number, format: '#,##0.00' }
      return field.type === 'number' ? { value: Number(value), type: Number } : { value: text, type: String }
    }),
  )
  const data: SheetData = [titles.map((value) => ({ value, fontWeight: 'bold' as const })), ...cells]
  const columnWidths = widths.map((width) => ({ width }))
  return writeWorkbook(data, { columns: columnWidths, stickyRowsCount: 1 }).toBuffer()
}

/** A text with semicolons for Polish spreadsheets: UTF-8 with a mark, every cell in quotes, lines by CR and LF. */
export async function toCsv(taken: Taken): Promise<Buffer> {
  const lines = await linesOf(taken, (cells) => cells.map(quoted).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** Rows to be pasted into a spreadsheet: cells apart by tabs. */
export async function toClipboard(taken: Taken): Promise<string> {
  const plain = (text: string) => guarded(text).replace(/[\t\r\n]+/g, ' ')
  const lines = await linesOf(taken, (cells) => cells.map(plain).join('\t'))
  return lines.join('\r\n')
}

/** The titles and every row as lines; other calls are served in between. */
async function linesOf(taken: Taken, write: (cells: string[]) => string): Promise<string[]> {
  const { register, columns, rows, texts } = taken
  const titles = write(columns.map((key) => titleOf(texts, register, key)))
  const line = (row: object) =>
    write(
      columns.map((key) => {
        const value = (row as Record<string, unknown>)[key]
        // An amount is a number that a spreadsheet can add up, without its currency.
        return register.fields[key]?.type === 'money' && typeof value === 'number'
          ? (value / 100).toFixed(2).replace('.', ',')
          : wordsOf(taken, row, key)
      }),
    )
  return [titles, ...(await breathing()(rows, line))]
}

function quoted(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`
}

/** What is taken out, in a format: bytes in base 64, or the text of the clipboard. */
export async function takenAs(taken: Taken, format: (typeof exportFormats)[number]): Promise<string> {
  switch (format) {
    case 'xlsx':
      return (await toWorkbook(taken)).toString('base64')
    case 'csv':
      return (await toCsv(taken)).toString('base64')
    case 'clipboard':
      return toClipboard(taken)
  }
}
