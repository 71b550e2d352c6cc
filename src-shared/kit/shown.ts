import { formatTime } from './clock.ts'
import { formatDay, isDay } from './dates.ts'
import { formatAmount } from './money.ts'

/**
 * A value as people read it: what was entered, the keys of the words that the program has for it, or the parts of each of
 * several values.
 */
export type ShownValue = { text: string } | { key: string } | { keys: string[] } | { items: ShownValue[][] }

/** What stands where there is no value. */
export const nothing = '–'

/** Where the words for the values of a field are. */
const words: Record<string, string> = {
  status: 'agreements.statuses',
  travelCosts: 'agreements.travelCosts',
  nnwProvider: 'agreements.nnwProviders',
  guardianRelation: 'volunteers.relations',
  form: 'agreements.forms',
  endedBy: 'agreements.endings',
  needs: 'agreements.needs',
  weekdays: 'calendar.weekdays',
  relation: 'volunteers.relations',
  engagement: 'volunteers.engagements',
  institutionKind: 'volunteers.institutionKinds',
  identityDocumentKind: 'volunteers.identityDocumentKinds',
  legalStatus: 'volunteers.legalStatuses',
  system: 'volunteers.signSystems',
  level: 'volunteers.levels',
  weekday: 'calendar.weekdays',
  about: 'volunteers.consentKinds',
  formOfAddress: 'volunteers.formsOfAddress',
  category: 'volunteers.categories',
  role: 'accounts.roles',
  kind: 'units.kinds',
  staffGroup: 'positions.groups',
  ownGroup: 'positions.groups',
  specialisation: 'staff.specialisations',
  roles: 'staff.roles',
  format: 'list.formats',
  register: 'history.kinds',
  basis: 'volunteeringReport.bases',
  audience: 'volunteeringReport.audiences',
  costState: 'costSettlements.states',
  costRate: 'costSettlements.rates.codes',
}

/** Fields that hold grosze. */
const amounts = new Set(['waiverAmount', 'total', 'travelAmount', 'perDiemAmount', 'waivedAmount'])

/**
 * The value of a field as people read it: a word instead of a code, hours instead of minutes, złoty instead of grosze, a day as it is written
 * in Poland, a dash for nothing, the name of what is referred to. An id alone stays a number: only who asks the register knows its
 * name.
 */
export function shownValue(field: string, value: unknown): ShownValue {
  if (value === null || value === undefined || value === '') return { text: nothing }
  if (typeof value === 'boolean') return { key: value ? 'common.yes' : 'common.no' }
  if (field in words && Array.isArray(value) && value.length > 0)
    return { keys: value.map((each) => `${words[field]}.${each}`) }
  if (field in words && !Array.isArray(value)) return { key: `${words[field]}.${value}` }
  if (typeof value === 'object' && 'text' in value) return { text: String(value.text) }
  if (amounts.has(field)) return { text: formatAmount(Number(value)) }
  if (field === 'weeklyMinutes' || field === 'plannedMinutes')
    return { text: String(Number(value) / 60).replace('.', ',') }
  if (timesOfDay.has(field) && typeof value === 'number') return { text: formatTime(value) }
  if (Array.isArray(value)) return shownList(value)
  return { text: typeof value === 'string' && isDay(value) ? formatDay(value) : String(value) }
}

/** Parts of a value that are minutes of a day. */
const timesOfDay = new Set(['from', 'to'])

/** Several values of a field; one that has parts (a telephone and whose it is) by all of them. */
function shownList(list: readonly unknown[]): ShownValue {
  if (list.length === 0) return { text: nothing }
  const items = list.map((item) =>
    typeof item !== 'object' || item === null || 'text' in item
      ? [shownValue('', item)]
      : Object.entries(item)
          .filter(([, part]) => part !== null && part !== '' && part !== false)
          .map(([key, part]) => shownValue(key, part)),
  )
  const texts = items.map((parts) => parts.map((part) => ('text' in part ? part.text : undefined)))
  // What needs no words is a text at once.
  return texts.flat().every((text) => text !== undefined)
    ? { text: texts.map((parts) => parts.join(' – ')).join('; ') }
    : { items }
}

/** A shown value as one text. @param wordOf the word for a key, in the language of who reads it */
export function textOfShown(value: ShownValue, wordOf: (key: string) => string): string {
  if ('items' in value)
    return value.items.map((parts) => parts.map((part) => textOfShown(part, wordOf)).join(' – ')).join('; ')
  if ('keys' in value) return value.keys.map(wordOf).join(', ')
  return 'key' in value ? wordOf(value.key) : value.text
}
