import { nothing, type ShownValue, shownValue } from '../shown.ts'

/** What a history entry says of fields: each with its value before and after; secret ones by their names alone. */
export interface Changes {
  fields: Record<string, [unknown, unknown]>
  /** Fields that changed, and whose values the history keeps to itself. */
  secret: string[]
}

/** One field that changed: the keys under which its name stands, and its value before and after (null: kept secret). */
export interface ShownChange {
  labels: string[]
  values: { before: ShownValue; after: ShownValue } | null
}

/** Fields of registers by which only the program finds its way; beside an id stands the name. */
const hidden = new Set([
  'id',
  'volunteerId',
  'unitId',
  'signatoryId',
  'projectId',
  'documentId',
  'volunteerBirthOn',
  'isPaper',
  'headId',
  'positionId',
  'positionGroup',
  'posts',
  'parentId',
  'agreementId',
  'familyId',
  'activityKindId',
  'needId',
  'coordinatorId',
  'workerId',
  'agreementEndsOn',
])

/** What was taken out of a list: its values are fields of the register, whose names people know. */
const namingFields = new Set(['columns', 'filteredBy'])

/** Names of fields that differ from the field's own. */
const labels: Record<string, string> = {
  volunteerName: 'volunteer',
  unitName: 'unit',
  parentName: 'parent',
  headName: 'headId',
  signatoryName: 'signatoryId',
  projectName: 'projectId',
  activityKindName: 'activityKind',
  coordinatorName: 'coordinator',
  workerName: 'worker',
  agreementNumber: 'agreement',
}

/** Where the words for an entry stand: what belongs to a record of any register (`notes:added`) has words of its own. */
export function wordsFor(kind: string, action: string): { section: string; verb: string } {
  const [part, verb] = action.split(/[:_]/)
  return part && verb ? { section: part, verb } : { section: kind, verb: action }
}

/** Keeps the values of secret fields back. */
export function withoutSecrets(
  changes: Record<string, [unknown, unknown]>,
  secretFields: ReadonlySet<string>,
): Changes {
  const entries = Object.entries(changes)
  return {
    fields: Object.fromEntries(entries.filter(([field]) => !secretFields.has(field))),
    secret: entries.map(([field]) => field).filter((field) => secretFields.has(field)),
  }
}

function isNothing(value: ShownValue): boolean {
  return 'text' in value && value.text === nothing
}

/**
 * The changes of a history entry as people read them: names instead of ids, words instead of codes. A field that was
 * and stayed empty is left out.
 */
export function shownChanges(section: string, { fields, secret }: Changes): ShownChange[] {
  const labelsOf = (field: string) => {
    const name = labels[field] ?? field
    return [`${section}.fields.${name}`, `history.otherFields.${name}`]
  }
  const shown = (field: string, value: unknown): ShownValue =>
    namingFields.has(field) && Array.isArray(value) && value.length > 0
      ? { keys: value.map((name) => `${section}.fields.${name}`) }
      : shownValue(field, value)
  return [
    ...Object.entries(fields)
      .filter(([field]) => !hidden.has(field))
      .map(([field, [before, after]]) => ({
        labels: labelsOf(field),
        values: { before: shown(field, before), after: shown(field, after) },
      }))
      .filter(({ values }) => !isNothing(values.before) || !isNothing(values.after)),
    ...secret.map((field) => ({ labels: labelsOf(field), values: null })),
  ]
}
