/** The order of the Polish alphabet: a marked letter follows its base letter. */
const markedLetters: Record<string, string> = {
  ą: 'a~',
  ć: 'c~',
  ę: 'e~',
  ł: 'l~',
  ń: 'n~',
  ó: 'o~',
  ś: 's~',
  ź: 'z~',
  ż: 'z~~',
}

/** Letters that Unicode does not take apart into a base and a mark, or that stand for two. */
const wholeLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
}

/**
 * The text as search compares it: lower case, without marks (`Łukasik` → `lukasik`, `Ó’Brien` → `o'brien`),
 * white space as single blanks.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[łøđðßæœþı]/g, (letter) => wholeLetters[letter] ?? letter)
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The text as lists order it: comparing two keys byte by byte gives the order of the Polish alphabet
 * (`ą` after `a`, `ź` and `ż` after `z`), on every database engine. Case and foreign marks are folded.
 */
export function sortKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^a-z0-9\s]/g, (letter) => markedLetters[letter] ?? fold(letter))
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The order of people in a register: by surname, then by first names. The tab between them sorts below every
 * letter, so `Nowak Zofia` stands before `Nowakowska Anna`.
 */
export function personSortKey(surname: string, firstNames: string): string {
  return `${sortKey(surname)}\t${sortKey(firstNames)}`
}

/** Writes the numbers in a key so that as text, too, 7 stands before 12. */
function withNumbersInOrder(key: string): string {
  return key.replace(/\d+/g, (digits) => digits.padStart(12, '0'))
}

/** The key by which numbers that may have letters (`7`, `12a`, `K/3`) stand in their natural order: 7 before 12. */
export function naturalKey(text: string): string {
  return withNumbersInOrder(fold(text))
}

/** The order of the Polish alphabet in which numbers stand as numbers: `Sekcja nr 2` before `Sekcja nr 10`. */
export function naturalSortKey(text: string): string {
  return withNumbersInOrder(sortKey(text))
}

/** What stands between words, in a record and in a search alike; a dash alone is none. */
const betweenWords = /(?:[\s,;()"„”]|(?<![^\s])-(?![^\s]))+/

/**
 * The words under which a record is found: folded, split at blanks and hyphens, without repetitions. A double
 * surname is found by either half and as a whole.
 */
export function searchWords(...texts: (string | null | undefined)[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of fold(text ?? '').split(betweenWords)) {
      if (!word) continue
      words.add(word)
      for (const part of word.split(/[-/.@]/)) if (part.length > 1) words.add(part)
    }
  }
  return [...words]
}

/**
 * The words of a search as a clerk typed it; each must begin a word of the record. At most eight count. A number in
 * groups (`71 782-23-00`, `+48 659 368 261`) is one word, because telephones are kept as digits, and so is one that
 * is not typed to its end (`659 368`, `71 782`); a number and a year (`117 2026`) stay two.
 */
export function searchTerms(typed: string): string[] {
  const local = typed.replace(/^\s*\+48/, '').trim()
  const digits = local.replace(/[\s()-]/g, '')
  const isTelephone = /^\(?\d{2,3}\)?[\s-]+\d{3}(?:[\s-]+\d{1,3})*$/.test(local)
  const isNumberOfYear = /^\d{1,4}\s+20\d\d$/.test(local)
  if ((/^\d{7,}$/.test(digits) && !isNumberOfYear) || isTelephone) return [digits]
  return [...new Set(fold(typed).split(betweenWords).filter(Boolean))].slice(0, 8)
}

/** Writes a name given in capitals as names are written: `WRÓBEL` → `Wróbel`, `ŁĘCKI-ĆMA` → `Łęcki-Ćma`. */
export function nameCase(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim()
  if (trimmed.length < 2 || trimmed !== trimmed.toUpperCase()) return trimmed
  return trimmed
    .toLowerCase()
    .replace(/(^|[\s\-'’])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
}

/** Which plural form a number takes in Polish: 1 osoba; 2, 22 osoby; 0, 5, 12, 112 osób. */
export function pluralForm(count: number): 'one' | 'few' | 'many' {
  const ten = count % 10
  const hundred = count % 100
  if (count === 1) return 'one'
  return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? 'few' : 'many'
}

const month =
  '(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)'
const heldPlaces = [
  /(?<![\p{L}\p{N}])[aiouwz] (?=\S)/giu,
  /(?<![\p{L}\p{N}])art\. \d+(?: (?:ust\.|pkt) \d+)*/gu,
  /§ (?=[\d\p{Lu}])|(?<![\p{L}\p{N}])(?:[Pp]oz|[Nn]r|[Tt]el|[Uu]l|[Aa]l|[Pp]l|[Oo]s)\.? (?=[\d\p{Lu}])/gu,
  new RegExp(`\\d ${month}(?: \\d{4}(?: r\\.)?)?`, 'gu'),
  /\d (?:r\.|zł|%|dni|godzin|minut)/gu,
  / –/gu,
]

/**
 * The text with the blanks that Polish typography keeps from the end of a line made unbreakable: after a word of one
 * letter, between a mark or a number and what it belongs to (`art. 44 ust. 1`, `§ 3`, `ul. Głęboka`,
 * `22 listopada 2026 r.`), before a dash.
 */
export function heldTogether(text: string): string {
  return heldPlaces.reduce(
    (held, place) => held.replace(place, (match) => match.replaceAll(' ', '\u00a0')),
    text,
  )
}
