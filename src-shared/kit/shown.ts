import { formatDay, isDay } from './dates.ts'
import { formatAmount } from './money.ts'

/** A value as people read it: what was entered, or the keys of the words that the program has for it. */
export type ShownValue = { text: string } | { key: string } | { keys: string[] }

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
  weekdays: 'agreements.weekdays',
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
}

/**
 * The value of a field as people read it: a word instead of a code, hours instead of minutes, a day as it is written
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
  if (field === 'weeklyMinutes' || field === 'plannedMinutes')
    return { text: String(Number(value) / 60).replace('.', ',') }
  if (field === 'waiverAmount') return { text: formatAmount(Number(value)) }
  if (Array.isArray(value)) return { text: value.map(partText).join('; ') || nothing }
  return { text: typeof value === 'string' && isDay(value) ? formatDay(value) : String(value) }
}

/** One of several values of a field; one that has parts (a telephone and whose it is) by all of them. */
function partText(part: unknown): string {
  return typeof part === 'object' && part !== null
    ? Object.values(part).filter(Boolean).join(' – ')
    : String(part)
}
