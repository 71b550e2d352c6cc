/** Whose value: that of who saves now, or that of who saved first. */
export type Side = 'mine' | 'theirs'

/** A field that two people left with different values. */
export interface FieldDifference {
  field: string
  /** What stood there when the form was opened. */
  before: unknown
  mine: unknown
  theirs: unknown
  changedBy: Side | 'both'
}

type Values = Readonly<Record<string, unknown>>

/**
 * The fields in which two versions differ that were both made from `before`, in the order of `mine`. Fields that the
 * saved version does not have (a password, a version) are no differences; nothing is the same as an empty text.
 */
export function differencesOf(before: Values, mine: Values, theirs: Values): FieldDifference[] {
  return Object.keys(mine).flatMap((field) => {
    if (!(field in theirs) || isSame(mine[field], theirs[field])) return []
    const values = { before: before[field], mine: mine[field], theirs: theirs[field] }
    return [{ field, ...values, changedBy: changedBy(values) }]
  })
}

function changedBy({ before, mine, theirs }: Pick<FieldDifference, 'before' | Side>): Side | 'both' {
  if (isSame(before, mine)) return 'theirs'
  return isSame(before, theirs) ? 'mine' : 'both'
}

/** Whose value is proposed: of who alone changed the field; where both did, of who saves now. */
export function proposedSide({ changedBy }: Pick<FieldDifference, 'changedBy'>): Side {
  return changedBy === 'theirs' ? 'theirs' : 'mine'
}

/** The value of each differing field after the choices; the proposed one where nothing was chosen. */
export function chosenValues(
  differences: readonly FieldDifference[],
  choices: Readonly<Record<string, Side>>,
): Record<string, unknown> {
  return Object.fromEntries(
    differences.map((difference) => [
      difference.field,
      difference[choices[difference.field] ?? proposedSide(difference)],
    ]),
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

/** A value whose text tells whether it is another: empty is empty, and parts come in one order. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, plain(part)])
}
