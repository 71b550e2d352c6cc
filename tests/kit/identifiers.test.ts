import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNip, isNip, isRegon, readPesel, readPhone, readPostCode } from '#shared/kit/identifiers.ts'

const digit = fc.integer({ min: 0, max: 9 })
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const sum = (text: string, weights: number[]) =>
  weights.reduce((all, weight, at) => all + weight * Number(text[at]), 0)
/** Changes one digit of a number. */
const changed = (text: string, at: number, by: number) =>
  text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)

describe('PESEL', () => {
  test.each([
    ['65122300348', '1965-12-23', 'woman', true],
    ['651223 00348', '1965-12-23', 'woman', true],
    ['44051401359', '1944-05-14', 'man', true],
    ['44051401358', '1944-05-14', 'man', false],
    ['02270803624', '2002-07-08', 'woman', true],
    ['00000000000', undefined, 'woman', true],
    ['65133200340', undefined, 'woman', false],
    ['07022900001', undefined, 'woman', false],
  ])('%s: born %s, a %s, sound: %s', (text, birthDay, sex, isChecksumRight) => {
    expect(readPesel(text)).toEqual({ birthDay, sex, isChecksumRight })
  })

  test.each(['', '6512230034', '651223003480', '6512230034x', 'PESEL', '٦٥١٢٢٣٠٠٣٤٨'])(
    '%j is none',
    (text) => {
      expect(readPesel(text)).toBeUndefined()
    },
  )

  const pesel = fc
    .record({
      birth: fc.date({ min: new Date('1800-01-01'), max: new Date('2299-12-31'), noInvalidDate: true }),
      serial: digits(4),
    })
    .map(({ birth, serial }) => {
      const day = birth.toISOString().slice(0, 10)
      const century = { 18: 80, 19: 0, 20: 20, 21: 40, 22: 60 }[day.slice(0, 2)] ?? 0
      const month = String(Number(day.slice(5, 7)) + century).padStart(2, '0')
      const ten = `${day.slice(2, 4)}${month}${day.slice(8)}${serial}`
      return { day, serial, text: ten + ((10 - (sum(ten, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10) }
    })

  test('tells birth day and sex in all five centuries', () => {
    fc.assert(
      fc.property(pesel, ({ day, serial, text }) => {
        const sex = Number(serial[3]) % 2 === 0 ? 'woman' : 'man'
        expect(readPesel(text)).toEqual({ birthDay: day, sex, isChecksumRight: true })
      }),
    )
  })

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(
        pesel,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        ({ text }, at, by) => {
          expect(readPesel(changed(text, at, by))?.isChecksumRight).toBe(false)
        },
      ),
    )
  })
})

describe('NIP', () => {
  test.each(['1234563218', '123-456-32-18', '123 456 32 18', 'PL1234563218', 'pl 123-456-32-18'])(
    '%s is one',
    (text) => {
      expect(isNip(text)).toBe(true)
    },
  )
  test.each(['', '1234563217', '123456321', '12345632180', '0000000000', 'abcdefghij', 'DE1234563218'])(
    '%j is none',
    (text) => expect(isNip(text)).toBe(false),
  )

  test('is right with one last digit at most, and one wrong digit is noticed', () => {
    fc.assert(
      fc.property(
        digits(9).filter((text) => /[1-9]/.test(text)),
        fc.integer({ min: 0, max: 9 }),
        digit,
        (nine, at, by) => {
          const right = [...'0123456789'].filter((last) => isNip(nine + last))
          const rest = sum(nine, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
          expect(right).toEqual(rest === 10 ? [] : [String(rest)])
          if (right.length > 0 && by > 0) expect(isNip(changed(nine + right[0], at, by))).toBe(false)
        },
      ),
    )
  })

  test.each([
    ['1234563218', '123-456-32-18'],
    ['PL 123 456 32 18', '123-456-32-18'],
    [' 12345 ', '12345'],
    ['', ''],
  ])('%j is written %j', (text, written) => expect(formatNip(text)).toBe(written))
})

describe('REGON', () => {
  test.each(['123456785', '12345678512347', '123-456-785'])('%s is one', (text) =>
    expect(isRegon(text)).toBe(true),
  )
  test.each([
    '',
    '123456784',
    '12345678512348',
    '22345678512347',
    '000000000',
    '00000000000000',
    '1234567850',
  ])('%j is none', (text) => expect(isRegon(text)).toBe(false))

  test('is right with exactly one last digit, of nine and of fourteen', () => {
    fc.assert(
      fc.property(
        digits(8).filter((text) => /[1-9]/.test(text)),
        digits(4),
        (eight, four) => {
          const nine = [...'0123456789'].map((last) => eight + last).filter(isRegon)
          expect(nine).toHaveLength(1)
          expect([...'0123456789'].filter((last) => isRegon(`${nine[0]}${four}${last}`))).toHaveLength(1)
        },
      ),
    )
  })
})

describe('readPostCode', () => {
  test.each([
    ['20-681', '20-681'],
    ['20681', '20-681'],
    [' 20 – 012 ', '20-012'],
    ['2068', undefined],
    ['206811', undefined],
    ['20_681', undefined],
    ['', undefined],
  ])('%j: %s', (text, code) => expect(readPostCode(text)).toBe(code))
})

describe('readPhone', () => {
  test.each([
    ['601234567', '601 234 567'],
    ['601-234-567', '601 234 567'],
    ['+48 601 234 567', '601 234 567'],
    ['0048601234567', '601 234 567'],
    ['48 601 234 567', '601 234 567'],
    ['0601234567', '601 234 567'],
    ['tel. 601 234 567', '601 234 567'],
    ['Kom.: 601234567', '601 234 567'],
    ['71 782 23 00', '71 782 23 00'],
    ['(71) 782-23-00', '71 782 23 00'],
    ['/071/ 782 23 00', '71 782 23 00'],
    ['717822300 w. 12', '71 782 23 00 wew. 12'],
    ['817822300 wew. 12', '81 782 23 00 wew. 12'],
    ['71 782 23 00/12', '71 782 23 00 wew. 12'],
    ['71 782 23 00 wew. 12', '71 782 23 00 wew. 12'],
    ['71 782 23 00 wew. 125', '71 782 23 00 wew. 125'],
    ['71 78 22 422/425', '71 782 24 22 wew. 425'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['782 23 00', undefined],
    ['6012345678', undefined],
    ['brak', undefined],
    ['', undefined],
    ['000000000', undefined],
  ])('%j: %s', (text, phone) => expect(readPhone(text)).toBe(phone))

  test('reads what it wrote, and nine digits in any grouping', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 999_999_999 }),
        fc.constantFrom('', ' ', '-'),
        (number, sign) => {
          const text = String(number)
          const phone = readPhone([text.slice(0, 2), text.slice(2, 5), text.slice(5)].join(sign))
          expect(phone?.replace(/\D/g, '')).toBe(text)
          expect(readPhone(phone ?? '')).toBe(phone)
        },
      ),
    )
  })
})
