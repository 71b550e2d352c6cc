import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords, countInWords, durationInWords, formatDuration, nounFor } from '#shared/kit/words.ts'

const people = ['osoba', 'osoby', 'osób'] as const
const units = ['', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć']
const teens = [
  'dziesięć',
  'jedenaście',
  'dwanaście',
  'trzynaście',
  'czternaście',
  'piętnaście',
  'szesnaście',
  'siedemnaście',
  'osiemnaście',
  'dziewiętnaście',
]
const tens = [
  '',
  '',
  'dwadzieścia',
  'trzydzieści',
  'czterdzieści',
  'pięćdziesiąt',
  'sześćdziesiąt',
  'siedemdziesiąt',
  'osiemdziesiąt',
  'dziewięćdziesiąt',
]
const hundreds = [
  '',
  'sto',
  'dwieście',
  'trzysta',
  'czterysta',
  'pięćset',
  'sześćset',
  'siedemset',
  'osiemset',
  'dziewięćset',
]

/** Numbers below a thousand as a school book spells them. */
function spelled(number: number): string {
  const [hundred, rest] = [Math.floor(number / 100), number % 100]
  const below = rest >= 10 && rest < 20 ? [teens[rest - 10]] : [tens[Math.floor(rest / 10)], units[rest % 10]]
  return [hundreds[hundred], ...below].filter(Boolean).join(' ') || 'zero'
}

describe('a count with its noun', () => {
  test.each([
    [1, 'jedna osoba'],
    [2, 'dwie osoby'],
    [5, 'pięć osób'],
    [12, 'dwanaście osób'],
    [21, 'dwadzieścia jeden osób'],
    [22, 'dwadzieścia dwie osoby'],
    [112, 'sto dwanaście osób'],
    [122, 'sto dwadzieścia dwie osoby'],
    [1000, 'tysiąc osób'],
  ])('%d → %s', (count, words) => expect(countInWords(count, people, 'feminine')).toBe(words))

  test('of a neuter noun begins with jedno', () => {
    expect(countInWords(1, ['porozumienie', 'porozumienia', 'porozumień'], 'neuter')).toBe(
      'jedno porozumienie',
    )
    expect(countInWords(2, ['porozumienie', 'porozumienia', 'porozumień'], 'neuter')).toBe('dwa porozumienia')
  })

  test('is spelled as the school book does, and has the noun of its last figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (count) => {
        expect(countInWords(count, ['złoty', 'złote', 'złotych'])).toBe(
          `${spelled(count)} ${nounFor(count, ['złoty', 'złote', 'złotych'])}`,
        )
      }),
    )
  })

  test('takes few only after 2, 3, 4 that are no teens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1_000_000 }), (count) => {
        const isFew = [2, 3, 4].includes(count % 10) && ![12, 13, 14].includes(count % 100)
        expect(nounFor(count, people)).toBe(isFew ? 'osoby' : 'osób')
      }),
    )
  })
})

test.each([
  [134_327_800, 'milion trzysta czterdzieści trzy tysiące dwieście siedemdziesiąt osiem złotych 00/100'],
  [100, 'jeden złoty 00/100'],
  [2_205, 'dwadzieścia dwa złote 05/100'],
  [0, 'zero złotych 00/100'],
])('%d grosze → %s', (grosze, words) => expect(amountInWords(grosze)).toBe(words))

test.each([
  [7_200, 'sto dwadzieścia godzin', '120 godz.'],
  [75, 'jedna godzina piętnaście minut', '1 godz. 15 min'],
  [45, 'czterdzieści pięć minut', '45 min'],
  [0, 'zero godzin', '0 godz.'],
])('%d minutes → %s', (minutes, words, figures) => {
  expect(durationInWords(minutes)).toBe(words)
  expect(formatDuration(minutes)).toBe(figures)
})
