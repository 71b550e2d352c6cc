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
