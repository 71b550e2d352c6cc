/** The themes of sentences for opinions. A block for letters has none. */
export const opinionThemes = [
  'reliability',
  'relations',
  'initiative',
  'cooperation',
  'contribution',
  'growth',
  'recommendation',
] as const

/** What a block is for: letters, or a theme of opinions. */
export const textThemes = ['', ...opinionThemes] as const

/** A pair of forms, a woman's and a man's: `{rzetelna|rzetelny}`. */
const pair = /\{([^{}|]*)\|([^{}|]*)\}/g

/**
 * A text with the forms that go with a person: `{była|był}` → `była`; where the form of address is not known both, apart by
 * a slash, never a guess.
 */
export function inForm(text: string, form: 'pani' | 'pan' | 'unknown'): string {
  return text.replace(pair, (_, woman: string, man: string) =>
    form === 'pani' ? woman : form === 'pan' ? man : `${woman}/${man}`,
  )
}

/** Are the braces of pairs closed, each with one bar? Other words in braces (`{osoba}`) are placeholders, and right. */
export function hasSoundPairs(text: string): boolean {
  const rest = text.replace(pair, '').replace(/\{[^{}|]*\}/g, '')
  return !/[{}|]/.test(rest)
}
