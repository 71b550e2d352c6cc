/** What the fonts of the documents (Lato, and Carlito for what Lato lacks) can show: European languages and office signs. */
const shown =
  /[\n\t -~\u00a0-\u00ac\u00ae-\u02af\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0475\u048a-\u0513\u1e00-\u1e99\u1e9e\u1ea0-\u1ef9\u2012-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2116\u2122\u2153-\u215e\u2190-\u2195\u2212\u2248\u2260\u2264\u2265\u25a1\u25aa\u25ab\u25cf]/

/** Stands in a document for what it cannot show. */
const substitute = '□'

/**
 * The text as somebody meant it who pasted it: letters and their marks joined, line ends of one kind, bullets of
 * Word's symbol fonts as bullets, joined letters of a PDF (`ﬁ`) taken apart. What nobody sees is left out:
 * control characters, marks of writing direction, soft hyphens, halves of pairs.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uf000-\uf0ff]/g, '•')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize('NFKC'))
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/gu, '')
    .normalize('NFC')
}

/** The characters of a text that no document can show, each once, in the order in which they stand. */
export function unprintableIn(text: string): string[] {
  return [...new Set(cleanText(text))].filter((character) => !shown.test(character))
}

/** The text as a document shows it: cleaned, with □ for every character that it cannot show. */
export function printable(text: string): string {
  return Array.from(cleanText(text), (character) => (shown.test(character) ? character : substitute)).join('')
}
