import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import type { Register, RegisterField } from '#shared/kit/register/register.ts'

/** The text of a key in the texts of one language; the key itself where there is none. */
export function wordOf(texts: object, key: string): string {
  const text = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts)
  return typeof text === 'string' ? text : key
}

/** The words of a printed page's number, and the language in which it is read aloud and broken into lines. */
export function pageWords(texts: object, language: 'pl' | 'en') {
  return { word: wordOf(texts, 'list.page'), of: wordOf(texts, 'list.ofPages'), language }
}

/** The title of a column. */
export function titleOf(texts: object, { name }: Register, field: string): string {
  return wordOf(texts, `${name}.fields.${field}`)
}

/** A cell as it is read on paper or in a text: a word for a code, a day as it is written in Poland. */
export function textOfCell(texts: object, field: RegisterField, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  switch (field.type) {
    case 'choice':
      return wordOf(texts, `${field.texts}.${value}`)
    case 'day':
      return formatDay(String(value))
    case 'instant':
      return formatInstant(String(value))
    case 'flag':
      return wordOf(texts, value ? 'common.yes' : 'common.no')
    case 'money':
      return formatAmount(Number(value))
    case 'reference':
      return (value as { text: string }).text
    default:
      return String(value)
  }
}
