/** How many letters a line of a printed list holds in its smallest comfortable print, and what each column takes of them. */
const lineLetters = 224
const columnLetters = 1.5

/** A cell is not given more: longer texts go on in the next line. */
const mostLetters = 45

/** How wide a text is in letters of the middling kind: figures and capitals are wider. */
function lengthOf(text: string): number {
  return text.length + 0.25 * (text.match(/[\p{Lu}\d]/gu)?.length ?? 0)
}

/** How wide the longest part of a text is that no line may end in; addresses of e-mail may be broken at their sign. */
function wordLength(text: string): number {
  return Math.max(0, ...text.split(/[\s@]/).map(lengthOf))
}

/**
 * How wide the columns of a printed list are, in letters. Each has room for its longest word, so that nothing stands over its
 * neighbour; where the line has more room, for what nine cells of ten need.
 */
export function printedWidths(titles: string[], rows: string[][]): number[] {
  const columns = titles.map((title, index) => {
    const cells = rows.map((row) => row[index] ?? '')
    const lengths = cells.map(lengthOf).sort((a, b) => a - b)
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
    const longest = cells.reduce((most, cell) => Math.max(most, wordLength(cell)), 0)
    // Titles are bold.
    const least = Math.min(mostLetters, Math.max(4, longest, 1.15 * wordLength(title))) + 1
    return { least, wanted: Math.max(least, Math.min(mostLetters, usual) + 1) }
  })
  const sum = (of: 'least' | 'wanted') => columns.reduce((total, column) => total + column[of], 0)
  const room = lineLetters - columnLetters * columns.length - sum('least')
  const share = Math.max(0, Math.min(1, room / Math.max(1, sum('wanted') - sum('least'))))
  return columns.map(({ least, wanted }) => least + share * (wanted - least))
}
