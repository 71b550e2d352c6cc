/** One class in a text of lines; `line` counts from 1. */
export interface PlanLine {
  symbol: string
  title: string
  category: string
  line: number
}

const categoryLike = /^(a|b\s*[ec]?\s*-?\s*\d{0,2})$/i

/**
 * The classes in a text of lines (symbol, title, category), divided by tabs, semicolons or several blanks, as one copies
 * them from a spreadsheet. The symbol may stand in any of the first columns, with dots or blanks in it (`0.5.2`); what
 * follows the category (remarks) is left out, as are empty lines and whatever stands above the first class.
 *
 * @returns the classes, or the number of the first line that is none
 */
export function readPlan(text: string): { lines: PlanLine[] } | { wrongLine: number } {
  const lines: PlanLine[] = []
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const parts = partsOf(whole)
    if (parts.length === 0) continue
    const [first = '', ...rest] = parts
    const symbol = /^\d(?:[\d. ]*\d)?\.?$/.test(first) ? first.replace(/[. ]/g, '') : ''
    const at = rest.findIndex((part, place) => place > 0 && categoryLike.test(part))
    const title = (at < 0 ? rest : rest.slice(0, at)).join(' ')
    if (/^\d{1,6}$/.test(symbol) && title)
      lines.push({ symbol, title, category: at < 0 ? '' : (rest[at] ?? ''), line: index + 1 })
    else if (lines.length > 0 || symbol) return { wrongLine: index + 1 }
  }
  return { lines }
}

function partsOf(line: string): string[] {
  const divider = line.includes('\t') ? '\t' : line.includes(';') ? ';' : /\s{2,}/
  return line
    .split(divider)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** What of a plan is worth a look: symbols without the class above them, and symbols that stand there twice. */
export function doubtsOfPlan(
  lines: readonly PlanLine[],
  known: ReadonlySet<string>,
): { orphans: string[]; repeated: string[] } {
  const symbols = new Set(lines.map(({ symbol }) => symbol))
  const hasParent = (symbol: string) => {
    const parent = symbol.slice(0, -1)
    return parent === '' || symbols.has(parent) || known.has(parent)
  }
  const seen = new Set<string>()
  const repeated = lines.filter(({ symbol }) => {
    const isRepeated = seen.has(symbol)
    seen.add(symbol)
    return isRepeated
  })
  return {
    orphans: [...symbols].filter((symbol) => !hasParent(symbol)),
    repeated: [...new Set(repeated.map(({ symbol }) => symbol))],
  }
}
