import { formatDay, isDay } from '../../kit/dates.ts'

/** A value as the history shows it: what was entered, or the key of the word that the program has for it. */
export type ShownValue = { text: string } | { key: string }

/** One field that changed: the key of its name, and its value before and after. */
export interface ShownChange {
  label: string
  before: ShownValue
  after: ShownValue
}

/** Fields of the register by which only the program finds its way; beside an id stands the name. */
const hidden = new Set([
  'id',
  'volunteerId',
  'unitId',
  'signatoryId',
  'documentId',
  'volunteerBirthOn',
  'isPaper',
])

/** Names of fields that differ from the field's own. */
const labels: Record<string, string> = {
  volunteerName: 'volunteer',
  unitName: 'unit',
  signatoryName: 'signatoryId',
}

/** Where the words for the values of a field are. */
const words: Record<string, string> = {
  status: 'agreements.statuses',
  travelCosts: 'agreements.travelCosts',
  nnwProvider: 'agreements.nnwProviders',
  guardianRelation: 'volunteers.relations',
  formOfAddress: 'volunteers.formsOfAddress',
  category: 'volunteers.categories',
}

/** The changes of a history entry as people read them: names instead of ids, words instead of codes. */
export function shownChanges(kind: string, changes: Record<string, [unknown, unknown]>): ShownChange[] {
  return Object.entries(changes)
    .filter(([field]) => !hidden.has(field))
    .map(([field, [before, after]]) => ({
      label: `${kind}.fields.${labels[field] ?? field}`,
      before: shownValue(field, before),
      after: shownValue(field, after),
    }))
}

function shownValue(field: string, value: unknown): ShownValue {
  if (value === null || value === undefined || value === '') return { text: '–' }
  if (typeof value === 'boolean') return { key: value ? 'common.yes' : 'common.no' }
  if (field in words) return { key: `${words[field]}.${value}` }
  if (field === 'weeklyMinutes') return { text: String(Number(value) / 60).replace('.', ',') }
  if (Array.isArray(value)) return { text: value.join('; ') || '–' }
  return { text: typeof value === 'string' && isDay(value) ? formatDay(value) : String(value) }
}
