import { formatDay } from '../dates.ts'
import { formatAmount } from '../money.ts'
import type { Filter, RegisterField } from './register.ts'

/** A filter as people read it: a text of the section `list.words`, and what it still needs to be told. */
export interface FilterWords {
  key: string
  params: Record<string, string | number>
  /** Keys of words that are put together as `{{values}}`. */
  values?: string[]
  /** Records whose names are put together as `{{values}}`. */
  ids?: number[]
}

/** What a filter asks for, in words; the name of the field is added as `{{field}}`. */
export function filterWords(field: RegisterField, filter: Filter): FilterWords {
  if ('empty' in filter) return { key: filter.empty ? 'list.words.empty' : 'list.words.filled', params: {} }
  if ('contains' in filter) return { key: 'list.words.contains', params: { text: filter.contains } }
  if ('is' in filter) {
    return { key: 'list.words.oneOf', params: {}, values: [filter.is ? 'common.yes' : 'common.no'] }
  }
  if ('within' in filter) {
    return { key: 'list.words.oneOf', params: {}, values: [`list.spans.${filter.within}`] }
  }
  if ('nextDays' in filter) return { key: 'list.words.nextDays', params: { count: filter.nextDays } }
  if ('lastDays' in filter) return { key: 'list.words.lastDays', params: { count: filter.lastDays } }
  if ('oneOf' in filter) {
    return field.type === 'choice'
      ? { key: 'list.words.oneOf', params: {}, values: filter.oneOf.map((code) => `${field.texts}.${code}`) }
      : { key: 'list.words.oneOf', params: {}, ids: filter.oneOf.map(Number) }
  }
  const { from, to } = filter
  const bounds = {
    ...(from !== undefined && { from: inWords(field, from) }),
    ...(to !== undefined && { to: inWords(field, to) }),
  }
  if (from === undefined)
    return { key: to === undefined ? 'list.words.any' : 'list.words.to', params: bounds }
  return { key: to === undefined ? 'list.words.from' : 'list.words.between', params: bounds }
}

function inWords({ type }: RegisterField, bound: string | number): string | number {
  if (type === 'money') return formatAmount(Number(bound))
  return typeof bound === 'string' ? formatDay(bound) : bound
}
