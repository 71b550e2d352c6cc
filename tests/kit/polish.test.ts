import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fold,
  heldTogether,
  nameCase,
  naturalSortKey,
  personSortKey,
  pluralForm,
  searchTerms,
  searchWords,
  sortKey,
} from '#shared/kit/polish.ts'

const letters = [...'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż']
const polishLetter = fc.constantFrom(...letters, ...letters.map((letter) => letter.toUpperCase()))
const polishWord = fc.string({ unit: polishLetter, minLength: 2, maxLength: 8 })
const polishName = fc
  .array(polishWord, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(' ', '-').map((sign) => words.join(sign)))
const anyText = fc.string({ unit: 'grapheme' })

const collator = new Intl.Collator('pl', { sensitivity: 'base' })
const byKey = (a: string, b: string) => Math.sign(Number(a > b) - Number(a < b))

describe('sortKey', () => {
  test.each([
    ['Łukasik', 'l~ukasik'],
    ['ŻÓŁĆ', 'z~~o~l~c~'],
    ['źdźbło', 'z~dz~bl~o'],
    ['Müller  Émile', 'muller emile'],
    ['ło\u0301dź', 'l~o~dz~'],
    ['Straße', 'strasse'],
  ])('%s: %s', (text, key) => expect(sortKey(text)).toBe(key))

  test('has the order of the Polish alphabet, as the computer knows it', () => {
    fc.assert(
      fc.property(polishName, polishName, (a, b) => {
        expect(byKey(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  test('puts a list in the order of a telephone book', () => {
    const names = [
      'Ćma',
      'Cichy',
      'Czyż',
      'Ącki',
      'Adamska',
      'Łąka',
      'Lipa',
      'Lis',
      'Zając',
      'Źrebak',
      'Żaba',
      'Óska',
      'Okoń',
    ]
    const sorted = [
      'Adamska',
      'Ącki',
      'Cichy',
      'Czyż',
      'Ćma',
      'Lipa',
      'Lis',
      'Łąka',
      'Okoń',
      'Óska',
      'Zając',
      'Źrebak',
      'Żaba',
    ]
    expect(names.sort((a, b) => byKey(sortKey(a), sortKey(b)))).toEqual(sorted)
  })

  test('knows neither case nor blanks around', () => {
    fc.assert(
      fc.property(polishName, (name) => {
        expect(sortKey(`  ${name.toUpperCase()} `)).toBe(sortKey(name.toLowerCase()))
      }),
    )
  })

  test('numbers stand as numbers, where the order is to be natural', () => {
    const names = [
      'Sekcja nr 1',
      'Sekcja nr 10',
      'Sekcja nr 11',
      'Sekcja nr 2',
      'Sekcja Łąki',
      'Sekcja Lipowa',
    ]
    expect(names.sort((a, b) => byKey(naturalSortKey(a), naturalSortKey(b)))).toEqual([
      'Sekcja Lipowa',
      'Sekcja Łąki',
      'Sekcja nr 1',
      'Sekcja nr 2',
      'Sekcja nr 10',
      'Sekcja nr 11',
    ])
  })

  test('people stand by surname first', () => {
    const key = ([surname, first]: [string, string]) => personSortKey(surname, first)
    const people: [string, string][] = [
      ['Nowak', 'Anna'],
      ['Nowak', 'Żaneta'],
      ['Nowak-Adamska', 'Anna'],
      ['Nowakowska', 'Anna'],
    ]
    expect(people.toReversed().sort((a, b) => byKey(key(a), key(b)))).toEqual(people)
  })
})

describe('fold', () => {
  test.each([
    ['Łukasik', 'lukasik'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['Ó’Brien', "o'brien"],
    ['Nowak – Kowal', 'nowak - kowal'],
    ['  wiele\u00a0 \t blanków ', 'wiele blankow'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Ǿrsted', 'orsted'],
    ['Đorđe Işık', 'dorde isik'],
    ['İzmir', 'izmir'],
  ])('%s: %s', (text, folded) => expect(fold(text)).toBe(folded))

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('marks joined to their letters and marks of their own are the same', () => {
    fc.assert(
      fc.property(polishName, (name) => {
        expect(fold(name.normalize('NFD'))).toBe(fold(name))
        expect(sortKey(name.normalize('NFD'))).toBe(sortKey(name))
      }),
    )
  })
})

describe('search', () => {
  test.each([
    [['Nowak-Kowalska Żaneta'], ['nowak-kowalska', 'nowak', 'kowalska', 'zaneta']],
    [
      ['17/2026', null, undefined, ''],
      ['17/2026', '17', '2026'],
    ],
    [['jan.zolc@example.org'], ['jan.zolc@example.org', 'jan', 'zolc', 'example', 'org']],
    [['Świetlica „Pod Dębem” (filia)'], ['swietlica', 'pod', 'debem', 'filia']],
    [['dom - praca - dom'], ['dom', 'praca']],
  ])('%j is found under %j', (texts, words) => expect(searchWords(...texts)).toEqual(words))

  test.each([
    ['Łuk elż', ['luk', 'elz']],
    ['', []],
    [' - ', []],
    ['nowak nowak', ['nowak']],
    ['a b c d e f g h i j', [...'abcdefgh']],
    ['71 782-23-00', ['717822300']],
    ['+48 659 368 261', ['659368261']],
    ['659 368', ['659368']],
    ['659 368 2', ['6593682']],
    ['659-368', ['659368']],
    ['71 782', ['71782']],
    ['(71) 782', ['71782']],
    ['+48 659 368', ['659368']],
    ['17 2026', ['17', '2026']],
    ['17/2026', ['17/2026']],
    ['21-226', ['21226']],
    ['117 2026', ['117', '2026']],
    ['117 20', ['117', '20']],
    ['Nowak 659 368', ['nowak', '659', '368']],
  ])('%j is looked for as %j', (typed, terms) => expect(searchTerms(typed)).toEqual(terms))

  test('a record is found by the beginning of any of its words, with marks or without', () => {
    const found = (typed: string, text: string) =>
      searchTerms(typed).every((term) => searchWords(text).some((word) => word.startsWith(term)))
    fc.assert(
      fc.property(
        fc.array(polishName, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (names, which, length) => {
          const text = names.join(' ')
          const words = text.split(/[ -]/)
          const word = words[which % words.length] ?? ''
          const start = word.slice(0, 2 + (length % word.length))
          for (const typed of [start, start.toUpperCase(), fold(start), names.slice(0, 2).join(' ')]) {
            expect(found(typed, text)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('nameCase', () => {
  test.each([
    ['WRÓBEL', 'Wróbel'],
    ['ŁĘCKI-ĆMA', 'Łęcki-Ćma'],
    ["O'BRIEN", "O'Brien"],
    ['ANNA  MARIA', 'Anna Maria'],
    ['McDonald', 'McDonald'],
    ['de Virion', 'de Virion'],
    ['wróbel', 'wróbel'],
    ['Ż', 'Ż'],
    ['', ''],
  ])('%s: %s', (given, name) => expect(nameCase(given)).toBe(name))

  test('writes no name twice differently', () => {
    fc.assert(
      fc.property(polishName, (name) => {
        expect(nameCase(nameCase(name))).toBe(nameCase(name))
      }),
    )
  })
})

test('pluralForm agrees with what the computer knows of Polish', () => {
  const rules = new Intl.PluralRules('pl')
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(pluralForm(count)).toBe(rules.select(count))
    }),
    { numRuns: 500 },
  )
  for (const count of [0, 1, 2, 4, 5, 11, 12, 14, 15, 21, 22, 25, 100, 101, 102, 112, 122]) {
    expect(pluralForm(count)).toBe(rules.select(count))
  }
})

describe('heldTogether', () => {
  // The dot stands for an unbreakable blank.
  test.each([
    ['praca w domu i w ogrodzie', 'praca w·domu i·w·ogrodzie'],
    ['W razie potrzeby', 'W·razie potrzeby'],
    ['podopiecznych i ów wolontariusz', 'podopiecznych i·ów wolontariusz'],
    ['na podstawie art. 44 ust. 2 pkt 1 ustawy', 'na podstawie art.·44·ust.·2·pkt·1 ustawy'],
    ['Dz.U. z 2023 r. poz. 571', 'Dz.U. z·2023·r. poz.·571'],
    ['o którym mowa w § 3', 'o·którym mowa w·§·3'],
    ['porozumienie nr 17/2026', 'porozumienie nr·17/2026'],
    ['ul. Głęboka 11', 'ul.·Głęboka 11'],
    ['od 1 grudnia 2026 r. do 30 czerwca 2027 r.', 'od 1·grudnia·2026·r. do 30·czerwca·2027·r.'],
    ['w ciągu 14 dni, do 30 % kwoty 120 zł', 'w·ciągu 14·dni, do 30·% kwoty 120·zł'],
    ['sekretariat – pokój 5', 'sekretariat·– pokój 5'],
    ['Bartoszów', 'Bartoszów'],
  ])('%s', (text, held) => expect(heldTogether(text)).toBe(held.replaceAll('·', '\u00a0')))

  test('changes nothing but blanks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(heldTogether(text).replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '))
      }),
    )
  })
})
