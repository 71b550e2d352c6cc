import { describe, expect, test } from 'vitest'
import { authorisationFields, signatoryFields } from '#shared/features/signatories/signatories.contract.ts'
import {
  authorisationText,
  endsSoon,
  signerOf,
  whyMayNotSign,
} from '#shared/features/signatories/signatories.rules.ts'

const head = signatoryFields.parse({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
const deputy = (...authorisations: object[]) =>
  signatoryFields.parse({
    fullName: 'Jan Zastępca',
    position: 'Zastępca Dyrektora',
    isHead: false,
    authorisations: authorisations.map((each) => ({ number: '1/2026', ...each })),
  })

describe('who may sign a certificate on 22 November 2026', () => {
  test.each([
    ['the head', head, undefined],
    ['a head who came later', { ...head, validFrom: '2026-11-23' }, 'outOfOffice'],
    ['a head on the last day', { ...head, validTo: '2026-11-22' }, undefined],
    ['a head who left', { ...head, validTo: '2026-11-21' }, 'outOfOffice'],
    ['a deputy without authorisation', deputy(), 'noAuthorisation'],
    ['one without end', deputy({}), undefined],
    ['one on its first day', deputy({ validFrom: '2026-11-22' }), undefined],
    ['one on its last day', deputy({ validTo: '2026-11-22' }), undefined],
    ['one that begins tomorrow', deputy({ validFrom: '2026-11-23' }), 'notYet'],
    ['one that ended yesterday', deputy({ validTo: '2026-11-21' }), 'expired'],
    ['one revoked from today', deputy({ revokedOn: '2026-11-22' }), 'revoked'],
    ['one revoked from tomorrow', deputy({ revokedOn: '2026-11-23' }), undefined],
    ['one for certificates', deputy({ kinds: ['certificate', 'opinion'] }), undefined],
    ['one for agreements alone', deputy({ kinds: ['agreement'] }), 'otherKinds'],
    [
      'an ended one and one for other documents',
      deputy({ validTo: '2026-01-01' }, { kinds: ['agreement'] }),
      'expired',
    ],
    ['an ended one and one in force', deputy({ validTo: '2026-01-01' }, { number: '2/2026' }), undefined],
  ])('%s: %s', (_, signatory, why) => {
    expect(whyMayNotSign(signatory, 'certificate', '2026-11-22')).toBe(why)
  })
})

describe('what stands under the signature', () => {
  test.each([
    [{ number: '12/2026', givenOn: '2026-01-05' }, 'upoważnienie nr 12/2026 z 5 stycznia 2026 r.'],
    [{ number: '12/2026', givenOn: null }, 'upoważnienie nr 12/2026'],
    [{ number: 'DK.012.4.2026', givenOn: null }, 'upoważnienie nr DK.012.4.2026'],
    [{ number: 'pełnomocnictwo nr 3', givenOn: '2026-02-01' }, 'pełnomocnictwo nr 3 z 1 lutego 2026 r.'],
    // As it was typed before authorisations had fields of their own.
    [{ number: 'upoważnienie nr 1 z 2 maja 2025 r.', givenOn: null }, 'upoważnienie nr 1 z 2 maja 2025 r.'],
  ])('%j: %s', (authorisation, text) => {
    expect(authorisationText(authorisation)).toBe(text)
  })

  test('is the authorisation that covers the document, the one given last', () => {
    const signatory = deputy(
      { number: '9/2026', givenOn: '2026-09-01' },
      { number: '2/2026', givenOn: '2026-02-01' },
      { number: '10/2026', givenOn: '2026-10-01', kinds: ['agreement'] },
    )
    expect(signerOf(signatory, 'certificate', '2026-11-22').authorisation).toBe(
      'upoważnienie nr 9/2026 z 1 września 2026 r.',
    )
    expect(signerOf(signatory, 'agreement', '2026-11-22').authorisation).toContain('10/2026')
    expect(signerOf(head, 'agreement', '2026-11-22').authorisation).toBe('')
  })
})

test.each([
  [null, false],
  ['2026-11-21', false],
  ['2026-11-22', true],
  ['2026-12-22', true],
  ['2026-12-23', false],
])('an authorisation to %s ends soon: %s', (validTo, expected) => {
  expect(endsSoon(authorisationFields.parse({ number: '1', validTo }), '2026-11-22')).toBe(expected)
})
