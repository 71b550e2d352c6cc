import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/kit/dates.ts'
import { formalNames, isFamiliarFormOf } from '#shared/kit/first-names.ts'
import { type Identity, likenessKeys, readyIdentity } from '#shared/kit/likeness/identity.ts'
import { likeness, likenessLevel } from '#shared/kit/likeness/likeness.ts'
import { isMistyped } from '#shared/kit/likeness/names.ts'

const ela: Identity = {
  surname: 'Łukasik',
  firstNames: 'Elżbieta',
  birthOn: '1965-12-23',
  pesel: '65122300348',
  phone: '659 368 261',
  email: 'ela@example.org',
  street: 'ul. Świdnicka 172/29',
  town: 'Łęczna',
}
const name = { surname: 'Łukasik', firstNames: 'Elżbieta' }
const born = { ...name, birthOn: '1965-12-23' }

describe('two records', () => {
  test.each<[string, Identity, Identity, number, string]>([
    ['the same in everything', ela, ela, 100, 'pesel name birthOn email phone street'],
    ['the same PESEL alone', { pesel: '65122300348' }, { pesel: '651223-00348' }, 100, 'pesel'],
    [
      'the same PESEL, all else different',
      ela,
      { pesel: ela.pesel, ...{ surname: 'Zych', firstNames: 'Jan' } },
      100,
      'pesel',
    ],
    ['the same name', name, name, 50, 'name'],
    ['its case and marks', name, { surname: 'LUKASIK', firstNames: 'elzbieta' }, 50, 'name'],
    ['its order', name, { surname: 'Elżbieta', firstNames: 'Łukasik' }, 50, 'nameTurned'],
    ['its order in one field', name, { surname: 'Elżbieta Łukasik' }, 50, 'nameTurned'],
    ['name and birth', born, born, 85, 'name birthOn'],
    [
      'day and month exchanged',
      { ...name, birthOn: '1965-04-11' },
      { ...name, birthOn: '1965-11-04' },
      75,
      'name birthTurned',
    ],
    ['one digit wrong', born, { ...name, birthOn: '1966-12-23' }, 70, 'name birthDigit'],
    ['a namesake born on another day', born, { ...name, birthOn: '1991-02-03' }, 10, 'name ! otherBirth'],
    ['a double surname and its half', { ...born, surname: 'Łukasik-Nowak' }, born, 75, 'birthOn partOfName'],
    [
      'a hyphen or a blank',
      { ...name, surname: 'Łukasik-Nowak' },
      { ...name, surname: 'Łukasik Nowak' },
      50,
      'name',
    ],
    ['a second first name', { ...born, firstNames: 'Elżbieta Maria' }, born, 75, 'birthOn partOfName'],
    ['a familiar form', { ...born, firstNames: 'Ela' }, born, 75, 'birthOn familiarName'],
    ['a slip in the surname', { ...born, surname: 'Łukaski' }, born, 70, 'birthOn mistypedName'],
    [
      'slips in both',
      { ...born, surname: 'Łukasiik', firstNames: 'Elżbeta' },
      born,
      55,
      'birthOn mistypedName',
    ],
    [
      'name and telephone',
      { ...name, phone: '+48 659368261' },
      { ...name, phone: '659 368 261' },
      70,
      'name phone',
    ],
    [
      'name and e-mail',
      { ...name, email: 'ELA@example.org ' },
      { ...name, email: 'ela@example.org' },
      80,
      'name email',
    ],
    [
      'name and address',
      { ...name, street: 'ul. Świdnicka 172/29' },
      { ...name, street: 'Świdnicka 172/29', town: 'Łęczna' },
      65,
      'name street',
    ],
    [
      'the same street of another town',
      { ...name, street: 'Długa 1', town: 'Łęczna' },
      { ...name, street: 'Długa 1', town: 'Lublin' },
      50,
      'name',
    ],
    [
      'a sister at home',
      { ...ela, pesel: '' },
      { ...ela, pesel: '', firstNames: 'Ewa', birthOn: '1970-02-14' },
      30,
      'email phone street surname ! otherBirth',
    ],
    [
      'a twin at home',
      { ...ela, pesel: '' },
      { ...ela, pesel: '', firstNames: 'Ewa' },
      60,
      'birthOn email phone street surname',
    ],
    [
      'a daughter of the same name',
      { ...ela, pesel: '' },
      { ...ela, pesel: '', birthOn: '1990-03-07' },
      60,
      'name email phone street ! otherBirth',
    ],
    ['a name taken in marriage', born, { ...born, surname: 'Wrona' }, 40, 'birthOn firstNames'],
    [
      'different sound PESEL numbers',
      ela,
      { ...ela, pesel: '90011512346' },
      0,
      'name birthOn email phone street ! otherPesel',
    ],
    [
      'a mistyped PESEL',
      { ...name, pesel: '65122300348' },
      { ...name, pesel: '65122300384' },
      80,
      'name peselMistyped',
    ],
    [
      'a wholly different PESEL that is not sound',
      { ...name, pesel: '65122300348' },
      { ...name, pesel: '90011512340' },
      20,
      'name ! otherPesel',
    ],
    [
      'zeros for a PESEL',
      { ...name, pesel: '00000000000' },
      { surname: 'Zych', firstNames: 'Jan', pesel: '00000000000' },
      40,
      'pesel',
    ],
    ['another name', name, { surname: 'Łukasik', firstNames: 'Jan' }, 5, 'surname'],
    ['nothing known', {}, {}, 0, ''],
    ['nothing known of one', {}, ela, 0, ''],
    ['numbered places', { surname: 'Filia nr 1' }, { surname: 'Filia nr 2' }, 0, ''],
  ])('%s', (_, one, other, score, said) => {
    const { score: found, reasons, doubts } = likeness(one, other)
    const against = doubts.length > 0 ? ['!', ...doubts] : []
    expect([found, [...reasons, ...against].join(' ')]).toEqual([score, said])
  })
})

