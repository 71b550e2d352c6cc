import { type ShownValue, shownValue } from '../../kit/shown.ts'

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
  'headId',
  'parentId',
])

/** Names of fields that differ from the field's own. */
const labels: Record<string, string> = {
  volunteerName: 'volunteer',
  unitName: 'unit',
  parentName: 'parent',
  signatoryName: 'signatoryId',
}

/** Where the words for an entry stand: what belongs to a record of any register (`notes:added`) has words of its own. */
export function wordsFor(kind: string, action: string): { section: string; verb: string } {
  const [part, verb] = action.split(':')
  return part && verb ? { section: part, verb } : { section: kind, verb: action }
}

/** The changes of a history entry as people read them: names instead of ids, words instead of codes. */
export function shownChanges(section: string, changes: Record<string, [unknown, unknown]>): ShownChange[] {
  return Object.entries(changes)
    .filter(([field]) => !hidden.has(field))
    .map(([field, [before, after]]) => ({
      label: `${section}.fields.${labels[field] ?? field}`,
      before: shownValue(field, before),
      after: shownValue(field, after),
    }))
}
