import type { FormOfAddress, NameCase, NameForms } from './name-forms.contract.ts'

/** The endings of one word in the order genitive, dative, accusative, instrumental; undefined where the rules do not know. */
type Forms = readonly [string, string, string, string]

/**
 * How a name is likely to be declined, for a clerk to look at and confirm; a form that the rules do not know is empty.
 * Nothing is proposed where the form of address is not known: the same letters decline otherwise for a woman and a man.
 *
 * Source: Wielki słownik ortograficzny PWN, rules 240–262 (declension of names and surnames).
 */
export function proposedForms(
  { firstNames, surname }: { firstNames: string; surname: string },
  form: FormOfAddress,
): NameForms {
  if (form === 'unknown') return { genitive: '', dative: '', accusative: '', instrumental: '' }
  const words = [
    ...firstNames.split(' ').map((name) => declined(name, form, 'first')),
    declinedParts(surname, form),
  ]
  const of = (index: 0 | 1 | 2 | 3) =>
    words.every((word) => word !== undefined) ? words.map((word) => word?.[index]).join(' ') : ''
  return { genitive: of(0), dative: of(1), accusative: of(2), instrumental: of(3) }
}

/** Both parts of a double surname are declined. */
function declinedParts(surname: string, form: 'pani' | 'pan'): Forms | undefined {
  const parts = surname.split('-').map((part) => declined(part.trim(), form, 'surname'))
  if (parts.some((part) => part === undefined)) return undefined
  const of = (index: 0 | 1 | 2 | 3) => parts.map((part) => part?.[index]).join('-')
  return [of(0), of(1), of(2), of(3)]
}

function declined(word: string, form: 'pani' | 'pan', kind: 'first' | 'surname'): Forms | undefined {
  // Foreign letters, particles (de, von) and abbreviations are not judged by endings.
  if (!/^\p{Lu}[\p{Ll}]+$/u.test(word) || /[vxqéèüöäßřšč]/iu.test(word)) return undefined
  if (/(sk|ck|dzk)a$/.test(word) && kind === 'surname' && form === 'pani') return femaleAdjective(word)
  if (word.endsWith('a')) return withA(word, kind)
  if (form === 'pani') return [word, word, word, word]
  return masculine(word, kind)
}

function femaleAdjective(word: string): Forms {
  const stem = word.slice(0, -1)
  return [`${stem}iej`, `${stem}iej`, `${stem}ą`, `${stem}ą`]
}

/** What a hard stem becomes before the dative's -e. */
const softened: readonly (readonly [RegExp, string])[] = [
  [/st$/, 'ści'],
  [/zd$/, 'ździ'],
  [/sł$/, 'śl'],
  [/ch$/, 'sz'],
  [/k$/, 'c'],
  [/g$/, 'dz'],
  [/h$/, 'ż'],
  [/r$/, 'rz'],
  [/t$/, 'ci'],
  [/d$/, 'dzi'],
  [/ł$/, 'l'],
  [/([nmwbpfsz])$/, '$1i'],
]

/** Names in -a, of women and of men: Anna, Maria, Sikora, Kuba. */
function withA(word: string, kind: 'first' | 'surname'): Forms | undefined {
  const stem = word.slice(0, -1)
  const ends = (genitive: string, dative: string): Forms => [genitive, dative, `${stem}ę`, `${stem}ą`]
  // A surname like Biała or Nowakowa is an adjective or a noun; nobody can tell by the letters.
  if (kind === 'surname' && /(^(Bia|Ma)ł|^(Czarn|Now|Dobr|Święt|Pięt|Prost|Zł)|[oe]w)a$/.test(word))
    return undefined
  if (/i$/.test(stem)) return withIa(word, kind)
  if (/[aeou]j$/.test(stem)) return ends(`${stem.slice(0, -1)}i`, `${stem.slice(0, -1)}i`)
  if (/[csz]j$/.test(stem)) return ends(`${stem}i`, `${stem}i`)
  if (/l$/.test(stem)) return ends(`${stem}i`, `${stem}i`)
  if (/(sz|cz|rz|dz|ż|c)$/.test(stem)) return ends(`${stem}y`, `${stem}y`)
  const [pattern, replacement] = softened.find(([each]) => each.test(stem)) ?? []
  if (!pattern || replacement === undefined) return undefined
  return ends(`${stem}${/[kg]$/.test(stem) ? 'i' : 'y'}`, `${stem.replace(pattern, replacement)}e`)
}

