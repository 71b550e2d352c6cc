import type { RowReader } from './import.ts'
import { fold, nameCase } from './polish.ts'

/** Words that stand before a surname and belong to it. */
const particles = new Set(
  'van von der den de da di du del della dos la le el al ter ten zu bin ibn'.split(' '),
)

/**
 * Splits a name that stands in one column; which part is the surname is told by the column's title. A surname is one word,
 * a double one with a hyphen (also with spaces around it), or one with its particles (`van der Berg`).
 */
export function splitName(
  text: string,
  order: 'surnameFirst' | 'nameFirst',
): { surname: string; firstNames: string } {
  const words = text
    .replace(/,/g, ' ')
    .replace(/\s*[-–]\s*/g, '-')
    .split(/\s+/)
    .filter(Boolean)
  // At least one word is a first name, also where all the others belong to the surname.
  let count = Math.min(1, words.length)
  const next = () => (order === 'surnameFirst' ? words[count - 1] : words[words.length - count - 1])
  while (count < words.length - 1 && particles.has(fold(next() ?? ''))) count++
  const at = order === 'surnameFirst' ? 0 : words.length - count
  return {
    surname: words
      .slice(at, at + count)
      .map(nameCase)
      .join(' '),
    firstNames: [...words.slice(0, at), ...words.slice(at + count)].map(nameCase).join(' '),
  }
}

/**
 * The name of a row: from one column (`surnameFirst`, `nameFirst`) or from two. A part that is missing or too long
 * is a problem of its own column.
 */
export function readName(reader: RowReader): { surname: string; firstNames: string } {
  const joined = reader.text('surnameFirst')
    ? 'surnameFirst'
    : reader.text('nameFirst')
      ? 'nameFirst'
      : undefined
  const name = joined
    ? splitName(reader.text(joined), joined)
    : { surname: nameCase(reader.text('surname')), firstNames: nameCase(reader.text('firstNames')) }
  for (const part of ['surname', 'firstNames'] as const) {
    // One column is corrected where it stands, and told of once.
    if (joined && part === 'firstNames' && !name.surname) continue
    const field = joined ?? part
    const problem = { field, level: 'error' as const, choices: [] }
    if (!name[part]) reader.problem({ ...problem, key: 'imports.problems.nameIncomplete' })
    else if (name[part].length > 80)
      reader.problem({ ...problem, key: 'validation.tooLong', params: { max: 80 } })
  }
  return name
}

/** What spreadsheets write for a form of address, also where the column is that of the sex. */
export const formsByWord = {
  pani: 'pani',
  k: 'pani',
  kobieta: 'pani',
  pan: 'pan',
  m: 'pan',
  mezczyzna: 'pan',
} as const
