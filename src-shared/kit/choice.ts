import { fold, searchTerms, searchWords } from './polish.ts'

/**
 * The option that is meant by a text which was typed and left: the only one that it left in the list, or the one whose
 * whole name it is. Undefined where there is none, or more than one: it is not guessed.
 *
 * @param shown the options that the list shows for the text
 */
export function optionMeant<Option extends { label: string }>(
  shown: readonly Option[],
  typed: string,
): Option | undefined {
  const sought = fold(typed)
  if (sought === '') return undefined
  if (shown.length === 1) return shown[0]
  const named = shown.filter(({ label }) => fold(label) === sought)
  return named.length === 1 ? named[0] : undefined
}

/** Does each word that was typed begin a word of the label? So the server searches among records. */
export function labelFits(label: string, typed: string): boolean {
  const words = searchWords(label)
  return searchTerms(typed).every((term) => words.some((word) => word.startsWith(term)))
}