test.each<[number, string | undefined]>([
  [100, 'certain'],
  [95, 'certain'],
  [94, 'veryLikely'],
  [70, 'veryLikely'],
  [69, 'possible'],
  [45, 'possible'],
  [44, undefined],
  [0, undefined],
])('a score of %i is called %s', (score, level) => expect(likenessLevel(score)).toBe(level))

describe('words of a name', () => {
  test.each([
    ['kowalski', 'kowaslki', true],
    ['kowalski', 'kowlski', true],
    ['kowalski', 'kowalskki', true],
    ['nowak', 'nowk', true],
    ['nowak', 'nowak', false],
    ['anna', 'hanna', false],
    ['jan', 'jana', false],
    ['ewa', 'iwa', false],
    ['brzeczyszczykiewicz', 'brzeczyszczikewicz', true],
    ['nowak', 'nowicka', false],
    ['szkola12', 'szkola13', false],
  ])('%s and %s differ by a slip: %s', (one, other, expected) => {
    expect(isMistyped(one, other)).toBe(expected)
    expect(isMistyped(other, one)).toBe(expected)
  })

  test.each([
    ['kasia', 'katarzyna', true],
    ['malgosia', 'gosia', true],
    ['ala', 'alina', true],
    ['kasia', 'kasia', false],
    ['kasia', 'karolina', false],
    ['jan', 'janina', false],
  ])('%s and %s are forms of one name: %s', (one, other, expected) => {
    expect(isFamiliarFormOf(one, other)).toBe(expected)
    expect(isFamiliarFormOf(other, one)).toBe(expected)
  })

  test('a name that is no familiar form stands for itself', () =>
    expect(formalNames('kunegunda')).toEqual(['kunegunda']))
})

const word = fc.constantFrom(
  'Nowak',
  'Nowk',
  'Kowalski',
  'Kowaslki',
  'Łukasik',
  'Anna',
  'Ania',
  'Elżbieta',
  'Ela',
  'Jan',
  'Żółć',
)
const words = fc.array(word, { maxLength: 3 }).map((each) => each.join(' '))
const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('1965-01-01', days))
const identity: fc.Arbitrary<Identity> = fc.record({
  surname: words,
  firstNames: words,
  birthOn: fc.option(day),
  pesel: fc.constantFrom('', '65122300348', '65122300384', '90011512346', '00000000000', '123'),
  phone: fc.constantFrom('', '659 368 261', '+48659368261', '71 782 23 00', '12'),
  email: fc.constantFrom('', 'ela@example.org', 'ELA@example.org', 'jan@example.org'),
  street: fc.constantFrom('', 'ul. Długa 1', 'Długa 1', 'Krótka 2'),
  town: fc.constantFrom('', 'Łęczna', 'LĘCZNA', 'Lublin'),
})
const anyIdentity = fc.oneof(
  identity,
  fc.record({
    surname: fc.string(),
    firstNames: fc.string(),
    phone: fc.string(),
    email: fc.string(),
    street: fc.string(),
    pesel: fc.string(),
  }),
)

describe('the score', () => {
  test('is not misled by names that every object has by itself', () => {
    for (const surname of ['__proto__', 'constructor', 'toString'])
      expect(likeness({ surname, firstNames: '(' }, { surname: '!', firstNames: '!' }).score).toBe(0)
  })

  test('is between 0 and 100, and the same both ways, with the same reasons', () => {
    fc.assert(
      fc.property(anyIdentity, anyIdentity, (one, other) => {
        const found = likeness(one, other)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(100)
        expect(likeness(other, one)).toEqual(found)
      }),
    )
  })

  test('is nowhere higher than with oneself', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(likeness(one, other).score).toBeLessThanOrEqual(likeness(one, one).score)
      }),
    )
  })

  test('does not depend on case, marks, and the order of words', () => {
    const turned = ({ surname, firstNames, ...rest }: Identity): Identity => ({
      ...rest,
      surname: `${firstNames} ${surname}`.split(' ').reverse().join('  ').toUpperCase(),
    })
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const whole = ({ surname, firstNames, ...rest }: Identity) => ({
          ...rest,
          surname: `${surname} ${firstNames}`,
        })
        expect(likeness(turned(one), whole(other)).score).toBe(likeness(whole(one), whole(other)).score)
      }),
    )
  })

  test('of 70 and more is never given to records without a key in common', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const [first, second] = [readyIdentity(one), readyIdentity(other)]
        const isFound = likenessKeys.some((keysOf) => {
          const keys = keysOf(first)
          return keysOf(second).some((key) => keys.includes(key))
        })
        if (likeness(one, other).score >= 70) expect(isFound).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
