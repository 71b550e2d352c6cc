/** A change of a text: what stands from `from` to `to` becomes `insert`, and then `select` is selected. */
export interface TextEdit {
  from: number
  to: number
  insert: string
  select: readonly [start: number, end: number]
}

/**
 * Puts the selection between two marks (`**bold**`, `*italic*`), or takes them away where it stands between them. Blanks
 * at the ends of the selection stay outside, so that the marks touch the words.
 */
export function marked(text: string, start: number, end: number, mark: '*' | '**'): TextEdit {
  const chosen = text.slice(start, end)
  const from = start + (chosen.length - chosen.trimStart().length)
  const words = chosen.trim()
  const to = from + words.length
  const size = mark.length
  const stars = (around: RegExpExecArray | null) => around?.[0].length ?? 0
  const before = stars(/\*+$/.exec(text.slice(0, from)))
  const after = stars(/^\*+/.exec(text.slice(to)))
  // Three stars are bold and italic at once; of one and two only those of this kind are taken away.
  const isMarked = [before, after].every((count) => count === size || count === 3)
  if (words && isMarked)
    return { from: from - size, to: to + size, insert: words, select: [from - size, to - size] }
  return { from, to, insert: mark + words + mark, select: [from + size, to + size] }
}

/** Makes the lines that the selection touches items of a list, or lines again where all of them are items. */
export function listed(text: string, start: number, end: number): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next < 0 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const areItems = lines.every((line) => line.startsWith('- '))
  const insert = lines.map((line) => (areItems ? line.slice(2) : line.replace(/^(- )?/, '- '))).join('\n')
  return { from, to, insert, select: [from + insert.length, from + insert.length] }
}

/** Puts a text in the place of the selection as paragraphs of its own: empty lines divide it from what is around it. */
export function inserted(text: string, start: number, end: number, block: string): TextEdit {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const gap = (near: string, lineBreaks: number) =>
    near.trim() ? '\n'.repeat(Math.max(0, 2 - lineBreaks)) : ''
  const lead = gap(before, /\n*$/.exec(before)?.[0].length ?? 0)
  const insert = lead + block + gap(after, /^\n*/.exec(after)?.[0].length ?? 0)
  const place = start + lead.length + block.length
  return { from: start, to: end, insert, select: [place, place] }
}

/** The text after a change. */
export function edited(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to)
}
