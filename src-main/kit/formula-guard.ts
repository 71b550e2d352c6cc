/**
 * What a spreadsheet takes for a formula and may run (OWASP, CSV injection): a cell that begins with one of these signs.
 * A telephone (`+48 …`) is none.
 */
const formula = /^'*(?:[=@\t\r]|[+-](?![\d\s()/-]*$))/

/** A cell for a file of texts: an apostrophe before what would be a formula makes it text. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** A cell of a file of texts without the apostrophe of `guarded`, whoever put it there. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}
