import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Compiler, createCompiler } from '#main/documents/compiler.ts'
import { agreementDocument } from '#shared/features/agreements/agreements.document.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { plainHead } from '#shared/features/letterheads/letterheads.rules.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { cleanText, printable, unprintableIn } from '#shared/kit/printable.ts'
import { anAgreement, aVolunteer, centre } from '#tests/support/builders.ts'
import { resourcesFolder } from '#tests/support/testApp.ts'

describe('cleanText', () => {
  test.each([
    ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['a\u0328 o\u0301 z\u0307 Z\u0301', 'ą ó ż Ź'],
    ['\uf0b7 punkt \uf0a7 drugi', '• punkt • drugi'],
    ['e\ufb01kt, o\ufb00set, \ufb03', 'efikt, offset, ffi'],
    ['noc\u2011dzień, 2\u20105', 'noc-dzień, 2-5'],
    ['świe\u00adtlica', 'świetlica'],
    ['\ufeffpoczątek\u200b i\u2060 koniec\u200d', 'początek i koniec'],
    ['\u202eodwrotnie\u202c \u200fi \u2067wstecz\u2069', 'odwrotnie i wstecz'],
    ['a\0b\u0007c\u001bd\u007fe\u0090f', 'abcdef'],
    ['pół\ud83d pary\udc00', 'pół pary'],
    ['\uffff\ufdd0\u{1ffff}znak', 'znak'],
    ['\ue000\u{f0000}znak', 'znak'],
    ['\u2764\ufe0f', '\u2764'],
    [
      'wiersz\r\ndrugi\rtrzeci\vczwarty\u2028piąty\fszósty\u0085',
      'wiersz\ndrugi\ntrzeci\nczwarty\npiąty\nszósty\n',
    ],
    ['a\tb\u00a0c', 'a\tb\u00a0c'],
    ['😀 王 שלום', '😀 王 שלום'],
  ])('%j → %j', (text, clean) => expect(cleanText(text)).toBe(clean))

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})

describe('unprintableIn', () => {
  test.each([
    ['Zażółć gęślą jaźń – „§ 5” … 5 € ½ m² nr № 7', []],
    ['Győző Dvořák, Şükrü, Nguyễn, Åsa, Željko, Ðorđe, Ольга Шевченко, Αλέξης', []],
    ['\uf0b7 a\u0328 \u0007 \ufeff', []],
    ['raz 😀 dwa 😀 trzy 王', ['😀', '王']],
    ['محمد', ['م', 'ح', 'د']],
    ['q\u0303', ['\u0303']],
  ])('%j: %j', (text, characters) => expect(unprintableIn(text)).toEqual(characters))
})

test('printable leaves nothing that cannot be shown, and no more □ than there were such characters', () => {
  expect(printable('raz 😀 dwa\u0007')).toBe('raz □ dwa')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = printable(text)
      expect(unprintableIn(shown)).toEqual([])
      expect([...shown]).toHaveLength([...cleanText(text)].length)
    }),
  )
})

describe('a document', () => {
  let compiler: Compiler
  beforeAll(() => {
    compiler = createCompiler(`${resourcesFolder}/templates`)
  })

  function documentSaying(text: string): Buffer {
    const { template, data } = agreementDocument({
      agreement: agreementFields.parse(anAgreement({ volunteerId: 1 })),
      number: '1/2026',
      volunteer: volunteerFields.parse(aVolunteer()),
      unit: null,
      signatory: null,
      centre: centre as never,
      head: plainHead,
      clause: () => text,
    })
    return compiler.pdf(template, { ...data, subtitle: text, representative: text })
  }

  test('has a letter in its own fonts for everything that is let through', () => {
    const everything = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => cleanText(character) === character && unprintableIn(character).length === 0,
    )
    expect(everything.length).toBeGreaterThan(1000)
    expect(documentSaying(everything.join(' ')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([
    ['long right-to-left text', 'مرحبا بالعالم '.repeat(60)],
    ['Hebrew without blanks', 'שלום'.repeat(300)],
    ['Syriac', 'ܐ ܒ'.repeat(50)],
    ['emoji families', '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50)],
    ['control characters', '\0\u0001\u0007\u001b'.repeat(50)],
    ['halves of pairs', '\ud800\udc00\udc00\ud800'],
    ['markup of the templates', '#panic() $x$ `code` @ref <label> // /* \\u{1f600} [*a*_b_'],
    ['a word of a thousand letters', 'ż'.repeat(1000)],
    ['a hundred marks on one letter', `a${'\u0300'.repeat(100)}`],
  ])('is made whatever its data say: %s', (_, text) => {
    expect(documentSaying(text).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is made of anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(documentSaying(text).length).toBeGreaterThan(1000)
      }),
      { numRuns: 40 },
    )
  })
})
