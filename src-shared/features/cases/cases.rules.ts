import { type Day, yearOf } from '../../kit/dates.ts'
import { sortKey } from '../../kit/polish.ts'

/** The parts of a case sign: `MOPS.052.17.2026`. */
export interface CaseSignParts {
  /** The symbol of the unit; may have parts of its own (`DPŚ.II`). */
  unitSymbol: string
  /** The symbol of the class of the file plan. */
  classSymbol: string
  number: number
  year: number
}

/** A case sign as offices write it: unit, class, number in the list of cases, year, with dots between. */
export function caseSign({ unitSymbol, classSymbol, number, year }: CaseSignParts): string {
  return `${unitSymbol}.${classSymbol}.${number}.${year}`
}

/** Where cases of a unit and class are numbered: from 1 every calendar year. */
export function caseSeries(unitSymbol: string, classSymbol: string): string {
  return `case:${unitSymbol}:${classSymbol}`
}

/** By which cases stand in their list: unit, class, year, number. */
export function caseSortKey({ unitSymbol, classSymbol, number, year }: CaseSignParts): string {
  return [sortKey(unitSymbol), classSymbol, year, String(number).padStart(6, '0')].join('\t')
}

/**
 * The classes in a text of lines (symbol, title, category), divided by tabs, semicolons or several blanks, as one copies
 * them from a spreadsheet. Empty lines and a line of titles at the top are left out.
 *
 * @returns the classes, or the number of the first line that is none
 */
export function readPlan(
  text: string,
): { lines: { symbol: string; title: string; category: string; line: number }[] } | { wrongLine: number } {
  const lines = []
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    if (!whole.trim()) continue
    const divider = whole.includes('\t') ? '\t' : whole.includes(';') ? ';' : /\s{2,}/
    const [first = '', ...rest] = whole.split(divider).map((part) => part.trim())
    const symbol = first.replace(/\.$/, '')
    const parts = rest.filter(Boolean)
    const category = parts.length > 1 ? (parts.at(-1) ?? '') : ''
    const isCategoryLast = /^\s*(a|b\s*[ec]?\s*-?\s*\d{0,2})\s*$/i.test(category)
    const title = (isCategoryLast ? parts.slice(0, -1) : parts).join(' ')
    if (/^\d{1,6}$/.test(symbol) && title)
      lines.push({ symbol, title, category: isCategoryLast ? category : '', line: index + 1 })
    else if (lines.length > 0 || /^\d/.test(symbol)) return { wrongLine: index + 1 }
  }
  return { lines }
}

/** Is this a category of records (A, B5, BE10, Bc) as the rules of archives name them? */
export function isCategory(text: string): boolean {
  return /^(A|BE?[1-9]\d?|Bc)$/.test(text)
}

/**
 * The first day on which records of a category may be proposed for disposal: full calendar years from 1 January of the
 * year after the case was closed. Null for what is kept for ever (A) and what goes at once (Bc).
 */
export function keptUntil(category: string, closedOn: Day): Day | null {
  const years = /^BE?(\d+)$/.exec(category)?.[1]
  return years ? `${yearOf(closedOn) + 1 + Number(years)}-01-01` : null
}