/** Names in -ia: Kasia has one i in the genitive, Maria two; those in -nia cannot be told apart. */
function withIa(word: string, kind: 'first' | 'surname'): Forms | undefined {
  const stem = word.slice(0, -1)
  const all = (genitive: string): Forms => [genitive, genitive, `${stem}ę`, `${stem}ą`]
  if (/[sczdź]ia$/.test(word) && !/[dt]ia$/.test(word)) return all(stem)
  if (kind === 'first' && /[rlfbpmwkgdt]ia$/.test(word)) return all(`${stem}i`)
  return undefined
}

/** Names of men that end in a consonant, -i, -y or -o. */
function masculine(word: string, kind: 'first' | 'surname'): Forms | undefined {
  if (/i$/.test(word)) return [`${word}ego`, `${word}emu`, `${word}ego`, `${word}m`]
  if (/y$/.test(word)) {
    const stem = word.slice(0, -1)
    return [`${stem}ego`, `${stem}emu`, `${stem}ego`, `${word}m`]
  }
  if (/ko$/.test(word)) {
    const stem = word.slice(0, -1)
    if (kind === 'first') return [`${stem}a`, `${stem}owi`, `${stem}a`, `${stem}iem`]
    return [`${stem}i`, `${stem.slice(0, -1)}ce`, `${stem}ę`, `${stem}ą`]
  }
  if (/[aeiouyóąę]$/.test(word)) return undefined
  const stem = masculineStem(word, kind)
  return stem === undefined
    ? undefined
    : [`${stem}a`, `${stem}owi`, `${stem}a`, `${stem}${/[kg]$/.test(stem) ? 'iem' : 'em'}`]
}

/** The stem before an ending: Marek, Mark-; Krawiec, Krawc-; Stoń, Stoni-. */
function masculineStem(word: string, kind: 'first' | 'surname'): string | undefined {
  // The vowels of Mróz and Gołąb change in ways that the letters do not tell.
  if (/[óą][^aeiouyóąę]+$/.test(word) && kind === 'surname') return undefined
  if (/eń$/.test(word)) return undefined
  if (/[^aeiouyóąę]ek$/.test(word)) return `${word.slice(0, -2)}k`
  if (/[^aeiouyóąę]iec$/.test(word)) return `${word.slice(0, -3)}c`
  if (word === 'Paweł' || word === 'Gaweł') return `${word.slice(0, -2)}ł`
  if (kind === 'surname' && /(e[łlr]|[^aeiouyóąę]ec)$/.test(word)) return undefined
  const soft = { ń: 'ni', ś: 'si', ć: 'ci', ź: 'zi' }[word.slice(-1)]
  return soft ? word.slice(0, -1) + soft : word
}

/** Pani, Pan, or both where nobody has said. */
export const courtesyTitles: Record<FormOfAddress, string> = { pani: 'Pani', pan: 'Pan', unknown: 'Pani/Pan' }

const declinedTitles: Record<FormOfAddress, NameForms> = {
  pani: { genitive: 'Pani', dative: 'Pani', accusative: 'Panią', instrumental: 'Panią' },
  pan: { genitive: 'Pana', dative: 'Panu', accusative: 'Pana', instrumental: 'Panem' },
  unknown: {
    genitive: 'Pani/Pana',
    dative: 'Pani/Panu',
    accusative: 'Panią/Pana',
    instrumental: 'Panią/Panem',
  },
}

/** What clerks write in a text where the person is to be named, and the case that stands there. */
export const namePlaceholders: Record<string, NameCase | 'nominative'> = {
  '{osoba}': 'nominative',
  '{osoby}': 'genitive',
  '{osobie}': 'dative',
  '{osobę}': 'accusative',
  '{osobą}': 'instrumental',
}

const placeholder = /\{osob(?:a|y|ie|ę|ą)\}/g

/** Does a text name the person in a case for which forms must have been confirmed? */
export function needsForms(text: string): boolean {
  return (text.match(placeholder) ?? []).some((found) => namePlaceholders[found] !== 'nominative')
}

/** Does a text name the person at all? */
export function namesPerson(text: string): boolean {
  return (text.match(placeholder) ?? []).length > 0
}

/**
 * Puts the person in the places of a text, with the title in the same case. A place for which no form was confirmed stays as it
 * was typed: nothing is declined by guess.
 */
export function withNames(
  text: string,
  person: { firstNames: string; surname: string; formOfAddress: FormOfAddress } | null,
  forms: NameForms | null,
): string {
  if (!person) return text
  return text.replace(placeholder, (found) => {
    const wanted = namePlaceholders[found] ?? 'nominative'
    if (wanted === 'nominative')
      return `${courtesyTitles[person.formOfAddress]} ${person.firstNames} ${person.surname}`
    return forms ? `${declinedTitles[person.formOfAddress][wanted]} ${forms[wanted]}` : found
  })
}
